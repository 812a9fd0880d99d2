"""Values that are empty or too long."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import values_of
from lex_bots._words import utf16_length

_LONGEST = 140


class ValueLength(Rule):
    id = "B306"
    text = "A value or synonym of a slot type has 1 to 140 characters."
    source = f"{API}/API_SampleValue.html; the quotas say 500, the API refuses more than 140"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, text in values_of(bot):
            length = utf16_length(text)
            if not text.strip():
                yield Fault(place, "is empty", "write a word, or remove it")
            elif length > _LONGEST:
                yield Fault(place, f"{shown(text)} has {length} characters", f"use at most {_LONGEST}")
