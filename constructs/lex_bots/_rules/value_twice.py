"""Values and synonyms that a slot type has twice."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault, Place, path_of
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import values_of
from lex_bots._words import said_at_once


class ValueTwice(Rule):
    id = "B305"
    text = "A slot type has each value and each synonym once, whatever its marks, case and spaces."
    source = f"{API}/API_CreateSlotType.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        first: dict[tuple[str, str], tuple[Place, str]] = {}
        for place, owner, text in values_of(bot):
            key = said_at_once(text)
            before, word = first.setdefault((owner, key), (place, text))
            if key and before != place:
                as_ = "" if word == text else f", as {shown(word)}"
                yield Fault(place, f"{shown(text)} is also {path_of(before)}{as_}", "keep one")
