"""What words say about a time: small facts, each with a number."""

from enum import Enum, IntEnum


class Fact(Enum):
    """A fact and what its number counts."""

    YEAR = "the year"
    YEARS_ON = "years after this one"
    MONTH = "the month, 1 to 12"
    MONTHS_ON = "months after this one, the day of the month said apart"
    MONTHS_AHEAD = "months from today on, to the same day of the month"
    DAY = "the day of the month; 0 is its last"
    WEEK = "weeks after this one"
    NEAR_WEEK = "0: 이번 월요일, 1: 다음 월요일, without the word week"
    WEEKDAY = "0 is Monday"
    DAYS_AHEAD = "days from today on"
    PART = "the part of the day"
    HOUR = "the hour as it was said, 0 to 24"
    MINUTE = "minutes after the hour, negative before it"
    TYPED = "1: written with a colon, 2: with a leading zero as well"
    CARRIED = "the part of the day comes from a time that was corrected"
    SAME_CLOCK = "the time of day that it is now"
    SECONDS_AHEAD = "seconds from now on"


class Part(IntEnum):
    """A part of the day."""

    FORENOON = 0
    AFTERNOON = 1
    DAWN = 2
    MORNING = 3
    DAYTIME = 4
    LUNCH = 5
    EVENING = 6
    NIGHT = 7


YEAR_FACTS = frozenset({Fact.YEAR, Fact.YEARS_ON})
MONTH_FACTS = frozenset({Fact.MONTH, Fact.MONTHS_ON})
WEEK_FACTS = frozenset({Fact.WEEK, Fact.NEAR_WEEK})
DATE_FACTS = YEAR_FACTS | MONTH_FACTS | WEEK_FACTS | {Fact.MONTHS_AHEAD, Fact.DAY, Fact.WEEKDAY, Fact.DAYS_AHEAD}
PART_FACTS = frozenset({Fact.PART, Fact.CARRIED})
CLOCK_FACTS = frozenset({Fact.HOUR, Fact.MINUTE, Fact.TYPED, Fact.SAME_CLOCK})
AHEAD_FACTS = frozenset({Fact.SECONDS_AHEAD})
FAMILIES = (DATE_FACTS, PART_FACTS, CLOCK_FACTS, AHEAD_FACTS)
"""A correction replaces facts of the same family."""
