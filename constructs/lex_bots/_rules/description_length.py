"""Descriptions and names for the console that are too long."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault, Place
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import slots_of
from lex_bots._words import utf16_length

_DESCRIPTION, _DISPLAY_NAME = 2_000, 100


class DescriptionLength(Rule):
    id = "B107"
    text = "A description has at most 2,000 characters, a display name at most 100."
    source = f"{API}/API_CreateIntent.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, text in _texts(bot):
            limit = _DISPLAY_NAME if place[-1] == "display_name" else _DESCRIPTION
            length = utf16_length(text)
            if length > limit:
                yield Fault(place, f"has {length} characters", f"use at most {limit}")


def _texts(bot: Bot) -> Iterator[tuple[Place, str]]:
    yield ("description",), bot.description
    for slot_type in bot.slot_types:
        yield ("slot_types", slot_type.name, "description"), slot_type.description
    for intent in bot.intents:
        yield ("intents", intent.name, "description"), intent.description
        yield ("intents", intent.name, "display_name"), intent.display_name
    for place, _, slot in slots_of(bot):
        yield (*place, "description"), slot.description
