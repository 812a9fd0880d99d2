"""Whatever is said, and however it is spaced, spelled and surrounded."""

from datetime import UTC, datetime, timedelta, timezone
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korean.clock import KOREA
from korean.datetimes import parse_datetime
from korean.numerals import say_native, say_sino
from korean.readings import read_date, read_time

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=KOREA)
# A part of the day, and the hours that are said with it.
PARTS = {
    "오전": range(6, 12),
    "아침": range(7, 10),
    "오후": range(12, 19),
    "낮": range(12, 16),
    "저녁": range(18, 22),
    "밤": range(20, 24),
}
# What callers say around a time, and what follows from nothing of it.
BEFORE = ["", "네 ", "음 ", "저기요 ", "그러니까 ", "아 그러면 ", "혹시 ", "상담원이요 ", "주문번호 48213인데요 "]
AFTER = ["", "요", "이요", "에요", "에", "에 전화 주세요", "쯤 부탁드립니다", "에 걸어 주시면 돼요", "이면 좋겠어요"]
PIECES = [
    *("내일", "모레", "글피", "오늘", "어제", "이번", "다음", "주", "달", "월요일", "일요일", "말일", "며칠", "지금"),
    *("오전", "오후", "저녁", "밤", "정오", "자정", "한", "두", "세", "네", "다섯", "일곱", "열", "열두"),
    *(
        "일",
        "이",
        "삼",
        "사",
        "오",
        "십",
        "이십",
        "삼십",
        "시",
        "시간",
        "분",
        "반",
        "월",
        "년",
        "일",
        "12",
        "3",
        "30",
        "2026",
    ),
    *("뒤", "후", "전", "이따가", "부터", "까지", "에서", "사이", "이후", "아니", "말고", "이나", "안", "돼요"),
    *("에", "은", "는", "이", "요", "음", "그", ":", "/", "-", "."),
]

moments = st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=st.just(KOREA))


@st.composite
def said_times(draw: st.DrawFn) -> tuple[str, int, int]:
    """A time of day as it is said, with its hour and minute."""
    part, hours = draw(st.sampled_from(list(PARTS.items())))
    hour = draw(st.sampled_from(list(hours)))
    minute = draw(st.sampled_from([0, 0, 30, *range(1, 60)]))
    named = (hour - 1) % 12 + 1
    form = draw(st.sampled_from(["{native} 시 {sino}", "{digits}시 {figures}", "{digits} 시 {sino}"]))
    half = " 반" if minute == 30 and draw(st.booleans()) else ""
    sino = half or (f" {say_sino(minute)} 분" if minute else "")
    figures = half or (f" {minute}분" if minute else "")
    said = form.format(native=say_native(named), digits=named, sino=sino.strip(), figures=figures.strip())
    return f"{part} {said}".strip(), hour, minute


@st.composite
def said_days(draw: st.DrawFn, now: datetime) -> tuple[str, datetime]:
    """A day as it is said, after that of `now`."""
    named = {1: "내일", 2: "모레", 3: "글피", 4: "그글피"} | {
        2 + n: f"{said} 뒤"
        for n, said in enumerate(["이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘"])
    }
    ahead = draw(st.integers(min_value=1, max_value=300))
    day = now + timedelta(days=ahead)
    ways = [
        f"{say_sino(ahead)} 일 뒤",
        f"{ahead}일 후",
        f"{say_sino(day.year)} 년 {_month(day)} {say_sino(day.day)} 일",
    ]
    ways += [
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"{_month(day)} {say_sino(day.day)} 일",
        f"{day.month}/{day.day}",
    ]
    if ahead in named:
        ways.append(named[ahead])
    weeks = ((day - timedelta(days=day.weekday())).date() - (now - timedelta(days=now.weekday())).date()).days // 7
    if weeks in (0, 1, 2):
        ways.append(f"{['이번', '다음', '다다음'][weeks]} 주 {'월화수목금토일'[day.weekday()]}요일")
    return draw(st.sampled_from(ways)), day


def _month(day: datetime) -> str:
    return {6: "유월", 10: "시월"}.get(day.month, f"{say_sino(day.month)} 월")


@st.composite
def said_moments(draw: st.DrawFn) -> tuple[str, datetime, datetime]:
    """A moment as it is said, when it is said, and the moment."""
    now = draw(moments)
    day, date = draw(said_days(now))
    clock, hour, minute = draw(said_times())
    said = draw(st.sampled_from(BEFORE)) + f"{day} {clock}" + draw(st.sampled_from(AFTER))
    return said, now, datetime(date.year, date.month, date.day, hour, minute, tzinfo=KOREA)


