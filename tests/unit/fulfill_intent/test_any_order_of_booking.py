"""Whatever is said in whatever order: one open callback for each number, at a time that was read back and confirmed."""

from collections.abc import Iterator
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from fulfill_intent import phrases
from fulfill_intent.expectation import Asked
from fulfill_intent.wished_time import wished_time
from fulfill_intent.words import spell_moment, spell_soon
from korean import parse_phone
from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, NOW, OTHER, Caller, Heard, at

SAID = st.sampled_from(
    [
        *(
            "네",
            "네 맞아요",
            "아니요",
            "됐어요",
            "취소해 주세요",
            "그대로 두세요",
            "바꿔 주세요",
            "글쎄요",
            "다시 말씀해 주세요",
        ),
        *(
            "내일 오후 세 시요",
            "네 시요",
            "세 시 반이요",
            "모레 오전 열 시에 전화 주세요",
            "토요일 세 시",
            "오 분 뒤에요",
        ),
        *("첫 번째요", "뒤에 거요", "아무 때나요", "이 번호로요", "다른 번호요", "공일공 구구구구 팔팔팔팔이요"),
        *("콜백 취소해 주세요", "예약한 전화 다섯 시로 바꿔 주세요", "몇 시에 전화 오기로 했죠", "전화 예약이요"),
        *("내일 세 시에 이 번호로 전화 주세요", "주문 취소해 주세요", "포인트요", "상담원이요"),
    ]
)
INTENTS = st.sampled_from(["", "callback", "cancel", "faq", "FallbackIntent"])
FAULTS = st.sampled_from(["", "", "", "", "cut", "losing"])
# Who answers what is asked comes further than who says anything at all.
FITTING = {
    "ElicitIntent": "내일 세 시에 이 번호로 전화 주세요",
    "CallbackTime": "모레 오전 열 시로 바꿔 주세요",
    "CallbackPhone": "이 번호로요",
    "ConfirmIntent": "네",
}
WORDS = st.one_of(
    st.just(""), SAID, st.sampled_from(["네", "아니요", "글쎄요", "취소해 주세요", "네 시로 바꿔 주세요"])
)
# What happens elsewhere before somebody speaks; the number may have been booked by another call.
MEANWHILE = st.sampled_from(["", "", "", "", "", "full", "booked", "cancelled"])
TURNS = st.lists(st.tuples(WORDS, INTENTS, FAULTS, st.booleans(), MEANWHILE), min_size=1, max_size=14)
ELSEWHERE = at(26, 11)


@given(turns=TURNS, voice=st.booleans())
def test_one_open_callback_for_each_number_at_a_time_that_was_confirmed(
    turns: list[tuple[str, str, str, bool, str]], voice: bool
) -> None:
    desk = Desk()
    caller = Caller(callbacks=desk.for_a_turn, voice=voice, attributes={"customer_number": CALLER})
    confirmed = {ELSEWHERE}

    for said, intent, fault, again, meanwhile in turns:
        _happen(meanwhile, desk)
        desk.wire.cut, desk.wire.losing = fault == "cut", fault == "losing"
        if not said:
            said, intent = FITTING.get(caller.last.asks if caller.last else "", FITTING["ElicitIntent"]), "callback"
        for heard, asked in _turn(caller, said, intent, again=again):
            confirmed |= _confirmed(asked, said)
            for phone in (CALLER, OTHER):
                assert len(desk.open(phone)) <= 1
                assert set(desk.open(phone)) <= confirmed
            _check_promise(heard, desk)


def _happen(meanwhile: str, desk: Desk) -> None:
    desk.wire.cut = desk.wire.losing = False
    if meanwhile == "full":
        desk.fill(at(24, 15), at(25, 10))
    elif meanwhile == "booked":
        desk.book(CALLER, ELSEWHERE)
    elif meanwhile == "cancelled":
        desk.cancel_all(CALLER)


def _turn(caller: Caller, said: str, intent: str, *, again: bool) -> Iterator[tuple[Heard, Heard | None]]:
    """One turn, and once more as if its answer had not arrived; a conversation that has ended begins anew."""
    if caller.last and caller.last.next_action:
        caller.last = None
        caller.attributes = {name: caller.attributes[name] for name in ("channel", "customer_number")}
    before, asked = dict(caller.attributes), caller.last
    yield caller.say(said, intent), asked
    if again:
        caller.attributes, caller.last = before, asked
        yield caller.say(said, intent), asked


def _confirmed(asked: Heard | None, said: str) -> set[str]:
    """The time that was read back, if that was said yes to, or said again."""
    if asked is None or not asked.attributes["expects"].startswith(Asked.READ_BACK):
        return set()
    when, phone = asked.attributes["callback_time"], asked.attributes["callback_phone"]
    moment = datetime.fromisoformat(when)
    assert any(spelled in asked.text for spelled in (spell_moment(moment).voice, spell_moment(moment).chat))
    same_time = wished_time(said, now=NOW, agreed=moment) == moment
    same_phone = parse_phone(said) == phone or (phone == CALLER and phrases.means_this_number(said))
    return {when} if phrases.is_yes(said) or same_time or same_phone else set()


def _check_promise(heard: Heard, desk: Desk) -> None:
    """What was promised is in the ledger."""
    if "바꿨습니다" in heard.text or "번호로 전화드리겠습니다. 예시상사" in heard.text:
        due = [datetime.fromisoformat(when) for phone in (CALLER, OTHER) for when in desk.open(phone)]
        spelled = [spell_soon(when, NOW.date()) for when in due]
        assert any(words.voice in heard.text or words.chat in heard.text for words in spelled)
    if "전화 예약을 취소했습니다" in heard.text:
        assert desk.open(CALLER) == []
