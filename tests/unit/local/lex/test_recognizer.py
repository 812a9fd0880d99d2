"""The recognizer takes what equals or resembles a sample utterance, and values by their form or their list."""

import time
import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest

from aicc_local.lex.definition import Locale, read_locale
from aicc_local.lex.recognizer import SlotValue
from aicc_local.lex.similarity import SimilarityRecognizer
from tests.unit.local.lex.bots import FALLBACK, intent, locale, slot, utterances

RECOGNIZER = SimilarityRecognizer(today=lambda: date(2026, 11, 27))


def one_slot(type_name: str, **more: object) -> Locale:
    asked = slot("Asked", type_name, "말씀해 주세요.")
    asked["ValueElicitationSetting"] |= more
    return read_locale(locale(intent("Ask", "문의할게요", "{Asked} 문의할게요", slots=(asked,)), FALLBACK))


def answer(found: Locale, text: str) -> SlotValue | None:
    ask = found.intents[0]
    return RECOGNIZER.slot(found, ask, ask.slots[0], text)


def understood(found: Locale, text: str) -> str | None:
    value = answer(found, text)
    return value.interpreted if value else None


@pytest.mark.parametrize(
    "text",
    ["상담원 연결", "상담원  연결", " 상담원 연결.", "상담원 연결!", unicodedata.normalize("NFD", "상담원 연결")],
    ids=["as it is", "spaces", "full stop", "mark", "letters apart"],
)
def test_an_utterance_is_known_whatever_its_spaces_and_last_mark(text: str) -> None:
    [match] = RECOGNIZER.intents(read_locale(locale()), text)

    assert (match.intent, match.confidence, match.slots) == ("TalkToAgent", 1.0, {})


@pytest.mark.parametrize("text", ["상담원연결", "상 담원 연 결", "음 상담원 연결"], ids=["together", "apart", "filler"])
def test_spaces_and_fillers_do_not_make_another_utterance(text: str) -> None:
    [match] = RECOGNIZER.intents(read_locale(locale()), text)

    assert (match.intent, match.confidence) == ("TalkToAgent", 1.0)


def test_what_is_like_an_utterance_is_less_than_certain() -> None:
    match = RECOGNIZER.intents(read_locale(locale()), "상담원 연결 부탁드려요")[0]

    assert match.intent == "TalkToAgent"
    assert 0.4 < match.confidence < 1


@pytest.mark.parametrize("text", ["", "?!", "12", "…", "🙂"])
def test_what_has_no_letters_is_like_nothing(text: str) -> None:
    assert RECOGNIZER.intents(read_locale(locale()), text) == []


def test_the_intents_come_in_the_order_of_their_confidence() -> None:
    matches = RECOGNIZER.intents(read_locale(locale()), "주문을 상담원이 취소해 주세요")

    assert [match.intent for match in matches] == ["CancelOrder", "TalkToAgent"]
    assert matches[0].confidence > matches[1].confidence


def test_listed_values_are_found_in_what_resembles_an_utterance() -> None:
    found = read_locale(
        locale(intent("Why", "{Reason} 때문에 왔어요", slots=(slot("Reason", "CancelReason", "왜요?"),)), FALLBACK)
    )

    [match] = RECOGNIZER.intents(found, "배송지연 때문에 전화드렸어요")

    assert match.slots == {"Reason": SlotValue(original="배송지연", interpreted="배송 지연", resolved=("배송 지연",))}


def test_a_slot_that_no_utterance_names_is_not_looked_for() -> None:
    match = RECOGNIZER.intents(read_locale(locale()), "배송 지연으로 주문 취소할래요")[0]

    assert (match.intent, match.slots) == ("CancelOrder", {})


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

    assert all(match.confidence < 1 for match in matches)
    assert time.process_time() - began < 1


def test_a_slot_that_cannot_be_that_stays_empty() -> None:
    [match] = RECOGNIZER.intents(read_locale(locale()), "주문 어제 번 취소해 주세요")

    assert match.confidence < 1
    assert match.slots == {}


def test_the_utterance_with_fewer_slots_comes_first() -> None:
    ask = intent("Ask", "{What} 알려 주세요", slots=(slot("What", "AMAZON.FreeFormInput", "무엇이요?"),))
    hours = intent("Hours", "영업시간 알려 주세요")

    matches = RECOGNIZER.intents(read_locale(locale(ask, hours, FALLBACK)), "영업시간 알려 주세요")

    assert [match.intent for match in matches] == ["Hours", "Ask"]


