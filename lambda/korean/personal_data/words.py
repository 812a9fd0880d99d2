"""What a number is called, as said near it.

A name ("계좌번호") says it outright, a hint ("입금") only leans that way.
"""

import re
from functools import cache
from typing import NamedTuple

from korean.personal_data.kinds import Kind


class Word(NamedTuple):
    """A word at `start` to `end`, the kind of number that it calls, and whether it calls it by name."""

    kind: Kind
    by_name: bool
    start: int
    end: int


# An underscore is a blank that may be missing. Whatever has a number of its own is listed without 번호 or 코드.
_NUMBERED = """
주문 오더 발주 구매 운송장 송장 택배 배송 등기 소포 화물 물류 추적 조회 통관
접수 예약 예매 승인 영수증 거래 결제 문의 상담 민원 신고 사건 참조 요청 처리 교환 반품 취소 환불 확인 신청 이벤트
응모 당첨 고객 회원 사원 직원 학생 수험 환자 가입 구독 서비스 사용자 가맹점 점포 매장
쿠폰 상품권 바우처 기프티콘 핀 인증 보안 비밀 할인 추천인 코드
모델 제품 상품 물품 부품 품목 시리얼 일련 제조 로트 관리 자산 재고 장비 단말 단말기 기기 유심 입고 출고
문서 계약 증권 보험 증서 보증서 청약 대출 공고 면허 여권 차량 차대 우편 지번 건물 버스 노선 좌석 객실 탑승 티켓 항공권
청구 고지 납부 전자_납부 관리비 전표 세금_계산서 현금_영수증 허가 인가 로또 복권
"""
# Of several that fit at one place the first counts: 카드 승인번호 is no card, 법인등록번호 no resident's.
_NAMES = (
    (
        Kind.OTHER,
        """
        카드_승인_번호 카드_비밀_번호 카드사 카드_대금 카드_값
        (?:기프트|상품권|포인트|멤버십|회원|적립|명함|보증|유심|도서)_카드(?:_번호)?
        사업자_(?:등록)?_(?:번호)? 법인_(?:등록)?_번호 법인_등록증? 통신_판매업?
        대표_(?:전화)?_번호 (?:차량|상표|특허|제품|기기|동물)_등록_번호
        운전_면허(?:증)? 운송장 송장 바코드 일련번호 시리얼 품번 모델명 학번 사번 군번 펌웨어 버전
        쿠폰 상품권 바우처 기프티콘 기프트 (?:대한|CJ)_통운 (?:한진|롯데|로젠|우체국|경동|편의점)_택배
        통관_(?:고유)?_부호
        isbn imei ean sku serial order tracking invoice
        """,
    ),
    (Kind.BACK_OF_RRN, "(?:(?:주민|외국인)_(?:등록)?_(?:번호)?)?_(?:뒷|뒤)_(?:자리|번호) 뒤에?_(?:일곱|7)_자리"),
    (
        Kind.RRN,
        """
        주민_(?:등록)?_번호 주민_등록증? 주민_번 주민증 주번 민번 외국인_(?:등록)?_번호 외국인_등록증?
        국내_거소 거소_(?:신고)?_(?:번호|증)
        """,
    ),
    (
        Kind.CARD,
        """
        (?:신용|체크|직불|선불|법인|교통|비자|마스터|삼성|현대|롯데|국민|신한|하나|우리|농협|비씨|bc)?_카드_(?:번호|넘버)
        (?:신용|체크|직불|선불)_카드 카드 아멕스 비자 마스터 card
        """,
    ),
    (Kind.ACCOUNT, "계좌_(?:번호|넘버|번)? 통장_(?:번호)? account"),
    (
        Kind.PHONE,
        """
        (?:전화|핸드폰|휴대폰|휴대_전화|연락처|집|회사|사무실|팩스|발신|수신|안심|콜백|회신|폰)_번호
        (?:집|회사|사무실)_전화 핸드폰 휴대폰 휴대_전화 연락처 팩스 폰번 h[.]?p tel phone mobile fax
        """,
    ),
)
_HINTS = (
    (
        Kind.ACCOUNT,
        """
        은행 뱅크 카뱅 케뱅 토스 새마을금고 우체국 신협 수협 농협 축협 국민 신한 우리은 하나은 기업은 씨티 산업은 증권
        ibk 입금 송금 이체 예금주 예금 적금 환불 출금
        """,
    ),
    (Kind.CARD, "결제 긁었 긁은 할부"),
    (Kind.PHONE, "전화 문자 연락 통화 (?:내|제|저희|이)_번호"),
    (Kind.BACK_OF_RRN, "뒤에는? 뒤는 뒤가"),
    (Kind.RRN, "주민 외국인"),
    (
        Kind.OTHER,
        """
        주문(?!자|인|하신_분) 택배 배송 배달 등기 소포 접수 예약(?!자) 승인 영수증 거래 할인 포인트 적립 인증 비밀
        모델 제품 상품 계약 면허 여권 우편 청구 고지 납부 고객_센터 대표 세금_계산서 유효_기간
        """,
    ),
)
# What takes a name back: "주문번호는 모르겠고", "사업자번호 말고".
_TAKEN_BACK = r"(?:가요|는요|를|을|는|은|가|이|도|로)?\s?(?:말고|대신|아니라|아니고|아닌|모르|몰라|없|까먹|빼고|기억)"


def words(text: str, start: int, end: int) -> list[Word]:
    """Return the words between `start` and `end` that say what a number there is, in order.

    >>> [(word.kind.name, word.by_name) for word in words("주문번호 말고 계좌로 송금", 0, 14)]
    [('ACCOUNT', True), ('ACCOUNT', False)]
    """
    found = []
    for match in _pattern().finditer(text, start, end):
        group = match.lastgroup or ""
        if not _taken_back().match(text, match.end(), end):
            found.append(Word(Kind[group[5:].strip("_")], group.startswith("name_"), match.start(), match.end()))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    numbered = rf"(?:{_any(_NUMBERED)})\s?(?:접수|신청|확인)?\s?(?:번호|넘버|코드|아이디|키)"
    groups = [f"(?P<name_OTHER_>{numbered})"]
    groups += [f"(?P<name_{kind.name}>{_any(listed)})" for kind, listed in _NAMES]
    groups += [f"(?P<hint_{kind.name}>{_any(listed)})" for kind, listed in _HINTS]
    return re.compile("|".join(groups), re.IGNORECASE)


def _any(listed: str) -> str:
    return "|".join(_alone(each).replace("_", r"\s?") for each in listed.split())


def _alone(word: str) -> str:
    # Latin words stand alone: tel, not hotel.
    return rf"(?<![a-z]){word}(?![a-z])" if word[0].isascii() and word[0].isalpha() else word


@cache
def _taken_back() -> re.Pattern[str]:
    return re.compile(_TAKEN_BACK)
