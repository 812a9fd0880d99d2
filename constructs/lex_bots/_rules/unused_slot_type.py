"""Slot types that no slot is of."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import slots_of


class UnusedSlotType(Rule):
    id = "B503"
    text = "A slot type is the type of a slot."
    source = f"{GUIDE}/custom-slot-types.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        used = {slot.type for _, _, slot in slots_of(bot)}
        for slot_type in bot.slot_types:
            if slot_type.name not in used:
                yield Fault(("slot_types", slot_type.name), "is the type of no slot", "remove it, or use it")
