"""Opening hours as a voice should read them."""

import pytest

from stacks.settings.hours import Hours, OpeningTime, Weekday
from stacks.settings.opening_hours_text import opening_hours_text, spoken_time

MONDAY_TO_THURSDAY: tuple[Weekday, ...] = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY")
MONDAY_TO_FRIDAY: tuple[Weekday, ...] = (*MONDAY_TO_THURSDAY, "FRIDAY")


def open_at(start: str, end: str, days: tuple[Weekday, ...] | None = None) -> OpeningTime:
    return OpeningTime(start=start, end=end) if days is None else OpeningTime(start=start, end=end, days=days)


def text(*times: OpeningTime, closed_on_holidays: bool = False) -> str:
    return opening_hours_text(
        Hours(
            name="Hours",
            description="시간",
            open=times,
            always_open=not times,
            closed_on_holidays=closed_on_holidays,
        )
    )


@pytest.mark.parametrize(
    ("minutes", "spoken"),
    [
        (0, "자정"),
        (1, "밤 열두 시 일 분"),
        (30, "밤 열두 시 삼십 분"),
        (60, "오전 한 시"),
        (9 * 60, "오전 아홉 시"),
        (11 * 60 + 11, "오전 열한 시 십일 분"),
        (12 * 60, "낮 열두 시"),
        (12 * 60 + 20, "낮 열두 시 이십 분"),
        (18 * 60 + 45, "오후 여섯 시 사십오 분"),
        (22 * 60 + 10, "오후 열 시 십 분"),
        (1440, "자정"),
    ],
)
def test_hours_are_native_and_minutes_sino_korean(minutes: int, spoken: str) -> None:
    assert spoken_time(minutes) == spoken


@pytest.mark.parametrize(
    ("times", "spoken"),
    [
        ([], "매일 이십사 시간"),
        ([open_at("09:00", "18:00", MONDAY_TO_FRIDAY)], "평일 오전 아홉 시부터 오후 여섯 시까지"),
        ([open_at("10:00", "22:00")], "매일 오전 열 시부터 오후 열 시까지"),
        ([open_at("10:00", "14:00", ("SATURDAY", "SUNDAY"))], "주말 오전 열 시부터 오후 두 시까지"),
        (
            [open_at("09:00", "18:00", MONDAY_TO_FRIDAY), open_at("09:00", "12:30", ("SATURDAY",))],
            "평일 오전 아홉 시부터 오후 여섯 시까지, 토요일 오전 아홉 시부터 낮 열두 시 삼십 분까지",
        ),
        (
            [open_at("09:00", "12:00", MONDAY_TO_FRIDAY), open_at("13:00", "18:00", MONDAY_TO_FRIDAY)],
            "평일 오전 아홉 시부터 낮 열두 시까지, 오후 한 시부터 오후 여섯 시까지",
        ),
        (
            [open_at("09:00", "18:00", MONDAY_TO_THURSDAY), open_at("09:00", "17:00", ("FRIDAY",))],
            "월요일부터 목요일까지 오전 아홉 시부터 오후 여섯 시까지, 금요일 오전 아홉 시부터 오후 다섯 시까지",
        ),
        (
            [open_at("09:00", "18:00", ("MONDAY", "WEDNESDAY"))],
            "월요일과 수요일 오전 아홉 시부터 오후 여섯 시까지",
        ),
        (
            [open_at("09:00", "18:00", ("MONDAY", "WEDNESDAY", "FRIDAY"))],
            "월요일, 수요일, 금요일 오전 아홉 시부터 오후 여섯 시까지",
        ),
        ([open_at("18:00", "24:00")], "매일 오후 여섯 시부터 자정까지"),
    ],
)
def test_days_with_the_same_hours_are_said_together(times: list[OpeningTime], spoken: str) -> None:
    assert text(*times) == spoken


@pytest.mark.parametrize(
    ("days", "spoken"),
    [
        (MONDAY_TO_FRIDAY, "평일 오전 열 시부터 오후 여섯 시까지"),
        (None, "공휴일을 제외하고 매일 오전 열 시부터 오후 여섯 시까지"),
    ],
)
def test_holidays_are_named_where_the_days_do_not_imply_them(days: tuple[Weekday, ...] | None, spoken: str) -> None:
    assert text(open_at("10:00", "18:00", days), closed_on_holidays=True) == spoken
