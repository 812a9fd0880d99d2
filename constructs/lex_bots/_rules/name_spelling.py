"""Names that Lex cannot spell."""

import re
from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault, Place
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import slots_of

_PATTERN = re.compile(r"([0-9a-zA-Z][_-]?)+")
_LONGEST = 100


class NameSpelling(Rule):
    id = "B105"
    text = "A name has 1 to 100 Latin letters and digits, with single _ or - after them."
    source = f"{API}/API_CreateIntent.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, what, name in _names(bot):
            if not name:
                yield Fault(place, f"the name of the {what} is empty", "write one of Latin letters")
            elif not name.isascii():
                cure = "write it in Latin letters" + (", and this into display_name" if what == "intent" else "")
                yield Fault(place, f"{shown(name)} is not Latin", cure)
            elif not _PATTERN.fullmatch(name):
                problem = f"{shown(name)} does not consist of letters and digits with single _ or - after them"
                yield Fault(place, problem, "spell it so")
            elif len(name) > _LONGEST:
                yield Fault(place, f"{shown(name)} has {len(name)} characters", f"use at most {_LONGEST}")


def _names(bot: Bot) -> Iterator[tuple[Place, str, str]]:
    yield ("name",), "bot", bot.name
    for slot_type in bot.slot_types:
        yield ("slot_types", slot_type.name), "slot type", slot_type.name
    for intent in bot.intents:
        yield ("intents", intent.name), "intent", intent.name
    for place, _, slot in slots_of(bot):
        yield place, "slot", slot.name