@given(said_moments())
def test_understands_what_is_said_plainly(moment: tuple[str, datetime, datetime]) -> None:
    said, now, expected = moment

    found = parse_datetime(said, now=now)

    assert found == expected


@given(said_moments())
def test_spaces_do_not_matter(moment: tuple[str, datetime, datetime]) -> None:
    said, now, expected = moment
    # Between digits they do: 2026-12-03 14:00.
    unspaced = "".join(
        letter
        for at, letter in enumerate(said)
        if letter != " " or (said[at - 1].isdigit() and said[at + 1 : at + 2].isdigit())
    )

    found = parse_datetime(unspaced, now=now)

    assert found == expected


@given(said_moments(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_composition_of_hangul_does_not_matter(moment: tuple[str, datetime, datetime], form: str) -> None:
    said, now, expected = moment

    found = parse_datetime(normalize(form, said), now=now)  # type: ignore[arg-type]  # hypothesis knows a string

    assert found == expected


@given(said_moments(), said_times())
def test_a_correction_replaces_the_time_and_keeps_the_day(
    moment: tuple[str, datetime, datetime], other: tuple[str, int, int]
) -> None:
    said, now, expected = moment
    clock, hour, minute = other

    found = parse_datetime(f"{said} 아니 {clock}이요", now=now)

    assert found == expected.replace(hour=hour, minute=minute)


@given(moments, st.integers(min_value=1, max_value=300 * 24 * 60), st.booleans())
def test_understands_what_the_bot_reads_out(now: datetime, minutes: int, near: bool) -> None:
    moment = (now + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    day = read_date(moment.date(), today=now.date() if near else None)

    found = parse_datetime(f"{day} {read_time(moment)}", now=now)

    assert found == (moment if moment > now else None)


@given(moments, st.integers(min_value=1, max_value=11), st.integers(min_value=0, max_value=59))
def test_counts_hours_and_minutes_from_now(now: datetime, hours: int, minutes: int) -> None:
    said = f"{say_native(hours)} 시간 {say_sino(minutes)} 분 뒤에 전화 주세요" if minutes else f"{hours}시간 뒤요"

    found = parse_datetime(said, now=now)

    assert found == now + timedelta(hours=hours, minutes=minutes)


@given(st.text(max_size=60) | st.text(alphabet="0123456789:/.-~ 시분월일오전후내", max_size=30), moments)
def test_never_fails_and_never_answers_with_the_past(text: str, now: datetime) -> None:
    found = parse_datetime(text, now=now)

    assert found is None or (found > now and found.utcoffset() == timedelta(hours=9))


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " "]), moments)
def test_never_fails_on_pieces_of_times(pieces: list[str], between: str, now: datetime) -> None:
    text = between.join(pieces)

    found = parse_datetime(text, now=now)

    assert found is None or (found > now and found.utcoffset() == timedelta(hours=9))


@given(st.lists(st.sampled_from(PIECES), max_size=10), moments)
def test_a_missing_space_may_hide_a_time_but_never_makes_another(pieces: list[str], now: datetime) -> None:
    spaced = " ".join(piece for piece in pieces if not piece[0].isdigit())

    found = parse_datetime(spaced.replace(" ", ""), now=now)

    assert found in (None, parse_datetime(spaced, now=now))


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-8)), timezone(timedelta(hours=5, minutes=30))])
def test_tells_the_time_of_korea_wherever_now_was_read(zone: timezone) -> None:
    found = parse_datetime("내일 오후 세 시", now=NOW.astimezone(zone))

    assert str(found) == "2026-11-24 15:00:00+09:00"


def test_refuses_a_now_without_zone() -> None:
    with pytest.raises(ValueError, match=r"now must be aware, got datetime\.datetime\(2026, 11, 23, 10, 15\)"):
        parse_datetime("내일 오후 세 시", now=datetime(2026, 11, 23, 10, 15))


@pytest.mark.parametrize(
    "piece", ["내일 ", "오후 세 시 ", "일이삼", "삼십", "음 ", "세", "12", "아니 ", "가", "1.", "십 일 ", "어제 했고 "]
)
def test_reads_very_long_texts(piece: str) -> None:
    text = piece * 20_000 + "내일 오후 세 시"

    found = parse_datetime(text, now=NOW)

    assert found is None or found > NOW


def test_reads_a_very_long_number() -> None:
    found = parse_datetime("1" * 5_000 + "pm", now=NOW)

    assert found is None


@pytest.mark.parametrize("now", [datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)])
@pytest.mark.parametrize(
    "text", ["내일 세 시", "두 시간 뒤", "다음 주 월요일 세 시", "일월 일일 세 시", "월요일 세 시"]
)
def test_reads_at_the_ends_of_time(text: str, now: datetime) -> None:
    found = parse_datetime(text, now=now)

    assert found is None or found > now
