from collections.abc import Callable

import pytest

from fulfill_intent import phrases

YES = [
    "네",
    "예",
    "네네",
    "네, 맞습니다",
    "맞아요",
    "네 그렇게 해 주세요",
    "좋아요 감사합니다",
    "음 네",
    "네 부탁드립니다",
    "OK",
]
NO = ["아니요", "아뇨", "아니에요", "아니요 틀렸어요", "아니 아니요", "음 아니요"]
PERSON = [
    "상담원",
    "상담원이요",
    "상담사 바꿔 주세요",
    "사람이랑 얘기할래요",
    "직원 연결해 주세요",
    "담당자요",
    "사람 불러 주세요",
]
REPEAT = [
    "다시 말씀해 주세요",
    "다시요",
    "한 번 더요",
    "뭐라고요",
    "못 들었어요",
    "다시 한번 들려주세요",
    "잘 안 들려요",
    "네? 뭐요?",
]
ENOUGH = ["됐어요", "아니 됐어요", "그만할게요", "안 할래요", "나중에 할게요", "필요 없어요", "취소할게요", "끊을게요"]
DONE = [
    "아니요",
    "없어요",
    "아니요 없습니다",
    "네 없어요",
    "네 감사합니다",
    "됐습니다",
    "이제 다 됐어요",
    "수고하세요",
    "더 없어요",
]
OTHERS = [
    "네 시요",
    "아니 네 시요",
    "공일공 다시 일이삼사",
    "주문 취소하고 싶어요",
    "결제됐어요",
    "환불 안 됐어요",
    "배송 조회요",
    "",
    "음",
    "...",
]


@pytest.mark.parametrize(
    ("known", "sentences"),
    [
        (phrases.is_yes, YES),
        (phrases.is_no, NO),
        (phrases.wants_person, PERSON),
        (phrases.wants_repeat, REPEAT),
        (phrases.gives_up, ENOUGH),
        (phrases.is_done, DONE),
    ],
)
def test_knows_a_phrase_however_it_is_spaced(known: Callable[[str], bool], sentences: list[str]) -> None:
    spelled = [*sentences, *(sentence.replace(" ", "") for sentence in sentences)]

    assert [sentence for sentence in spelled if not known(sentence)] == []


@pytest.mark.parametrize(
    "known",
    [
        phrases.is_yes,
        phrases.is_no,
        phrases.wants_person,
        phrases.wants_repeat,
        phrases.gives_up,
        phrases.is_done,
        phrases.means_latest,
        phrases.means_this_number,
    ],
)
def test_takes_no_other_sentence_for_one(known: Callable[[str], bool]) -> None:
    assert [sentence for sentence in OTHERS if known(sentence)] == []


def test_yes_and_no_exclude_each_other() -> None:
    assert not [sentence for sentence in YES if phrases.is_no(sentence)]
    assert not [sentence for sentence in NO if phrases.is_yes(sentence)]


def test_does_not_search_long_texts_for_long() -> None:
    assert not phrases.is_yes("네" * 10_000)
    assert phrases.wants_person("음 " * 5_000 + "상담원")
