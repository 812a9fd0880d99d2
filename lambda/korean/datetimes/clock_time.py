"""From what was said of the hour to a time of day."""

from collections.abc import Mapping

from korean.datetimes.facts import YEAR_FACTS, Fact, Part

_SAME = {hour: hour for hour in range(24)}
_AFTER_NOON = {hour: hour + 12 for hour in range(1, 12)}


def _some(hours: Mapping[int, int], first: int, last: int) -> dict[int, int]:
    return {hour: hours[hour] for hour in range(first, last + 1)}


# The hours that go with a part of the day. 24 is the midnight at the end of the day. 오전 열두 시 is missing: some mean
# noon; so are hours that may belong to either of two days (밤 한 시).
_HOURS = {
    Part.FORENOON: _some(_SAME, 0, 11),
    Part.AFTERNOON: {12: 12} | _AFTER_NOON | _some(_SAME, 13, 23),
    Part.DAWN: _some(_SAME, 1, 6),
    Part.MORNING: _some(_SAME, 5, 11),
    Part.DAYTIME: _some(_SAME, 11, 17) | _some(_AFTER_NOON, 1, 5),
    Part.LUNCH: _some(_SAME, 11, 14) | _some(_AFTER_NOON, 1, 2),
    Part.EVENING: _some(_AFTER_NOON, 5, 11) | _some(_SAME, 17, 23),
    Part.NIGHT: _some(_AFTER_NOON, 7, 11) | _some(_SAME, 19, 23) | {12: 24, 24: 24},
}
# Without one: afternoon until six, forenoon from nine. Seven and eight may be either.
_PLAIN_HOURS = _some(_AFTER_NOON, 1, 6) | _some(_SAME, 9, 23) | {0: 0, 24: 24}
_BY_DAY = range(7, 21)


def minute_of_day(facts: Mapping[Fact, int]) -> int | None:
    """Return minutes after the day's beginning, beyond a day's for its last midnight; None when the hour is open."""
    if Fact.HOUR not in facts:
        return None
    said = facts[Fact.HOUR]
    part = facts.get(Fact.PART)
    if part is not None:
        hour = _HOURS[Part(part)].get(said)
    elif Fact.TYPED in facts:
        hour = _typed(facts)
    else:
        hour = _PLAIN_HOURS.get(said)
    # "Three in the afternoon, no, eleven": of the afternoon, or in the forenoon?
    if hour is None or (Fact.CARRIED in facts and part in (Part.FORENOON, Part.AFTERNOON) and hour not in _BY_DAY):
        return None
    minute = facts.get(Fact.MINUTE, 0)
    return None if said == 24 and minute > 0 else hour * 60 + minute


def _typed(facts: Mapping[Fact, int]) -> int | None:
    """A time with a colon is of 24 hours where its date is written in full, and plain where it has no leading zero."""
    hour, zero = facts[Fact.HOUR], facts[Fact.TYPED] == 2
    if not YEAR_FACTS.isdisjoint(facts):
        return hour if zero or hour > 6 else None
    return _PLAIN_HOURS.get(hour) if not zero or hour in (0, 9) else None
