"""Conversations through the emulated Lex with the bot of this repository, which hears, asks and passes on by itself."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import cast

import pytest

from aicc_core.lex_answer import make_lex_answer
from aicc_core.lex_event import read_lex_event
from aicc_local.lex.code_hook import HookCall, hook_event
from aicc_local.lex.dialogue import Dialogue
from aicc_local.lex.hook_response import HookResponse, read_response
from aicc_local.lex.session import Session
from aicc_local.lex.similarity import SimilarityRecognizer
from aicc_local.lex.talk import Talk
from fulfill_intent.logic import serve
from fulfill_intent.turn import read_turn
from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, CUSTOMER, NOW, Shop, at
from tests.unit.fulfill_intent.test_billing_dialogue import PAID
from tests.unit.fulfill_intent.test_order_dialogues import EARPHONES, KETTLE
from tests.unit.local.lex.customer_bot import customer_service

RECOGNIZER = SimilarityRecognizer()


class Line:
    """A call, or a chat, that Lex takes."""

    def __init__(
        self, attributes: Mapping[str, str] | None = None, *, voice: bool = True, desk: Desk | None = None
    ) -> None:
        self.shop = Shop((EARPHONES, KETTLE), PAID)
        self.desk = desk
        self.mode = "Speech" if voice else "Text"
        given = {"channel": "VOICE", "customer_number": CALLER} if voice else {"channel": "CHAT"}
        self.session = Session(attributes={**given, **(attributes or {})})

    def say(self, text: str, mode: str = "") -> str:
        talk = cast(
            "Talk",
            SimpleNamespace(
                bot_id="BOT",
                bot_name="customer_service",
                alias=SimpleNamespace(id="ALIAS", name="live", arn="arn"),
                locale=customer_service(),
                version="1",
                session_id="call-1",
                input_mode=mode or self.mode,
                request_attributes={},
                text=text,
            ),
        )

        def hook(call: HookCall) -> HookResponse:
            heard = read_lex_event(hook_event(talk, call))
            turn = read_turn(
                heard,
                now=NOW,
                company="예시상사",
                customers=self.shop,
                opening_hours=self.shop,
                callbacks=self.desk.for_a_turn() if self.desk else None,
            )
            return read_response(make_lex_answer(serve(turn, heard.attributes).answer), customer_service())

        Dialogue(self.session, customer_service(), hook).hear(RECOGNIZER, text, "request")
        return " ".join(message["content"] for message in self.session.messages)

    def press(self, keys: str) -> str:
        return self.say(keys, "DTMF")

    @property
    def asks(self) -> str:
        return str(self.session.action.get("slotToElicit") or self.session.action["type"])

    def got(self, *names: str) -> tuple[str, ...]:
        return tuple(self.session.attributes[name] for name in names)


def test_books_a_callback_with_every_kind_of_turn() -> None:
    line = Line()

    line.say("전화 좀 주실 수 있을까요")
    assert line.asks == "CallbackTime"
    line.say("토요일 세 시요")
    assert line.asks == "CallbackTime"
    line.say("그럼 내일 세 시요")
    assert line.asks == "CallbackPhone"
    line.say("다시 한번 말씀해 주세요")
    assert line.asks == "CallbackPhone"
    line.say("아니요 다른 번호요")
    line.press("01099998888")
    assert line.asks == "ConfirmIntent"
    line.say("아니 네 시요")
    assert line.asks == "ConfirmIntent"
    line.say("네 맞아요")

    assert line.got("next_action", "callback_time", "callback_phone") == (
        "callback",
        "2026-11-24T16:00:00+09:00",
        "+821099998888",
    )


def test_books_changes_and_cancels_a_callback() -> None:
    desk = Desk()
    desk.fill(at(24, 15))
    line = Line(desk=desk)

    line.say("내일 오후 세 시에 이 번호로 전화 주세요")
    line.say("뒤에 거요")
    booked = line.say("네 맞아요")
    first = desk.open(CALLER)
    again = line.say("전화 예약 시간 바꿔 주세요")
    line.say("모레 오전 열 시요")
    line.say("네")
    second = desk.open(CALLER)
    line.say("콜백 취소해 주세요")
    line.say("네")

    assert booked.startswith("<speak>네, 내일 오후 세 시 삼십 분에")
    assert "언제로 바꿔 드릴까요?" in again
    assert (first, second, desk.open(CALLER)) == ([at(24, 15, 30)], [at(25, 10)], [])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("몇 시에 전화 오기로 했죠", "내일 오후 세 시에 전화드리기로 되어 있습니다."),
        ("전화 예약 확인해 주세요", "내일 오후 세 시에 전화드리기로 되어 있습니다."),
        ("전화 예약 취소해 주세요", "내일 오후 세 시에 드리기로 한 전화를 취소해 드릴까요?"),
        ("예약한 전화 취소요", "내일 오후 세 시에 드리기로 한 전화를 취소해 드릴까요?"),
        ("예약한 전화 네 시로 바꿔 주세요", "오후 네 시에 전화드리는 것으로 바꾸겠습니다."),
        ("전화 예약하고 싶어요", "내일 오후 세 시에 이미 전화 예약이 되어 있습니다."),
        ("주문 취소하고 싶어요", "주문 취소는 상담사가"),
    ],
)
def test_hears_what_is_wanted_about_a_callback(said: str, told: str) -> None:
    desk = Desk()
    desk.book(CALLER, at(24, 15))

    heard = Line(desk=desk).say(said)

    assert told in heard
    assert desk.open(CALLER) == [at(24, 15)]


def test_a_time_in_place_of_yes_or_no_changes_the_time() -> None:
    line = Line()
    line.say("내일 오후 세 시에 이 번호로 전화 주세요")

    for said in ("네 시요", "아니 다섯 시요", "모레로 바꿔 주세요"):
        line.say(said)
        assert line.asks == "ConfirmIntent"

    assert line.got("callback_time") == ("2026-11-25T17:00:00+09:00",)


def test_a_read_back_that_is_denied_is_changed() -> None:
    line = Line(voice=False)
    line.say("내일 오후 3시에 전화 주세요")
    line.say("010-9999-8888")

    asked = line.say("아니요")
    line.say("번호요")
    line.say("010-7777-6666")
    line.say("네")

    assert "어느 것을 바꿔 드릴까요?" in asked
    assert line.got("next_action", "callback_phone") == ("callback", "+821077776666")


def test_proves_and_goes_on_to_the_order_and_to_goodbye() -> None:
    line = Line()
    line.say("택배가 언제 올까요")
    assert line.got("next_action", "resume_intent") == ("authenticate", "delivery")
    line.session.attributes |= {**CUSTOMER, "resume_intent": "delivery"}

    told = line.say("네")
    other = line.say("주문 확인도 해 주세요")
    goodbye = line.say("아니요 이제 없어요")

    assert "배송 중입니다" in told
    assert "무선 이어폰" in other
    assert line.got("next_action") == ("goodbye",)
    assert "예시상사였습니다" in goodbye


def test_takes_the_number_of_an_order_by_voice_and_by_keys() -> None:
    line = Line(CUSTOMER)
    line.say("주문 조회하려고요")
    assert line.asks == "OrderNumber"

    spoken = line.say("케이알 이공이육에 공공일일이요")
    line.say("아니요 하나 더요 배송 조회요")
    line = Line(CUSTOMER)
    line.say("배송 조회하려고요")
    keyed = line.press("20260011")

    assert "전기 주전자" in spoken
    assert "전기 주전자" in keyed


@pytest.mark.parametrize("said", ["그냥 상담원이요", "상담원 바꿔 주세요"])
@pytest.mark.parametrize("before", ["전화 예약하고 싶어요", "주문 조회하려고요", "취소하려고요", "궁금한 게 있어요"])
def test_a_person_is_reached_from_every_question(before: str, said: str) -> None:
    line = Line(CUSTOMER)
    line.say(before)

    line.say(said)

    assert line.got("next_action", "queue", "bot_intent") == ("queue", "general", "agent")


@pytest.mark.parametrize(
    ("said", "action", "queue"),
    [
        ("상담원 좀 연결해 주세요", "queue", "general"),
        ("너무 화가 나서 전화했어요", "queue", "general"),
        ("주문 취소하고 싶어요", "queue", "orders"),
        ("구독을 해지하려고요", "queue", "general"),
        ("배송지 변경해 주세요", "queue", "orders"),
        ("환불 신청하고 싶어요", "queue", "billing"),
        ("결제가 두 번 됐어요", "queue", "billing"),
    ],
)
def test_hands_over_what_a_person_does(said: str, action: str, queue: str) -> None:
    line = Line(CUSTOMER)

    line.say(said)

    assert line.got("next_action", "queue") == (action, queue)


@pytest.mark.parametrize("voice", [True, False])
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("몇 시까지 상담하세요", "상담 시간은"),
        ("토요일에도 하나요", "토요일에는 상담을 쉽니다"),
        ("포인트는 어떻게 쓰나요", "포인트는 구매를 확정하시면"),
        ("이번 달 요금이 얼마예요", "가장 최근 결제를"),
        ("비밀번호를 잊어버렸어요", "비밀번호 찾기"),
    ],
)
def test_answers(said: str, told: str, voice: bool) -> None:
    line = Line(CUSTOMER, voice=voice)

    assert told in line.say(said)
    assert line.asks == "ElicitIntent"


def test_two_misses_lead_to_a_person() -> None:
    line = Line()

    first = line.say("크르르릉 펑")
    line.say("우당탕 쿵쾅")

    assert "짧게 말씀해 주시겠어요?" in first
    assert line.got("next_action", "queue") == ("queue", "general")


def test_two_misses_at_a_slot_with_values_lead_to_a_person() -> None:
    line = Line()
    line.say("취소하려고요")

    line.say("우당탕 쿵쾅")
    line.say("크르르릉 펑")

    assert line.got("next_action", "queue") == ("queue", "general")


@pytest.mark.parametrize(("keys", "action"), [("0", "queue"), ("3", "keypad")])
def test_keys_leave_the_bot(keys: str, action: str) -> None:
    line = Line()

    line.press(keys)

    assert line.got("next_action") == (action,)
