"""Answers of the shop to what is asked often; the topics are the values of the bot's slot type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.expectation import Asked
from fulfill_intent.phrases import squeeze
from fulfill_intent.reply import Reply, answer
from fulfill_intent.words import alike

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn

INTENT = "faq"
SLOT = "FaqTopic"

ANSWERS = {
    "포인트": (
        "포인트는 구매를 확정하시면 적립되고, 다음 주문을 결제하실 때 바로 쓰실 수 있습니다. "
        "남은 포인트와 유효 기간은 마이페이지에서 확인하실 수 있습니다."
    ),
    "쿠폰": (
        "쿠폰은 마이페이지의 쿠폰함에서 확인하실 수 있고, 주문서에서 쿠폰을 고르시면 할인됩니다. "
        "쿠폰마다 유효 기간과 쓸 수 있는 상품이 다릅니다."
    ),
    "회원 가입": ("회원 가입은 홈페이지나 앱의 회원 가입 메뉴에서 휴대전화 인증을 하시면 됩니다. 가입은 무료입니다."),
    "회원 탈퇴": (
        "회원 탈퇴는 마이페이지의 회원 정보에서 신청하실 수 있습니다. 탈퇴하시면 남은 포인트와 쿠폰은 사라집니다."
    ),
    "비밀번호": "비밀번호는 로그인 화면의 비밀번호 찾기에서 휴대전화 인증을 하신 뒤 새로 정하실 수 있습니다.",
    "아이디": "아이디는 로그인 화면의 아이디 찾기에서 휴대전화 인증을 하시면 확인하실 수 있습니다.",
    "회원 정보": "연락처와 이메일 같은 회원 정보는 마이페이지의 회원 정보 수정에서 바꾸실 수 있습니다.",
    "회원 등급": (
        "회원 등급은 최근 구매 금액에 따라 정해집니다. 지금의 등급과 혜택은 마이페이지에서 확인하실 수 있습니다."
    ),
    "배송비": "배송비는 상품과 주문 금액에 따라 다르며, 상품 페이지와 주문서에서 확인하실 수 있습니다.",
    "해외 배송": "해외 배송이 되는 상품과 나라는 상품 페이지의 배송 안내에서 확인하실 수 있습니다.",
    "선물 포장": ("선물 포장은 주문서에서 고르실 수 있습니다. 포장할 수 없는 상품은 선택 항목이 보이지 않습니다."),
    "재입고": "품절된 상품은 상품 페이지에서 재입고 알림을 신청하시면 다시 들어올 때 알려 드립니다.",
    "보증 수리": (
        "보증 기간과 수리 방법은 제품의 보증서와 상품 페이지에 있습니다. 수리 접수를 원하시면 상담사라고 말씀해 주세요."
    ),
    "사용 방법": "사용 방법은 상품 페이지의 사용 설명서에서 확인하실 수 있습니다.",
    "앱": "앱은 휴대전화의 앱 장터에서 저희 회사 이름으로 찾으실 수 있습니다.",
}
# How topics show in a sentence that Lex did not find the slot in; the first that does counts.
_WORDS = {
    "해외 배송": "해외|국제|외국",
    "배송비": "배송비|배송료|택배비|무료배송|무료로배송",
    "회원 탈퇴": "탈퇴|계정삭제",
    "회원 등급": "등급|vip|브이아이피|혜택",
    "회원 가입": "가입|회원등록",
    "비밀번호": "비밀번호|비번|패스워드|암호",
    "아이디": "아이디|로그인|계정",
    "회원 정보": "회원정보|개인정보|내정보|연락처|이메일|전화번호",
    "쿠폰": "쿠폰|할인|프로모션",
    "포인트": "포인트|적립|마일리지",
    "선물 포장": "선물|포장",
    "재입고": "재입고|입고|재고|품절",
    "보증 수리": "보증|수리|(?<![a-z])as(?![a-z])|에이에스|고장",
    "사용 방법": "사용법|사용방법|사용하는|이용방법|설명서|어떻게써|어떻게사용",
    "앱": "앱|어플|애플리케이션",
}


def serve(turn: Turn) -> Reply:
    """Answer, or ask once what the question is about."""
    topic = _topic(turn)
    if topic is None:
        # Once: who asks what is in no table wants a person.
        missed = turn.session.asked is Asked.TOPIC
        return Reply(say=messages.ASK_TOPIC, asked=Asked.TOPIC, missed=missed, patience=1)
    return answer(alike(ANSWERS[topic]), summary=messages.SUMMARY_FAQ.format(topic=topic))


def holds_answer(turn: Turn) -> bool:
    """Whether the turn names a topic."""
    return _topic(turn) is not None


def _topic(turn: Turn) -> str | None:
    slot = turn.slots.get(SLOT, "")
    if slot in ANSWERS:
        return slot
    squeezed = squeeze(turn.transcript)
    return next((topic for topic, spellings in _WORDS.items() if re.search(spellings, squeezed)), None)
