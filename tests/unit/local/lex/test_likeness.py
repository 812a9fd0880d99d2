"""Confidence: between 0 and 1, in order, made of the bot's own utterances only, and the same every time."""

from hypothesis import given
from hypothesis import strategies as st

from aicc_local.lex.definition import read_locale
from aicc_local.lex.likeness import Likeness, Sayings, likeness, sayings
from tests.unit.local.lex.bots import FALLBACK, intent, locale, slot

SHOP = (
    Sayings("order", ("주문 조회", "주문 확인해 주세요", "주문한 거 어떻게 됐어요"), ()),
    Sayings("delivery", ("배송 조회", "택배 언제 와요", "배송 확인해 주세요"), ()),
    Sayings("cancel", ("{What} 취소해 주세요",), (("What", ("정기 구독", "예약")),)),
)
KOREAN = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=30)


@given(st.one_of(st.text(max_size=60), KOREAN, st.sampled_from(["주문 조회해 주세요", "예약 취소"])))
def test_any_text_has_confidences_in_order(text: str) -> None:
    ranked = likeness(SHOP).ranked(text)

    confidences = [confidence for _, confidence in ranked]
    assert all(0 < confidence < 1 for confidence in confidences)
    assert confidences == sorted(confidences, reverse=True)


@given(KOREAN, st.integers(0, 30))
def test_a_space_more_changes_nothing_about_which_intent_is_likely(text: str, at: int) -> None:
    said = f"주문{text}"
    spaced = f"{said[:at]} {said[at:]}"

    assert [name for name, _ in likeness(SHOP).ranked(spaced)] == [name for name, _ in likeness(SHOP).ranked(said)]


def test_the_same_bot_gives_the_same_figures() -> None:
    text = "어제 주문한 거 확인해 주세요"

    assert Likeness(SHOP).ranked(text) == Likeness(SHOP).ranked(text)


def test_words_that_one_intent_has_tell_more_than_endings_that_all_have() -> None:
    [(best, _), *_] = likeness(SHOP).ranked("배송 상태 확인해 주세요")

    assert best == "delivery"


def test_what_a_slot_may_hold_speaks_for_its_intent() -> None:
    [(best, confidence), *_] = likeness(SHOP).ranked("정기 구독이요")

    assert best == "cancel"
    assert confidence > 0.2


def test_another_hour_is_said_the_same_way() -> None:
    of = (Sayings("callback", ("3시에 전화 주세요",), ()), Sayings("order", ("주문 조회",), ()))

    assert likeness(of).ranked("11시에 전화 주세요") == likeness(of).ranked("3시에 전화 주세요")


def test_words_of_other_trades_make_an_intent_less_likely() -> None:
    [(_, known), *_] = likeness(SHOP).ranked("주문 확인해 주세요")
    [(_, strange), *_] = likeness(SHOP).ranked("영화 시간 확인해 주세요")

    assert strange < known / 1.5


def test_an_utterance_left_out_does_not_speak_for_itself() -> None:
    whole = dict(likeness(SHOP).ranked("택배 언제 와요"))
    without = dict(likeness(SHOP).ranked("택배 언제 와요", without=("delivery", "택배 언제 와요")))

    assert whole["delivery"] > 0.5
    assert without["delivery"] < 0.2


def test_leaving_an_utterance_out_changes_nothing_for_good() -> None:
    tables = Likeness(SHOP)
    before = tables.ranked("택배 언제 와요")

    tables.ranked("택배 언제 와요", without=("delivery", "택배 언제 와요"))

    assert tables.ranked("택배 언제 와요") == before


def test_a_bot_with_one_intent_is_understood() -> None:
    [(name, confidence)] = likeness((Sayings("agent", ("상담원 연결",), ()),)).ranked("상담원 연결해 주세요")

    assert name == "agent"
    assert confidence > 0.4


def test_a_bot_without_utterances_takes_a_text_for_nothing() -> None:
    assert likeness(()).ranked("주문 조회") == []


def test_only_listed_values_are_among_the_sayings() -> None:
    slots = (slot("Why", "CancelReason", "왜요?"), slot("Number", "AMAZON.Number", "몇 번이요?"))
    found = read_locale(locale(intent("Cancel", "{Why} 취소", "{Number} 번 취소", slots=slots), FALLBACK))

    [cancel] = sayings(found)

    assert cancel.values == (("Why", ("단순 변심", "마음이 바뀌었어요", "배송 지연")),)
