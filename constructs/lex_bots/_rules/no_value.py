"""Slot types that hold nothing."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule


class NoValue(Rule):
    id = "B304"
    text = "A slot type has values."
    source = f"{API}/API_CreateSlotType.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for slot_type in bot.slot_types:
            if not slot_type.values:
                yield Fault(("slot_types", slot_type.name, "values"), "there is none", "add `- {value: ...}`")
