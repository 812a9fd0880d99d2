"""What matters in a sentence, piece by piece and in its order."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from korean.datetimes.facts import Fact

NOTHING: Mapping[Fact, int] = MappingProxyType({})


class Kind(Enum):
    """What a piece does."""

    FACTS = "says something about the time"
    AMOUNT = "a number of minutes, hours, days...; what stands around it decides what it is"
    COUNT = "a bare number"
    PAST = "a day, week, month or year that is over"
    UNCLEAR = "concerns the time and was not understood, or leaves it open"
    NAMED_DAY = "a day that only a calendar of feasts, or the caller, knows"
    NOW = "now: no time to call at, but something that 'I am busy' can refer to"
    OTHER = "looks like a time and is none"

    FROM = "what stands before is a beginning: 부터"
    UNTIL = "what stands before is an end: 까지"
    BEFORE = "before: 전에"
    WITHIN = "at the latest: 안에"
    AFTER = "after: 이후, 뒤"
    LATER = "after a while: 이따가"
    BETWEEN = "the two times before are a range: 사이"
    LASTING = "what stands before is how long something takes: 동안"

    OR = "another time would do as well: 아니면"
    CORRECTION = "takes back what was said: 아니"
    APOLOGY = "takes back what was said when something else follows: 죄송해요"
    INSTEAD = "takes back what stands right before: 말고"
    REFUSAL = "does not suit: 안 돼요"
    REQUEST = "please"
    CHANGE = "what was from one time to another is no range: 바꿔"


class Token(NamedTuple):
    """A piece of the text from `start` to `end`. `short`: its number is a single syllable, as in many a word (오시)."""

    kind: Kind
    start: int
    end: int
    facts: Mapping[Fact, int] = NOTHING
    amount: int = 0
    unit: str = ""
    short: bool = False


TIMES = frozenset({Kind.FACTS, Kind.AMOUNT, Kind.PAST, Kind.UNCLEAR, Kind.NAMED_DAY, Kind.NOW})
"""What a mark such as 부터 may stand behind."""
