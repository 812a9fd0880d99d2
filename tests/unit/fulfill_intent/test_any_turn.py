"""Whatever is said in whatever state, the answer is one that Lex takes, and nothing fails."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from fulfill_intent.expectation import Asked, Expectation
from fulfill_intent.records import (
    Bill,
    BillState,
    Delivery,
    DeliveryState,
    Order,
    OrderState,
    Refund,
    RefundState,
)
from fulfill_intent.table import INTENTS
from korean import KOREA
from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, HOURS, Caller, Heard, Shop, at

SENTENCES = st.sampled_from(
    [
        *(
            "네",
            "아니요",
            "없어요",
            "됐어요",
            "상담원이요",
            "다시 말씀해 주세요",
            "이 번호로요",
            "다른 번호요",
            "최근 주문이요",
        ),
        *(
            "내일 오후 세 시요",
            "토요일 세 시",
            "네 시요",
            "모레",
            "오늘 오전 아홉 시",
            "공일공 일이삼사 오육칠팔이요",
            "번호가 틀렸어요",
            "콜백 취소해 주세요",
            "시간 바꿔 주세요",
            "두 번째요",
        ),
        *(
            "케이알 이공이육 공공공일",
            "20260001",
            "배송지 변경이요",
            "환불해 주세요",
            "두 번 결제됐어요",
            "주문이요",
            "쿠폰이요",
        ),
    ]
)
TEXTS = st.one_of(SENTENCES, st.text(max_size=60), st.lists(SENTENCES, max_size=4).map(" ".join))
AT_THREE_OR_FOUR = "2026-11-24T15:00:00+09:00/2026-11-24T16:00:00+09:00"
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=60)
AMOUNTS = st.none() | st.integers(-(10**15), 10**15)
ORDERS = st.builds(
    Order,
    number=st.sampled_from(["KR20260001", "KR20260011", "1", "주문", "&" * 60]),
    state=st.sampled_from(OrderState),
    item=NAMES,
    ordered_on=st.none() | DAYS,
    delivery=st.none()
    | st.builds(
        Delivery,
        state=st.sampled_from(DeliveryState),
        carrier=NAMES,
        tracking_number=NAMES,
        expected_on=st.none() | DAYS,
    ),
    refund=st.none()
    | st.builds(Refund, state=st.sampled_from(RefundState), amount=AMOUNTS, expected_on=st.none() | DAYS),
)
SHOPS = st.builds(
    Shop,
    stored=st.lists(ORDERS, max_size=3).map(tuple),
    bill=st.none() | st.builds(Bill, state=st.sampled_from(BillState), amount=AMOUNTS, day=st.none() | DAYS),
    hours=st.sampled_from([HOURS, None]),
    closed=st.booleans(),
)
EXPECTATIONS = st.builds(
    Expectation,
    asked=st.sampled_from(Asked),
    intent=st.sampled_from([*INTENTS, "", "no_such_intent"]),
    about=st.sampled_from(
        ["", "2026-11-24", "2026-11-24T15:00:00+09:00", AT_THREE_OR_FOUR, "nonsense", "9999-12-31T23:59:59+00:00"]
    ),
).map(str)
ATTRIBUTES = st.fixed_dictionaries(
    {},
    optional={
        "channel": st.sampled_from(["VOICE", "CHAT", ""]),
        "customer_number": st.sampled_from(["+821012345678", "", "anonymous", "+12025550123"]),
        "customer_id": st.sampled_from(["C-1", ""]),
        "customer_authenticated": st.sampled_from(["true", "false", ""]),
        "resume_intent": st.sampled_from([*INTENTS, "", "no_such_intent"]),
        "misses": st.sampled_from(["0", "1", "", "-1", "many", "٣"]),
        "last_message": st.text(max_size=1200),
        "expects": EXPECTATIONS | st.text(max_size=20),
        "callback_time": st.sampled_from(["", "2026-11-24T15:30:00+09:00", "2026-11-24", "0001-01-01T00:00:00+14:00"]),
        "callback_phone": st.sampled_from(["", "+821012345678", "+82", "01012345678"]),
        "callback_request": st.sampled_from(["", "0" * 32, "x"]),
        "callback_change": st.sampled_from(["", "true", "yes"]),
        "order_number": st.sampled_from(["", "KR20260001", "x"]),
        "bot_summary": st.text(max_size=300),
        "theirs": st.text(max_size=10),
    },
)
MODES = st.sampled_from(["Speech", "Text", "DTMF"])
NOWS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(lambda moment: moment.replace(tzinfo=KOREA))


@st.composite
def desks(draw: st.DrawFn) -> Desk | None:
    """None where a person calls back; else with or without a callback of who calls, within reach or not."""
    if draw(st.booleans()):
        return None
    desk = Desk()
    if draw(st.booleans()):
        desk.book(CALLER, at(24, 15))
    desk.wire.cut = draw(st.sampled_from([False, False, True]))
    return desk


@given(
    shop=SHOPS,
    desk=desks(),
    attributes=ATTRIBUTES,
    text=TEXTS,
    mode=MODES,
    now=NOWS,
    intent=st.sampled_from([*INTENTS, "another"]),
    confirmation=st.sampled_from(["None", "Confirmed", "Denied"]),
    slots=st.dictionaries(
        st.sampled_from(["CancelTarget", "FaqTopic", "Another"]), st.sampled_from(["주문", "쿠폰", ""])
    ),
)
def test_any_turn_has_an_answer(
    shop: Shop,
    desk: Desk | None,
    attributes: dict[str, str],
    text: str,
    mode: str,
    now: datetime,
    intent: str,
    confirmation: str,
    slots: dict[str, str],
) -> None:
    caller = Caller(shop, voice=mode != "Text", now=now, callbacks=desk.for_a_turn if desk else lambda: None)
    caller.attributes = attributes

    heard = caller.turn(text, mode, intent, confirmation, slots)

    assert heard.text


@given(
    shop=SHOPS,
    desk=desks(),
    said=st.lists(TEXTS, max_size=8),
    intent=st.sampled_from([*INTENTS]),
    voice=st.booleans(),
)
def test_any_conversation_can_go_on_or_ends(
    shop: Shop, desk: Desk | None, said: list[str], intent: str, voice: bool
) -> None:
    caller = Caller(shop, voice=voice, callbacks=desk.for_a_turn if desk else lambda: None)
    heard: Heard = caller.say("시작", intent)

    for text in said:
        if heard.next_action:
            break
        heard = caller.say(text)
        assert int(heard.attributes["misses"]) < 3

    assert heard.text


@given(text=TEXTS, intent=st.sampled_from([*INTENTS]), voice=st.booleans())
def test_what_was_said_is_stored_nowhere(text: str, intent: str, voice: bool) -> None:
    secret = f"{text} 쉿쉿"
    caller = Caller(voice=voice)

    heard = caller.say(secret, intent)

    assert not [name for name, value in heard.attributes.items() if "쉿쉿" in value]
