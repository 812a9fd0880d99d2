"""Slot types that nobody has."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._likeness import meant
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._rules.lacking_slot_type import LACKING
from lex_bots._walk import slots_of

_PREFIX = "AMAZON."
_BUILT_IN = (
    "AMAZON.City",
    "AMAZON.Confirmation",
    "AMAZON.Country",
    "AMAZON.Currency",
    "AMAZON.Date",
    "AMAZON.Duration",
    "AMAZON.EmailAddress",
    "AMAZON.FirstName",
    "AMAZON.FreeFormInput",
    "AMAZON.LastName",
    "AMAZON.Number",
    "AMAZON.Percentage",
    "AMAZON.PhoneNumber",
    "AMAZON.State",
    "AMAZON.StreetName",
    "AMAZON.Time",
)


class UnknownSlotType(Rule):
    id = "B301"
    text = "The type of a slot is one of the bot's own, or built in."
    source = f"{GUIDE}/built-in-slots.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        own = [slot_type.name for slot_type in bot.slot_types]
        for place, _, slot in slots_of(bot):
            if slot.type in own or slot.type in _BUILT_IN or slot.type in LACKING:
                continue
            built_in = slot.type.startswith(_PREFIX)
            problem = f"{shown(slot.type)} is {'no built-in slot type' if built_in else 'not in slot_types'}"
            yield Fault((*place, "type"), problem, meant(slot.type, _BUILT_IN if built_in else (*own, *_BUILT_IN)))
