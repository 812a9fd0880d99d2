"""Facts that were said in one breath, and what the words around them do to them."""

from collections.abc import Mapping
from typing import NamedTuple

from korean.datetimes.facts import CLOCK_FACTS, DATE_FACTS, WEEK_FACTS, Fact
from korean.datetimes.reading import close
from korean.datetimes.tokens import Kind, Token
from korean.datetimes.unspaced import Unspaced

_MARKS = frozenset({Kind.FROM, Kind.UNTIL, Kind.BEFORE, Kind.WITHIN, Kind.AFTER, Kind.BETWEEN})
_DAY_WORDS = frozenset({Fact.DAYS_AHEAD, Fact.WEEKDAY, Fact.MONTHS_ON, Fact.YEARS_ON}) | WEEK_FACTS


class Phrase(NamedTuple):
    """A time, or a piece of one.

    `beside`: nothing but particles stands between it and the phrase before. `corrects`: that one was taken back.
    `refused`: this one was, or does not suit. `asked`: a request stands behind it.
    """

    facts: Mapping[Fact, int]
    start: int
    end: int
    beside: bool = False
    corrects: bool = False
    refused: bool = False
    past: bool = False
    now: bool = False
    asked: bool = False
    marks: frozenset[Kind] = frozenset()

    @property
    def dated(self) -> bool:
        """Whether it says something about the day."""
        return not DATE_FACTS.isdisjoint(self.facts)

    @property
    def timed(self) -> bool:
        """Whether it says an hour, or how long from now."""
        return not (CLOCK_FACTS | {Fact.SECONDS_AHEAD}).isdisjoint(self.facts)


class Unclear(Exception):
    """The text says something about the time that leaves it open."""


class Phrases:
    """Phrases in the making."""

    def __init__(self, words: Unspaced) -> None:
        self.done: list[Phrase] = []
        self.needs_date = False
        self._words = words
        self._open = False
        self._correction = False
        self._apology: Token | None = None
        self._another = False
        self._bystander: Token | None = None

    def add(self, token: Token) -> None:
        """Take the next token; raises Unclear."""
        match token.kind:
            case Kind.FACTS | Kind.PAST | Kind.NOW:
                self._time(token)
            case Kind.UNCLEAR:
                raise Unclear
            case Kind.COUNT | Kind.NAMED_DAY:
                self._pass_by(token)
            case Kind.CORRECTION | Kind.APOLOGY:
                self._take_back(token)
            case Kind.OR:
                self._or(token)
            case Kind.REQUEST:
                self._request()
            case Kind.CHANGE:
                if any(Kind.FROM in phrase.marks for phrase in self.done):
                    raise Unclear
            case Kind.REFUSAL:
                self._refusal(token)
            case _:
                self._mark(token)

    def finish(self) -> list[Phrase]:
        """Return the phrases; raises Unclear."""
        if self._correction:
            raise Unclear
        return self.done

    def _time(self, token: Token) -> None:
        if self._another:
            raise Unclear
        bystander = self._bystander
        # A number before a day that is named by a word is no piece of it: "iPhone 15, tomorrow at three".
        apart = bystander and bystander.kind is Kind.COUNT and token.facts.keys() <= _DAY_WORDS
        if bystander and not apart and self._touches(bystander, bystander.end, token.start):
            raise Unclear
        last = self.done[-1] if self.done else None
        beside = last is not None and close(self._words, last.end, token.start)
        if last and beside and self._open and token.kind is Kind.FACTS and self._fits(last, token):
            self.done[-1] = last._replace(facts={**last.facts, **token.facts}, end=token.end)
            return
        self.done.append(
            Phrase(
                token.facts,
                token.start,
                token.end,
                beside=beside,
                corrects=self._correction or self._excused(token),
                past=token.kind is Kind.PAST,
                now=token.kind is Kind.NOW,
            )
        )
        self._open = token.kind is not Kind.NOW
        self._correction = False

    def _excused(self, token: Token) -> bool:
        """Whether nothing but an apology stands between two times that contradict each other."""
        between = self._apology
        if between is None or not self.done or self._fits(self.done[-1], token):
            return False
        return close(self._words, self.done[-1].end, between.start) and close(self._words, between.end, token.start)

    @staticmethod
    def _fits(phrase: Phrase, token: Token) -> bool:
        return all(phrase.facts.get(fact, value) == value for fact, value in token.facts.items())

    def _pass_by(self, token: Token) -> None:
        """A bare number or the name of a day: harmless unless it stands beside a time."""
        if self.done and self._touches(token, self.done[-1].end, token.start):
            raise Unclear
        self._bystander = token
        self.needs_date = self.needs_date or token.kind is Kind.NAMED_DAY

    def _touches(self, token: Token, start: int, end: int) -> bool:
        # Three digits and more are a time (1430) only where nothing at all stands between.
        if token.end - token.start > 2 and self._words.text[token.start].isdecimal():
            return not self._words.text[start:end].strip(" ,.")
        return close(self._words, start, end)

    def _take_back(self, token: Token) -> None:
        if token.kind is Kind.APOLOGY:
            self._apology = token
        else:
            self._correction = bool(self.done)
            self._open = False

    def _or(self, token: Token) -> None:
        """세 시나 네 시, 내일 아니면 모레; without a time on both sides it is about something else."""
        if self.done and close(self._words, self.done[-1].end, token.start):
            raise Unclear
        self._another = bool(self.done)

    def _request(self) -> None:
        if self.done:
            self.done[-1] = self.done[-1]._replace(asked=True)

    def _refusal(self, token: Token) -> None:
        if not self.done or self.done[-1].asked:
            return
        # "If three does not suit, then four."
        if "면" in self._words.text[token.end : token.end + 4]:
            raise Unclear
        self.done[-1] = self.done[-1]._replace(refused=True)
        self._open = False

    def _mark(self, token: Token) -> None:
        if not self.done or not close(self._words, self.done[-1].end, token.start):
            return
        last = self.done[-1]
        if token.kind is Kind.LATER:
            # Later, with a time of the clock, is later today.
            if last.facts.get(Fact.DAYS_AHEAD, 0):
                raise Unclear
            self.done[-1] = last._replace(facts={**last.facts, Fact.DAYS_AHEAD: 0}, end=token.end)
        elif token.kind is Kind.INSTEAD:
            self.done[-1] = last._replace(refused=True, end=token.end)
            self._open = False
        elif token.kind in _MARKS:
            self.done[-1] = last._replace(marks=last.marks | {token.kind}, end=token.end)
            self._open = False
