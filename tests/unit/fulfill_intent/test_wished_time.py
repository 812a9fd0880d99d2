from datetime import date, datetime

import pytest

from fulfill_intent.wished_time import is_past, wished_day, wished_hour, wished_time
from korean import KOREA
from tests.unit.fulfill_intent.caller import NOW

AGREED = datetime(2026, 11, 25, 15, 30, tzinfo=KOREA)


def november(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=KOREA)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("네 시요", november(25, 16)),
        ("아니 네 시요", november(25, 16)),
        ("오전 열 시로요", november(25, 10)),
        ("내일 네 시요", november(24, 16)),
        ("오늘 네 시요", november(23, 16)),
        ("금요일 네 시요", november(27, 16)),
        ("두 시간 뒤에요", november(23, 12, 15)),
        ("금요일로 해 주세요", november(27, 15, 30)),
        ("내일로요", november(24, 15, 30)),
        ("네", None),
        ("아니요", None),
        ("이 번호로요", None),
    ],
)
def test_what_is_not_said_stays_as_agreed(text: str, wished: datetime | None) -> None:
    assert wished_time(text, now=NOW, agreed=AGREED) == wished


def test_without_anything_agreed_an_hour_is_the_next_one() -> None:
    assert wished_time("네 시요", now=NOW) == november(23, 16)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("월요일 오후 세 시에 전화 주세요", november(23, 15)),
        ("월요일 오전 아홉 시요", november(30, 9)),
        ("이번 주 월요일 오전 아홉 시요", None),
        ("월요일 아니면 화요일 세 시요", None),
        ("매주 월요일 세 시요", None),
    ],
)
def test_the_day_of_the_week_that_it_is_means_the_next_one_ahead(text: str, wished: datetime | None) -> None:
    assert wished_time(text, now=NOW) == wished


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("내일 오후에요", 24),
        ("모레 오전에 전화 주세요", 25),
        ("오늘 저녁에 통화하고 싶어요", 23),
        ("내일 점심시간에 연락 주세요", 24),
        ("금요일 저녁에도 하나요", 27),
        ("내일 공휴일인데 상담하나요", 24),
        ("토요일에 쉬어요", 28),
        ("월요일이요", 23),
        ("내일 말고 모레요", 25),
        ("내일은 안 되고 다른 날이요", None),
        ("글쎄요 아무 때나", None),
        ("오후에 연락 주세요", None),
        ("무슨 요일에 쉬어요", None),
        ("다른 번호로 할게요", None),
        ("", None),
    ],
)
def test_finds_the_day_that_is_named(text: str, day: int | None) -> None:
    assert wished_day(text, now=NOW) == (day and date(2026, 11, day))


def test_an_hour_of_a_day_is_not_one_from_now() -> None:
    day = AGREED.date()

    assert wished_hour("네 시요", day, now=NOW) == november(25, 16)
    assert wished_hour("오늘 네 시요", day, now=NOW) is None
    assert wished_hour("내일 네 시요", day, now=NOW) is None
    assert wished_hour("두 시간 뒤에요", day, now=NOW) is None


def test_knows_a_time_that_is_over() -> None:
    assert is_past("오늘 오전 아홉 시 반이요", now=NOW)
    assert is_past("어제 오후 세 시요", now=NOW)
    assert not is_past("어제 전화했는데 내일 세 시에 주세요", now=NOW)
    assert not is_past("어제 주문한 것 때문에 전화 주세요", now=NOW)
    assert not is_past("오늘 오후 네 시요", now=NOW)
    assert not is_past("글쎄요", now=NOW)
