"""From phrases to the one time that was wished.

Corrections replace, ranges give their beginning, contradictions give none.
"""

from collections.abc import Mapping

from korean.datetimes.facts import (
    CLOCK_FACTS,
    DATE_FACTS,
    FAMILIES,
    MONTH_FACTS,
    PART_FACTS,
    WEEK_FACTS,
    YEAR_FACTS,
    Fact,
    Part,
)
from korean.datetimes.phrases import Phrase, Unclear
from korean.datetimes.tokens import Kind

_ENDS = frozenset({Kind.UNTIL, Kind.BEFORE, Kind.WITHIN})
# What stays of a date when only this part of it is corrected.
_STAYS = {
    Fact.DAY: YEAR_FACTS | MONTH_FACTS,
    Fact.WEEKDAY: WEEK_FACTS,
    Fact.WEEK: frozenset({Fact.WEEKDAY}),
    Fact.NEAR_WEEK: frozenset({Fact.WEEKDAY}),
    Fact.MONTH: YEAR_FACTS | {Fact.DAY},
    Fact.MONTHS_ON: frozenset({Fact.DAY}),
    Fact.YEAR: MONTH_FACTS | {Fact.DAY},
    Fact.YEARS_ON: MONTH_FACTS | {Fact.DAY},
}
_BEFORE_NOON = frozenset({Part.FORENOON, Part.DAWN, Part.MORNING})
_WIDE = frozenset({Part.FORENOON, Part.AFTERNOON})


def wish(phrases: list[Phrase]) -> dict[Fact, int]:
    """Return the facts that hold in the end; raises Unclear."""
    facts: dict[Fact, int] = {}
    phrases = _without_ends([phrase for phrase in phrases if not phrase.now])
    replaced = False
    for index, phrase in enumerate(phrases):
        following = phrases[index + 1] if index + 1 < len(phrases) else None
        if phrase.refused:
            if following and _share(phrase.facts, following.facts):
                facts = _replace(facts, phrase.facts)
                replaced = True
            elif not _said_otherwise(facts, phrase.facts):
                raise Unclear
            continue
        if phrase.marks & _ENDS:
            raise Unclear
        if replaced or phrase.corrects:
            if not _share(facts, phrase.facts):
                raise Unclear
            facts = _replace(facts, phrase.facts)
        else:
            facts = _join(facts, phrase.facts)
        replaced = False
    return facts


def _without_ends(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases without those that end a range."""
    kept: list[Phrase] = []
    for phrase in phrases:
        begun = kept[-1] if kept else None
        if begun and phrase.beside and not phrase.corrects and _is_range(begun, phrase):
            if phrase.dated and not begun.dated:
                raise Unclear
            kept[-1] = begun._replace(refused=begun.refused or phrase.refused, marks=frozenset({Kind.BETWEEN}))
            continue
        # What begins, or comes after, at no hour leaves it open; so does a range of one time.
        if phrase.marks & {Kind.FROM, Kind.AFTER, Kind.BETWEEN} and not phrase.timed and not phrase.refused:
            raise Unclear
        if Kind.BETWEEN in phrase.marks:
            raise Unclear
        kept.append(phrase)
    return kept


def _is_range(begun: Phrase, phrase: Phrase) -> bool:
    if not begun.timed or begun.refused or begun.marks & _ENDS or Kind.BETWEEN in begun.marks:
        return False
    if Fact.SECONDS_AHEAD in begun.facts:
        ends = Fact.SECONDS_AHEAD in phrase.facts
    else:
        ends = not (CLOCK_FACTS | PART_FACTS).isdisjoint(phrase.facts)
    if Kind.FROM in begun.marks:
        return ends
    if Kind.AFTER in begun.marks:
        return ends and bool(phrase.marks & (_ENDS | {Kind.BETWEEN}))
    return ends and Kind.BETWEEN in phrase.marks


def _share(left: Mapping[Fact, int], right: Mapping[Fact, int]) -> bool:
    """Whether both say something of the same kind; "three, no, in the morning" does so too."""
    pairs = (*FAMILIES, CLOCK_FACTS | PART_FACTS, CLOCK_FACTS | {Fact.SECONDS_AHEAD})
    return any(not family.isdisjoint(left) and not family.isdisjoint(right) for family in pairs)


def _said_otherwise(facts: Mapping[Fact, int], refused: Mapping[Fact, int]) -> bool:
    """Whether something else than what is refused was said before: 네 시요, 세 시 말고."""
    same_kind = [(facts.get(fact), value) for fact, value in refused.items()]
    return all(said is not None for said, _ in same_kind) and any(said != value for said, value in same_kind)


def _join(facts: dict[Fact, int], more: Mapping[Fact, int]) -> dict[Fact, int]:
    joined = {**facts, **more}
    if Fact.PART in facts and Fact.PART in more:
        joined[Fact.PART] = _narrower(Part(facts[Fact.PART]), Part(more[Fact.PART]))
    changed = {fact for fact in facts if joined[fact] != facts[fact]} - {Fact.PART}
    # A second time of the clock that does not say the same is another time.
    if changed or (Fact.HOUR in facts and not CLOCK_FACTS.isdisjoint(more) and joined != facts):
        raise Unclear
    return joined


def _narrower(one: Part, other: Part) -> Part:
    """오전 and 아침 are no contradiction."""
    if one is other:
        return one
    if (one in _BEFORE_NOON) != (other in _BEFORE_NOON) or not {one, other} & _WIDE:
        raise Unclear
    return other if one in _WIDE else one


def _replace(facts: dict[Fact, int], more: Mapping[Fact, int]) -> dict[Fact, int]:
    kept = dict(facts)
    for family in FAMILIES:
        new = family & more.keys()
        if not new:
            continue
        stay: frozenset[Fact] = frozenset()
        if family is DATE_FACTS:
            stay = frozenset.intersection(*(_STAYS.get(fact, frozenset()) | new for fact in new))
        elif new == {Fact.MINUTE}:
            stay = frozenset({Fact.HOUR})
        kept = {fact: value for fact, value in kept.items() if fact not in family or fact in stay}
    if Fact.SECONDS_AHEAD in more:
        kept = {fact: value for fact, value in kept.items() if fact not in CLOCK_FACTS | PART_FACTS}
    elif not CLOCK_FACTS.isdisjoint(more):
        kept.pop(Fact.SECONDS_AHEAD, None)
    if (Fact.PART in kept and Fact.HOUR in more) or (Fact.PART in more and Fact.HOUR not in more):
        kept[Fact.CARRIED] = 1
    return {**kept, **more}
