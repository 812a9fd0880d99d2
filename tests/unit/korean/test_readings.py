import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korean.clock import KOREA
from korean.phones import parse_phone
from korean.phones.plan import read_plan
from korean.readings import read_date, read_digits, read_time, read_won


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("01012345678", "공일공, 일이삼사, 오육칠팔"),
        ("010-1234-5678", "공일공, 일이삼사, 오육칠팔"),
        ("+821012345678", "공일공, 일이삼사, 오육칠팔"),
        ("+82 10-1234-5678", "공일공, 일이삼사, 오육칠팔"),
        ("０１０－１２３４－５６７８", "공일공, 일이삼사, 오육칠팔"),
        ("+8223456789", "공이, 삼사오, 육칠팔구"),
        ("02-3456-7890", "공이, 삼사오육, 칠팔구공"),
        ("0312345678", "공삼일, 이삼사, 오육칠팔"),
        ("0505-123-4567", "공오공오, 일이삼, 사오육칠"),
        ("+8215880000", "일오팔팔, 공공공공"),
        ("KR20260001", "케이알, 이공이육, 공공공일"),
        ("kr-2026-0001", "케이알, 이공이육, 공공공일"),
        ("20261123001", "이공이육, 일일이삼, 공공일"),
        ("601122334455", "육공일일, 이이삼삼, 사사오오"),
        ("123456789", "일이삼, 사오육, 칠팔구"),
        ("12345", "일이삼, 사오"),
        ("A1B2", "에이, 일, 비, 이"),
        ("W-7", "더블유, 칠"),
        ("12가3456", "일이, 가, 삼사오육"),
        ("+1 650 253 0000", "플러스, 일, 육오공, 이오삼, 공공공공"),
        ("010-****-5678", "공일공, 별표, 오육칠팔"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_digits_are_read_one_by_one(written: str, reading: str) -> None:
    read = read_digits(written)

    assert read == reading


@pytest.mark.parametrize(
    ("at", "reading"),
    [
        (time(0), "영 시"),
        (time(0, 30), "영 시 삼십 분"),
        (time(1), "오전 한 시"),
        (time(6, 5), "오전 여섯 시 오 분"),
        (time(11, 59), "오전 열한 시 오십구 분"),
        (time(12), "낮 열두 시"),
        (time(12, 30), "낮 열두 시 삼십 분"),
        (time(13), "오후 한 시"),
        (time(15, 30), "오후 세 시 삼십 분"),
        (time(18, 10), "오후 여섯 시 십 분"),
        (time(20), "오후 여덟 시"),
        (time(23, 1), "오후 열한 시 일 분"),
        (datetime(2026, 11, 24, 15, 30), "오후 세 시 삼십 분"),
        (datetime(2026, 11, 24, 15, 30, tzinfo=KOREA), "오후 세 시 삼십 분"),
        (datetime(2026, 11, 24, 6, 30, tzinfo=UTC), "오후 세 시 삼십 분"),
    ],
)
def test_hours_are_native_and_minutes_are_not(at: time | datetime, reading: str) -> None:
    read = read_time(at)

    assert read == reading


@pytest.mark.parametrize(
    ("day", "reading"),
    [
        (date(2026, 1, 1), "일월 일일 목요일"),
        (date(2026, 2, 28), "이월 이십팔일 토요일"),
        (date(2026, 6, 6), "유월 육일 토요일"),
        (date(2026, 10, 10), "시월 십일 토요일"),
        (date(2026, 11, 11), "십일월 십일일 수요일"),
        (date(2026, 12, 31), "십이월 삼십일일 목요일"),
        (datetime(2026, 11, 24, 15, 0), "십일월 이십사일 화요일"),
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), "십일월 이십사일 화요일"),
    ],
)
def test_a_date_is_read_with_its_weekday(day: date, reading: str) -> None:
    read = read_date(day)

    assert read == reading


@pytest.mark.parametrize(
    ("day", "reading"),
    [
        (date(2026, 12, 30), "오늘, 십이월 삼십일 수요일"),
        (date(2026, 12, 31), "내일, 십이월 삼십일일 목요일"),
        (date(2027, 1, 1), "모레, 일월 일일 금요일"),
        (date(2027, 1, 2), "내년 일월 이일 토요일"),
        (date(2026, 12, 29), "십이월 이십구일 화요일"),
        (date(2028, 3, 1), "이천이십팔년 삼월 일일 수요일"),
        (date(2025, 12, 31), "이천이십오년 십이월 삼십일일 수요일"),
    ],
)
def test_near_days_and_other_years_are_named(day: date, reading: str) -> None:
    today = date(2026, 12, 30)

    read = read_date(day, today)

    assert read == reading


@pytest.mark.parametrize(
    ("amount", "reading"),
    [
        (0, "영 원"),
        (1, "일 원"),
        (10, "십 원"),
        (110, "백십 원"),
        (1_000, "천 원"),
        (9_900, "구천구백 원"),
        (10_000, "만 원"),
        (15_000, "만 오천 원"),
        (35_000, "삼만 오천 원"),
        (110_010, "십일만 십 원"),
        (100_000_000, "일억 원"),
        (100_010_000, "일억 일만 원"),
        (1_234_567_890, "십이억 삼천사백오십육만 칠천팔백구십 원"),
        (1_000_000_000_000, "일조 원"),
        (-35_000, "마이너스 삼만 오천 원"),
    ],
)
def test_amounts_are_read_by_ten_thousands(amount: int, reading: str) -> None:
    read = read_won(amount)

    assert read == reading


def test_an_amount_beyond_words_is_refused() -> None:
    with pytest.raises(ValueError, match="10000000000000000"):
        read_won(10**16)


@given(st.from_regex(r"(010[0-9]{8}|02[1-9][0-9]{6,7}|031[1-9][0-9]{6,7}|0505[0-9]{7}|1588[0-9]{4})", fullmatch=True))
def test_what_is_read_out_is_understood(dialled: str) -> None:
    number = read_plan(dialled)
    assert number

    heard = {parse_phone(read_digits(dialled)), parse_phone(f"{read_digits(number.e164)}입니다")}

    assert heard == {number.e164}


@given(st.text(max_size=60))
def test_a_voice_gets_no_digit_to_read_by_itself(text: str) -> None:
    read = read_digits(text)

    assert not re.search("[0-9A-Za-z+-]", read)


@given(st.times(), st.dates())
def test_every_moment_has_a_reading_without_digits(at: time, day: date) -> None:
    read = f"{read_time(at)} {read_date(day, day - timedelta(days=1) if day > date.min else day)}"

    assert not any(character.isdigit() for character in read)
