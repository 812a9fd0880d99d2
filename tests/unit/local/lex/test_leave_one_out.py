"""Utterances are judged by the others of their bot."""

from aicc_local.lex.definition import Locale, read_locale
from aicc_local.lex.leave_one_out import leave_one_out
from tests.unit.local.lex.bots import FALLBACK, intent, locale, slot


def bot() -> Locale:
    delivery = intent("Delivery", "택배 언제 와요", "택배 언제쯤 와요", "주문 취소 언제 돼요")
    cancel = intent("Cancel", "주문 취소할게요", "주문 취소", "주문 취소해 주세요")
    return read_locale(locale(delivery, cancel, FALLBACK))


def test_every_utterance_is_judged_in_its_order() -> None:
    judged = list(leave_one_out(bot()))

    assert [each.said for each in judged] == [each for intent in bot().intents for each in intent.utterances]


def test_an_utterance_that_others_resemble_is_taken_for_its_own() -> None:
    first = next(leave_one_out(bot()))

    assert (first.intent, first.taken_for, first.right) == ("Delivery", "Delivery", True)
    assert first.margin > 0


def test_an_utterance_that_resembles_another_intent_is_found() -> None:
    third = list(leave_one_out(bot()))[2]

    assert (third.taken_for, third.rival, third.right) == ("Cancel", "Cancel", False)
    assert third.margin < 0


def test_an_utterance_that_nothing_resembles_is_taken_for_nothing() -> None:
    found = read_locale(locale(intent("Only", "상담원 연결"), intent("Other", "주문 조회", "주문 확인"), FALLBACK))

    first = next(leave_one_out(found))

    assert (first.taken_for, first.rival, first.margin) == ("", "", 0.0)


def test_a_slot_is_said_with_its_first_value() -> None:
    slots = (slot("Why", "CancelReason", "왜요?"), slot("Number", "AMAZON.Number", "몇 번이요?"))
    found = read_locale(locale(intent("Cancel", "{Why} 취소", "{Number} 번 취소", slots=slots), FALLBACK))

    assert [each.said for each in leave_one_out(found)] == ["단순 변심 취소", " 번 취소"]
