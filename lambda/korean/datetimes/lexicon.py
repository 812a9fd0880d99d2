"""The words that say when: days, weeks, months, parts of the day."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from korean.datetimes.facts import Fact, Part
from korean.datetimes.tokens import Kind

WEEKDAYS = "월화수목금토일"


class Entry(NamedTuple):
    """What a word means.

    `follows`: a pattern that must match behind it. `apart`: it must begin a word, or stand behind a time. `unit`: what
    the value of an amount counts.
    """

    kind: Kind
    fact: Fact | None = None
    value: int = 0
    follows: str = ""
    apart: bool = False
    unit: str = "날"


_WEEKDAY_FOLLOWS = f"(?=[{WEEKDAYS}](?:요일|욜))"
# Behind 모래 (which is sand) and 낼 (which is a verb) a part of the day or an hour tells that a day is meant.
_CLOCK_FOLLOWS = (
    r"(?=[은는에,.]?(?:오전|오후|아침|점심|저녁|낮|밤|새벽|정오|자정|\d{1,2}[시:]"
    r"|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)시(?!간)))"
)

_DAYS_AHEAD = {0: "오늘", 1: "내일", 2: "모레 내일모레 낼모레 내일모래 낼모래", 3: "글피", 4: "그글피"}
_WEEKS = {0: "이번주 요번주", 1: "다음주 담주", 2: "다다음주 다담주 다음다음주"}
_MONTHS_ON = {0: "이번달 요번달", 1: "다음달 담달", 2: "다다음달 다담달 다음다음달"}
_YEARS_ON = {0: "올해 금년", 1: "내년"}
# What Chinese characters make short is found inside other words, and read aloud by nobody.
_FORMAL = {
    Fact.DAYS_AHEAD: {0: "금일", 1: "명일"},
    Fact.WEEK: {0: "금주", 1: "차주"},
    Fact.MONTHS_ON: {0: "이달 금월", 1: "익월"},
}
_PARTS = {
    Part.FORENOON: "오전",
    Part.AFTERNOON: "오후",
    Part.DAWN: "새벽",
    Part.MORNING: "아침",
    Part.LUNCH: "점심",
    Part.EVENING: "저녁",
}
_DAYS_LONG = {
    1: "하루", 2: "이틀", 3: "사흘", 4: "나흘", 5: "닷새", 6: "엿새", 7: "이레 일주일", 8: "여드레", 9: "아흐레",
    10: "열흘", 11: "열하루", 14: "이주일", 15: "보름", 21: "삼주일",
}  # fmt: skip


def words_of_time() -> Iterator[tuple[str, Entry]]:
    """Every word with what it means."""
    yield from _listed(Fact.DAYS_AHEAD, _DAYS_AHEAD)
    # 이번 주문: this order.
    yield from _listed(Fact.WEEK, _WEEKS, "(?![문소])")
    yield from _listed(Fact.MONTHS_ON, _MONTHS_ON)
    yield from _listed(Fact.YEARS_ON, _YEARS_ON)
    for fact, words in _FORMAL.items():
        yield from _listed(fact, words, apart=True)
    # A dawn delivery is a product.
    yield from _listed(Fact.PART, _PARTS, "(?!배송|배달)")
    yield from _listed(Fact.PART, {Part.FORENOON: "am a.m", Part.AFTERNOON: "pm p.m"}, "(?![a-z])", apart=True)
    yield from _listed(Fact.NEAR_WEEK, {0: "이번 요번", 1: "다음 다음번 담"}, _WEEKDAY_FOLLOWS)
    yield from _listed(Fact.WEEKDAY, {day: f"{name}요일 {name}욜 ({name})" for day, name in enumerate(WEEKDAYS)})
    # June and October are read without the end of their numerals.
    yield from _listed(Fact.MONTH, {6: "유월", 10: "시월"}, "(?!요일|욜|말|세)")
    yield from ((word, Entry(Kind.AMOUNT, None, days)) for days, words in _DAYS_LONG.items() for word in words.split())
    yield from _single_words()


def _single_words() -> Iterator[tuple[str, Entry]]:
    yield "모래", Entry(Kind.FACTS, Fact.DAYS_AHEAD, 2, _CLOCK_FOLLOWS, apart=True)
    yield "낼", Entry(Kind.FACTS, Fact.DAYS_AHEAD, 1, _CLOCK_FOLLOWS, apart=True)
    yield "내주", Entry(Kind.FACTS, Fact.WEEK, 1, _WEEKDAY_FOLLOWS, apart=True)
    yield "내달", Entry(Kind.FACTS, Fact.MONTHS_ON, 1, "(?![라래리려])", apart=True)
    yield "말일", Entry(Kind.FACTS, Fact.DAY, 0, apart=True)
    yield "마지막날", Entry(Kind.FACTS, Fact.DAY, 0, "(?<=[월달]마지막날)")
    yield "밤", Entry(Kind.FACTS, Fact.PART, Part.NIGHT, apart=True)
    yield "한밤", Entry(Kind.FACTS, Fact.PART, Part.NIGHT, apart=True)
    yield "낮", Entry(Kind.FACTS, Fact.PART, Part.DAYTIME, "(?![은게춰추았잖]|아(?!홉))")
    yield "반시간", Entry(Kind.AMOUNT, None, 30, apart=True, unit="분")
    # Later, without a day, is later today.
    yield "이따가", Entry(Kind.LATER, Fact.DAYS_AHEAD, 0)
    yield "이따", Entry(Kind.LATER, Fact.DAYS_AHEAD, 0)
    yield "이시간", Entry(Kind.FACTS, Fact.SAME_CLOCK, 1, "(?!대)")
    yield "이시각", Entry(Kind.FACTS, Fact.SAME_CLOCK, 1)


def _listed(
    fact: Fact, words: Mapping[int, str] | Mapping[Part, str], follows: str = "", *, apart: bool = False
) -> Iterator[tuple[str, Entry]]:
    for value, listed in words.items():
        yield from ((word, Entry(Kind.FACTS, fact, value, follows, apart)) for word in listed.split())
