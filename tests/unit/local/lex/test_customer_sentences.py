"""How far the utterances of the customer service bot reach: sentences that it was not made from."""

from collections import Counter

import pytest

from aicc_local.lex.letters import joined
from aicc_local.lex.similarity import SimilarityRecognizer
from tests.unit.local.lex.customer_bot import NONE, customer_service, sentences

SLOTS = [
    ("정기구독 그만 받고 싶은데요", "CancelTarget", "구독"),
    ("지난번에 산 거 취소할래요", "CancelTarget", "주문"),
    ("미용실 말고 설치 예약 취소요", "CancelTarget", "예약"),
    ("마일리지는 어디에다 써요", "FaqTopic", "포인트"),
    ("비번 까먹었는데 어떻게 하죠", "FaqTopic", "비밀번호"),
    ("할인쿠폰 쓰려면 어떻게 하나요", "FaqTopic", "쿠폰"),
]


def taken_for(sentence: str) -> str:
    locale = customer_service()
    best = SimilarityRecognizer().intents(locale, sentence)[:1]
    return best[0].intent if best and best[0].confidence >= locale.threshold else NONE


@pytest.mark.thorough
def test_nine_of_ten_sentences_are_taken_for_what_they_mean() -> None:
    meant = sentences()

    wrong = [(intent, found, said) for intent, said in meant if (found := taken_for(said)) != intent]

    assert len(meant) > 550
    assert len(wrong) / len(meant) < 0.1, wrong


@pytest.mark.thorough
def test_no_intent_is_left_behind() -> None:
    meant = sentences()
    of = Counter(intent for intent, _ in meant)

    right = Counter(intent for intent, said in meant if taken_for(said) == intent)

    assert {intent for intent, number in of.items() if right[intent] / number < 0.8} == set()


def test_what_is_none_of_the_shops_business_is_mostly_left_alone() -> None:
    others = [said for intent, said in sentences() if intent == NONE]

    taken = [(said, found) for said in others if (found := taken_for(said)) != NONE]

    assert len(taken) / len(others) < 0.2, taken


def test_the_sentences_are_not_those_of_the_bot() -> None:
    utterances = {joined(each) for intent in customer_service().intents for each in intent.utterances}

    assert [said for _, said in sentences() if joined(said) in utterances] == []


def test_every_intent_of_the_bot_has_sentences() -> None:
    spoken = {intent.name for intent in customer_service().intents if intent.utterances}

    assert {intent for intent, _ in sentences()} == {*spoken, NONE}


@pytest.mark.thorough
@pytest.mark.parametrize("squeezed", [False, True], ids=["spaced", "squeezed"])
def test_utterances_are_certain_however_they_are_spaced(squeezed: bool) -> None:
    locale, recognizer = customer_service(), SimilarityRecognizer()
    said = [(intent.name, each) for intent in locale.intents for each in intent.utterances[::20] if "{" not in each]

    doubtful = [
        utterance
        for intent, utterance in said
        if (best := recognizer.intents(locale, utterance.replace(" ", "") if squeezed else utterance)[0]).confidence < 1
        or best.intent != intent
    ]

    assert doubtful == []


@pytest.mark.parametrize(("sentence", "slot", "value"), SLOTS)
def test_slots_are_heard_in_sentences(sentence: str, slot: str, value: str) -> None:
    best = SimilarityRecognizer().intents(customer_service(), sentence)[0]

    assert best.slots[slot].interpreted == value