@pytest.mark.parametrize(
    ("type_name", "text", "interpreted"),
    [
        ("AMAZON.Number", "1234", "1234"),
        ("AMAZON.Number", "1,200원", "1200"),
        ("AMAZON.Number", "열두 개", "12"),
        ("AMAZON.Number", "천이백삼십 번이요", "1230"),
        ("AMAZON.Number", "네", None),
        ("AMAZON.Number", "많이요", None),
        ("AMAZON.Percentage", "삼십 퍼센트", "30"),
        ("AMAZON.Percentage", "5%", "5"),
        ("AMAZON.Percentage", "반이요", None),
        ("AMAZON.PhoneNumber", "010-1234-5678", "01012345678"),
        ("AMAZON.PhoneNumber", "+82 10 1234 5678", "+821012345678"),
        ("AMAZON.PhoneNumber", "공일공 일이삼사 오육칠팔이요", "01012345678"),
        ("AMAZON.PhoneNumber", "전화번호", None),
        ("AMAZON.Date", "2026-11-30", "2026-11-30"),
        ("AMAZON.Date", "내일이요", "2026-11-28"),
        ("AMAZON.Date", "십이월 3일", "2026-12-03"),
        ("AMAZON.Date", "유월 일일이요", "2027-06-01"),
        ("AMAZON.Date", "2월 30일", None),
        ("AMAZON.Date", "언젠가", None),
        ("AMAZON.Time", "15:30", "15:30"),
        ("AMAZON.Time", "25:00", None),
        ("AMAZON.Time", "오후 세 시 반이요", "15:30"),
        ("AMAZON.Time", "오전 10시 5분", "10:05"),
        ("AMAZON.Time", "밤 열두 시", "00:00"),
        ("AMAZON.Time", "낮 열두 시", "12:00"),
        ("AMAZON.Time", "15시", "15:00"),
        ("AMAZON.Time", "세 시 칠십 분", None),
        ("AMAZON.Time", "나중에", None),
        ("AMAZON.Confirmation", "네 맞아요", "Yes"),
        ("AMAZON.Confirmation", "아니요", "No"),
        ("AMAZON.Confirmation", "글쎄요", None),
        ("AMAZON.EmailAddress", "메일은 kim@example.com이에요", "kim@example.com"),
        ("AMAZON.EmailAddress", "메일이 없어요", None),
        ("AMAZON.Duration", "PT30M", "PT30M"),
        ("AMAZON.Duration", "한참", None),
        ("AMAZON.EmailAddress", "kim@example.com", "kim@example.com"),
        ("AMAZON.FirstName", "지혜", "지혜"),
        ("AMAZON.FreeFormInput", "문 앞에 놓아 주세요.", "문 앞에 놓아 주세요."),
        ("CancelReason", "배송 지연", "배송 지연"),
        ("CancelReason", "마음이 바뀌었어요", "단순 변심"),
        ("CancelReason", "배송지연이요", "배송 지연"),
        ("CancelReason", "음 마음이 바뀌었어요 그래서요", "단순 변심"),
        ("CancelReason", "그냥요", None),
    ],
)
def test_a_value_is_told_by_its_type(type_name: str, text: str, interpreted: str | None) -> None:
    assert understood(one_slot(type_name), text) == interpreted


def test_an_hour_that_may_be_before_or_after_noon_is_not_decided() -> None:
    value = answer(one_slot("AMAZON.Time"), "세 시요")

    assert value == SlotValue(original="세 시요", interpreted=None, resolved=("03:00", "15:00"))


def test_today_is_that_of_seoul_unless_told() -> None:
    found = one_slot("AMAZON.Date")
    ask = found.intents[0]

    value = SimilarityRecognizer().slot(found, ask, ask.slots[0], "오늘")

    assert value is not None
    assert value.interpreted in {
        (datetime.now(UTC) + timedelta(hours=hours)).date().isoformat() for hours in (8, 9, 10)
    }


def test_without_top_resolution_the_words_of_the_caller_count() -> None:
    found = locale(intent("Ask", "문의", slots=(slot("Asked", "CancelReason", "왜요?"),)), FALLBACK)
    found["SlotTypes"][0]["ValueSelectionSetting"] = {"ResolutionStrategy": "ORIGINAL_VALUE"}

    assert understood(read_locale(found), "마음이 바뀌었어요") == "마음이 바뀌었어요"


def test_an_answer_may_follow_an_utterance_of_the_slot() -> None:
    found = one_slot("AMAZON.Number", SampleUtterances=utterances("{Asked} 번이에요"))

    assert understood(found, "12번이에요") == "12"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *(
            (text, True)
            for text in (
                "네",
                "예.",
                "네, 맞아요",
                "네 그렇게 해 주세요",
                "맞아요",
                "그렇게 부탁드려요",
                "네네",
                "좋습니다",
            )
        ),
        *((text, True) for text in ("음 네 맞습니다", "네 괜찮아요", "그럼요", "네 예약해 주세요")),
        *(
            (text, False)
            for text in ("아니요", "아뇨!", "아니요 괜찮아요", "아니 네 시요", "틀렸어요", "됐어요", "하지 마세요")
        ),
        *((text, None) for text in ("글쎄요", "네 시요", "네 번째요", "괜찮아요", "세 시 반이요", "", "내일이요")),
    ],
)
def test_yes_and_no(text: str, says: bool | None) -> None:
    assert RECOGNIZER.confirmation(read_locale(locale()), text) is says
