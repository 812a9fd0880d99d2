"""The simple recognizer takes what equals a sample utterance, and values by their form or their list."""

import time
import unicodedata

import pytest

from aicc_local.lex.definition import Locale, read_locale
from aicc_local.lex.recognizer import SampleRecognizer
from tests.unit.local.lex.bots import FALLBACK, intent, locale, slot, utterances

RECOGNIZER = SampleRecognizer()


def one_slot(type_name: str, **more: object) -> Locale:
    asked = slot("Asked", type_name, "말씀해 주세요.")
    asked["ValueElicitationSetting"] |= more
    return read_locale(locale(intent("Ask", "문의할게요", "{Asked} 문의할게요", slots=(asked,)), FALLBACK))


def understood(found: Locale, text: str) -> str | None:
    ask = found.intents[0]
    value = RECOGNIZER.slot(found, ask, ask.slots[0], text)
    return value.interpreted if value else None


@pytest.mark.parametrize(
    "text",
    ["상담원 연결", "상담원  연결", " 상담원 연결.", "상담원 연결!", unicodedata.normalize("NFD", "상담원 연결")],
    ids=["as it is", "spaces", "full stop", "mark", "letters apart"],
)
def test_an_utterance_is_known_whatever_its_spaces_and_last_mark(text: str) -> None:
    [match] = RECOGNIZER.intents(read_locale(locale()), text)

    assert (match.intent, match.confidence, match.slots) == ("TalkToAgent", 1.0, {})


def test_nothing_is_guessed() -> None:
    assert RECOGNIZER.intents(read_locale(locale()), "상담원 연결 부탁드려요") == []


@pytest.mark.parametrize("text", ["주문 1234 번 취소해 주세요", "주문 1234번 취소해 주세요"], ids=["apart", "together"])
def test_slots_are_filled_from_their_places(text: str) -> None:
    [match] = RECOGNIZER.intents(read_locale(locale()), text)

    assert match.slots["OrderNumber"].interpreted == "1234"


@pytest.mark.parametrize(
    ("utterance", "text"),
    [
        ("{Fruit} {Count} 개 주세요", "사과 3 개 주세요"),
        ("{Fruit} {Count} 개 주세요", "사과 3개 주세요"),
        ("{Fruit} {Count}", "사과 3"),
        ("{Count} {Fruit}", "3 사과"),
        ("{Fruit} 를 {Count} 개", "사과를 3개"),
    ],
)
def test_slots_side_by_side_are_told_apart_by_spaces(utterance: str, text: str) -> None:
    slots = (slot("Fruit", "AMAZON.FreeFormInput", "무엇을요?"), slot("Count", "AMAZON.Number", "몇 개요?"))

    [match] = RECOGNIZER.intents(read_locale(locale(intent("Order", utterance, slots=slots), FALLBACK)), text)

    assert {name: value.interpreted for name, value in match.slots.items()} == {"Fruit": "사과", "Count": "3"}


def test_a_slot_takes_more_words_when_fewer_are_no_value() -> None:
    slots = (slot("Why", "CancelReason", "왜요?"), slot("Order", "AMAZON.Number", "몇 번이요?"))
    found = read_locale(locale(intent("Cancel", "{Why} {Order} 취소", slots=slots), FALLBACK))

    [match] = RECOGNIZER.intents(found, "배송 지연 1234 취소")

    assert {name: value.interpreted for name, value in match.slots.items()} == {"Why": "배송 지연", "Order": "1234"}


def test_words_that_run_together_are_not_two_slots() -> None:
    slots = (slot("Fruit", "AMAZON.FreeFormInput", "무엇을요?"), slot("Count", "AMAZON.Number", "몇 개요?"))

    assert not RECOGNIZER.intents(
        read_locale(locale(intent("Order", "{Fruit} {Count}", slots=slots), FALLBACK)), "사과3"
    )


def test_a_text_that_can_be_split_in_very_many_ways_takes_no_time() -> None:
    names = [f"S{number}" for number in range(8)]
    slots = tuple(slot(name, "AMAZON.Number" if name == "S7" else "AMAZON.FirstName", "네?") for name in names)
    utterance = " 가 ".join(f"{{{name}}}" for name in names)
    found = read_locale(locale(intent("Many", utterance, slots=slots), FALLBACK))
    began = time.process_time()

    matches = RECOGNIZER.intents(found, "가 " * 500)

    assert matches == []
    assert time.process_time() - began < 1


def test_an_utterance_whose_slot_cannot_be_that_does_not_fit() -> None:
    assert RECOGNIZER.intents(read_locale(locale()), "주문 어제 번 취소해 주세요") == []


def test_the_utterance_with_fewer_slots_comes_first() -> None:
    ask = intent("Ask", "{What} 알려 주세요", slots=(slot("What", "AMAZON.FreeFormInput", "무엇이요?"),))
    hours = intent("Hours", "영업시간 알려 주세요")

    matches = RECOGNIZER.intents(read_locale(locale(ask, hours, FALLBACK)), "영업시간 알려 주세요")

    assert [match.intent for match in matches] == ["Hours", "Ask"]


@pytest.mark.parametrize(
    ("type_name", "text", "interpreted"),
    [
        ("AMAZON.Number", "1234", "1234"),
        ("AMAZON.Number", "열두 개", None),
        ("AMAZON.PhoneNumber", "010-1234-5678", "01012345678"),
        ("AMAZON.PhoneNumber", "전화번호", None),
        ("AMAZON.Date", "2026-11-30", "2026-11-30"),
        ("AMAZON.Date", "내일", None),
        ("AMAZON.Time", "15:30", "15:30"),
        ("AMAZON.Time", "25:00", None),
        ("AMAZON.EmailAddress", "kim@example.com", "kim@example.com"),
        ("AMAZON.FirstName", "지혜", "지혜"),
        ("AMAZON.FreeFormInput", "문 앞에 놓아 주세요.", "문 앞에 놓아 주세요."),
        ("CancelReason", "배송 지연", "배송 지연"),
        ("CancelReason", "마음이 바뀌었어요", "단순 변심"),
        ("CancelReason", "그냥요", None),
    ],
)
def test_a_value_is_told_by_its_type(type_name: str, text: str, interpreted: str | None) -> None:
    assert understood(one_slot(type_name), text) == interpreted


def test_without_top_resolution_the_words_of_the_caller_count() -> None:
    found = locale(intent("Ask", "문의", slots=(slot("Asked", "CancelReason", "왜요?"),)), FALLBACK)
    found["SlotTypes"][0]["ValueSelectionSetting"] = {"ResolutionStrategy": "ORIGINAL_VALUE"}

    assert understood(read_locale(found), "마음이 바뀌었어요") == "마음이 바뀌었어요"


def test_an_answer_may_follow_an_utterance_of_the_slot() -> None:
    found = one_slot("AMAZON.Number", SampleUtterances=utterances("{Asked} 번이에요"))

    assert understood(found, "12번이에요") == "12"


@pytest.mark.parametrize(
    ("text", "says"),
    [("네", True), ("네, 맞아요", None), ("예.", True), ("아니요", False), ("아뇨!", False), ("글쎄요", None)],
)
def test_yes_and_no(text: str, says: bool | None) -> None:
    assert RECOGNIZER.confirmation(read_locale(locale()), text) is says
