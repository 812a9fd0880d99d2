"""Conversations about a time that is booked up: two that are free are offered, and one of them is taken."""

import pytest

from callback_ledger.slots import SlotRules
from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, Caller, at

HALF_PAST_TWO, HALF_PAST_THREE = at(24, 14, 30), at(24, 15, 30)


@pytest.fixture
def offered(customer: Caller, desk: Desk) -> Caller:
    """Who wants tomorrow at three, which is full."""
    desk.fill(at(24, 15))
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")
    return customer


def test_offers_the_two_nearest_times_that_are_free(offered: Caller) -> None:
    assert offered.last
    assert offered.last.text == (
        "그 시간은 예약이 모두 찼습니다. 오후 두 시 삼십 분이나 오후 세 시 삼십 분은 가능합니다. 언제가 좋으시겠어요?"
    )
    assert offered.last.asks == "CallbackTime"


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("세 시 반이요", HALF_PAST_THREE),
        ("두 시 반으로 해 주세요", HALF_PAST_TWO),
        ("첫 번째요", HALF_PAST_TWO),
        ("앞에 거요", HALF_PAST_TWO),
        ("빠른 걸로 해 주세요", HALF_PAST_TWO),
        ("두 번째로 할게요", HALF_PAST_THREE),
        ("뒤에 거요", HALF_PAST_THREE),
        ("늦은 시간이요", HALF_PAST_THREE),
        ("둘 다 괜찮아요", HALF_PAST_TWO),
        ("아무 때나요", HALF_PAST_TWO),
        ("다섯 시요", at(24, 17)),
        ("모레 오전 열 시요", at(25, 10)),
    ],
)
def test_takes_the_one_that_is_named(offered: Caller, desk: Desk, said: str, taken: str) -> None:
    read_back = offered.say(said)
    offered.say("네")

    assert read_back.asks == "ConfirmIntent"
    assert desk.open(CALLER) == [taken]


def test_a_yes_to_two_asks_which_one(offered: Caller, desk: Desk) -> None:
    which = offered.say("네")
    offered.say("두 번째요")
    offered.say("네")

    assert "오후 두 시 삼십 분이나 오후 세 시 삼십 분은 가능합니다." in which.text
    assert desk.open(CALLER) == [HALF_PAST_THREE]


def test_a_yes_to_the_only_one_takes_it() -> None:
    desk = Desk(SlotRules(length=30, capacity=1, lead=10, days=0))
    desk.fill(*(at(23, hour, minute) for hour in range(10, 18) for minute in (0, 30) if (hour, minute) > (10, 30)))
    caller = Caller(callbacks=desk.for_a_turn)

    offered = caller.say("오늘 오후 세 시에 이 번호로 전화 주세요", "callback")
    caller.say("네")
    caller.say("네")

    assert "오전 열 시 삼십 분은 가능합니다. 그때 전화드릴까요?" in offered.text
    assert desk.open(CALLER) == [at(23, 10, 30)]


def test_none_of_them_may_be_wanted(offered: Caller) -> None:
    heard = offered.say("아니요")

    assert heard.text.startswith("언제 전화드릴까요?")


def test_offers_of_other_days_are_named_with_their_days(customer: Caller, desk: Desk) -> None:
    desk.fill(*(at(27, hour, minute) for hour in range(9, 18) for minute in (0, 30)))

    heard = customer.say("금요일 오후 다섯 시 반에 이 번호로 전화 주세요", "callback")

    assert "십일월 이십육일 목요일 오후 다섯 시나 오후 다섯 시 삼십 분은 가능합니다." in heard.text


def test_nobody_is_sent_round_among_full_times_for_ever(offered: Caller, desk: Desk) -> None:
    desk.fill(at(25, 10), at(26, 10))

    second = offered.say("모레 오전 열 시요")
    third = offered.say("목요일 오전 열 시요")

    assert second.asks == "CallbackTime"
    assert (third.next_action, third.queue) == ("queue", "general")


def test_a_person_helps_when_nothing_is_free_within_the_horizon() -> None:
    desk = Desk(SlotRules(length=30, capacity=1, lead=10, days=0))
    desk.fill(*(at(23, hour, minute) for hour in range(10, 18) for minute in (0, 30) if (hour, minute) > (10, 0)))
    caller = Caller(callbacks=desk.for_a_turn)

    heard = caller.say("오늘 오후 세 시에 전화 주세요", "callback")

    assert heard.text.startswith("죄송합니다. 지금은 예약할 수 있는 시간이 남아 있지 않습니다.")
    assert (heard.next_action, heard.queue) == ("queue", "general")


def test_a_time_that_fills_up_during_the_conversation_is_not_promised(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")
    desk.fill(at(24, 15))

    offered = customer.say("네")
    customer.say("뒤에 거요")
    booked = customer.say("네")

    assert offered.text.startswith("그 시간은 예약이 모두 찼습니다.")
    assert "내일 오후 세 시 삼십 분에" in booked.text
    assert desk.open(CALLER) == [HALF_PAST_THREE]
    assert desk.counts.names == ["SlotFull", "Booked"]
