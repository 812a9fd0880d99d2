"""Built-in slot types that Korean lacks."""

from collections.abc import Iterator

from lex_bots._model import FREE_FORM, Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import slots_of

LACKING = {
    "AMAZON.AlphaNumeric": "was announced for Korean in March 2025, yet the table of languages says except Korean",
    "AMAZON.UKPostalCode": "is there in en_GB only",
}
"""Built-in types that must not be counted on, with the reasons."""


class LackingSlotType(Rule):
    id = "B302"
    text = "A built-in slot type is one that Korean has, of which no source says the contrary."
    source = f"{GUIDE}/built-in-slots.html; {GUIDE}/how-languages.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, slot in slots_of(bot):
            why = LACKING.get(slot.type)
            if why:
                cure = f"use {FREE_FORM}, and take the words apart in the code hook"
                yield Fault((*place, "type"), f"{slot.type} {why}", cure)
