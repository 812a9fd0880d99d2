"""What callers answer when time and number of a callback are read back to them."""

import pytest

from tests.unit.fulfill_intent.caller import CALLER, NOW, Caller, at


@pytest.mark.parametrize("confirmation", ["None", "Denied", "Confirmed"])
@pytest.mark.parametrize("intent", ["", "FallbackIntent", "opening_hours"])
@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("아니 네 시요", (24, 16)),
        ("네 시요", (24, 16)),
        ("네 시로 바꿔 주세요", (24, 16)),
        ("모레로 해 주세요", (25, 15, 30)),
        ("내일 말고 모레 오전 열 시요", (25, 10)),
    ],
)
def test_a_correction_of_the_time_is_read_back_anew(
    read_back: Caller, said: str, agreed: tuple[int, int], intent: str, confirmation: str
) -> None:
    heard = read_back.say(said, intent, confirmation=confirmation)

    assert heard.asks == "ConfirmIntent"
    assert heard.intent["name"] == "callback"
    assert heard.attributes["callback_time"] == at(*agreed)
    assert heard.attributes["callback_phone"] == CALLER


def test_a_correction_of_the_number_is_read_back_anew(read_back: Caller) -> None:
    heard = read_back.say("번호가 틀렸어요 공일공 구구구구 팔팔팔팔이요")

    assert heard.asks == "ConfirmIntent"
    assert "공일공, 구구구구, 팔팔팔팔" in heard.text
    assert heard.attributes["callback_time"] == at(24, 15, 30)


@pytest.mark.parametrize(
    ("said", "asks"),
    [("시간이 틀렸어요", "CallbackTime"), ("번호가 틀렸어요", "CallbackPhone"), ("날짜를 바꿀게요", "CallbackTime")],
)
def test_what_is_wrong_is_asked_for(read_back: Caller, said: str, asks: str) -> None:
    heard = read_back.say(said, confirmation="Denied")

    assert heard.asks == asks
    assert heard.attributes["misses"] == "0"


@pytest.mark.parametrize(
    ("said", "asks"),
    [("번호가 틀렸어요", "CallbackPhone"), ("번호요", "CallbackPhone"), ("시간을 바꿀게요", "CallbackTime")],
)
def test_what_is_wrong_is_heard_whatever_lex_takes_it_for(read_back: Caller, said: str, asks: str) -> None:
    heard = read_back.say(said, "faq")

    assert heard.asks == asks
    assert heard.intent["name"] == "callback"


def test_a_person_is_asked_for_with_words_of_the_read_back(read_back: Caller) -> None:
    heard = read_back.say("시간 없으니까 상담원 바꿔 주세요", "agent")

    assert (heard.next_action, heard.attributes["bot_intent"]) == ("queue", "agent")


def test_a_denial_asks_what_to_change(read_back: Caller) -> None:
    denied = read_back.say("아니요", confirmation="Denied")
    what = read_back.say("시간이요")
    corrected = read_back.say("다섯 시요")
    last = read_back.say("네")

    assert "어느 것을 바꿔 드릴까요?" in denied.text
    assert what.asks == "CallbackTime"
    assert corrected.asks == "ConfirmIntent"
    assert last.attributes["callback_time"] == at(24, 17)
    assert last.next_action == "callback"


def test_the_time_repeated_is_a_yes(read_back: Caller) -> None:
    heard = read_back.say("네, 내일 오후 세 시 반 맞아요")

    assert heard.next_action == "callback"


@pytest.mark.parametrize("said", ["됐어요", "아니요 안 할래요", "예약 취소해 주세요", "나중에 걸게요"])
def test_who_does_not_want_it_any_more_is_not_called(read_back: Caller, said: str) -> None:
    heard = read_back.say(said)

    assert heard.text.startswith("네, 전화 예약은 하지 않겠습니다.")
    assert heard.attributes["callback_time"] == ""
    assert heard.attributes["callback_phone"] == ""


def test_a_read_back_is_repeated(read_back: Caller) -> None:
    asked = read_back.last

    again = read_back.say("뭐라고요?")

    assert asked
    assert (again.text, again.asks, again.intent) == (asked.text, "ConfirmIntent", asked.intent)


def test_an_agreed_time_that_has_passed_is_asked_for_again(read_back: Caller) -> None:
    read_back.now = NOW.replace(day=25)

    heard = read_back.say("네")

    assert heard.asks == "CallbackTime"


def test_what_to_change_is_asked_twice_and_then_a_person_helps(read_back: Caller) -> None:
    read_back.say("아니요")

    first, second = read_back.say("글쎄요"), read_back.say("글쎄요")

    assert first.text.startswith("어느 것을 바꿔 드릴까요?")
    assert second.next_action == "queue"


def test_who_would_change_nothing_after_all_hears_it_read_back(read_back: Caller) -> None:
    read_back.say("아니요")

    heard = read_back.say("네 맞아요")

    assert heard.asks == "ConfirmIntent"


def test_a_read_back_that_is_not_answered_is_read_again_and_then_a_person_helps(read_back: Caller) -> None:
    first, second = read_back.say("글쎄요"), read_back.say("글쎄요")

    assert first.asks == "ConfirmIntent"
    assert first.text.startswith("죄송합니다. 다시 확인하겠습니다.")
    assert second.next_action == "queue"


@pytest.mark.parametrize(("confirmation", "asks"), [("Confirmed", "Close"), ("Denied", "CallbackTime")])
def test_what_lex_makes_of_an_unknown_answer_to_a_read_back_counts(
    read_back: Caller, confirmation: str, asks: str
) -> None:
    heard = read_back.say("그럭저럭요", confirmation=confirmation)

    assert heard.asks == asks


def test_another_wish_in_place_of_an_answer_to_a_read_back_is_served(read_back: Caller) -> None:
    heard = read_back.say("포인트는 어떻게 쓰나요", "faq", FaqTopic="포인트")

    assert heard.attributes["bot_intent"] == "faq"


@pytest.mark.parametrize("said", ["확인", "문제없어요", "그럽시다"])
def test_a_yes_is_heard_whatever_lex_takes_it_for(read_back: Caller, said: str) -> None:
    heard = read_back.say(said, "complaint")

    assert heard.next_action == "callback"
