"""Conversations about opening hours."""

import pytest

from aicc_core.opening_hours import OpeningHours, OpenTimes
from tests.unit.fulfill_intent.caller import NOW, Caller, Shop


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("영업시간 알려 주세요", "상담 시간은 평일 오전 아홉 시부터 오후 여섯 시까지입니다."),
        ("영업시간 알려 주세요", "오늘 십일월 이십삼일 월요일에는 오전 아홉 시부터 오후 여섯 시까지 상담합니다."),
        ("지금 상담하나요", "지금 상담하고 있습니다."),
        ("오늘 몇 시까지 해요", "오늘 십일월 이십삼일 월요일에는"),
        ("내일 상담해요", "십일월 이십사일 화요일에는 오전 아홉 시부터"),
        ("토요일도 상담해요", "십일월 이십팔일 토요일에는 상담을 쉽니다."),
        ("주말에도 하나요", "십일월 이십구일 일요일에는 상담을 쉽니다."),
        ("공휴일에도 하나요", "가까운 휴무일은 십이월 이십오일 금요일, 기독탄신일입니다."),
        ("크리스마스에 하나요", "십이월 이십오일 금요일, 기독탄신일에는 상담을 쉽니다."),
        ("설 연휴에도 하나요", "이월 팔일 월요일, 설날 대체공휴일에는 상담을 쉽니다."),
        ("십이월 삼십일일에 해요", "오전 열 시부터 오후 세 시까지 상담합니다."),
    ],
)
def test_tells_when_somebody_is_there(caller: Caller, said: str, told: str) -> None:
    heard = caller.say(said, "opening_hours")

    assert told in heard.text
    assert heard.text.endswith("더 도와드릴 일이 있으신가요?")


def test_writes_opening_hours_with_digits(reader: Caller) -> None:
    heard = reader.say("영업시간 알려 주세요", "opening_hours")

    assert heard.text == (
        "상담 시간은 평일 09:00~18:00입니다. 오늘 11월 23일 월요일에는 오전 9시부터 오후 6시까지 상담합니다. "
        "더 도와드릴 일이 있으신가요?"
    )


@pytest.mark.parametrize(
    ("hour", "told"),
    [(7, "지금은 상담 시간이 아니며, 오전 아홉 시에 시작합니다."), (20, "지금은 상담 시간이 아닙니다.")],
)
def test_tells_that_nobody_is_there_now(hour: int, told: str) -> None:
    heard = Caller(now=NOW.replace(hour=hour)).say("지금 하나요", "opening_hours")

    assert told in heard.text


def test_a_centre_that_never_closes_says_so_in_few_words() -> None:
    hours = OpeningHours("매일 이십사 시간", dict.fromkeys(range(7), (OpenTimes(0, 1440),)), {})
    caller, reader = Caller(Shop(hours=hours)), Caller(Shop(hours=hours), voice=False)

    heard, read = caller.say("휴일도 하나요", "opening_hours"), reader.say("오늘도 하나요", "opening_hours")

    assert heard.text.startswith("상담 시간은 매일 이십사 시간입니다. 예정된 휴무일은 없습니다.")
    assert "24시간 상담합니다." in read.text


def test_cannot_tell_opening_hours_that_nobody_has_set() -> None:
    heard = Caller(Shop(hours=None)).say("영업시간이요", "opening_hours")

    assert "상담 시간을 확인할 수 없습니다." in heard.text
    assert heard.next_action == ""


def test_opening_hours_that_cannot_be_read_lead_to_a_person() -> None:
    heard = Caller(Shop(closed=True)).say("영업시간이요", "opening_hours")

    assert (heard.next_action, heard.queue) == ("queue", "general")
