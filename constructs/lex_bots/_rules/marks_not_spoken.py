"""Marks that Lex takes and nobody says."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import SLOT

UNSPOKEN = ".,'"
"""The marks that the documentation's own examples hold."""


class MarksNotSpoken(Rule):
    id = "B504"
    text = "An utterance has no full stops, commas and apostrophes, which are not heard."
    source = f"{GUIDE}/sample-utterances.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, utterance in utterances_of(bot):
            text = SLOT.sub("", utterance)
            held = "".join(mark for mark in UNSPOKEN if mark in text)
            if held:
                yield Fault(place, f"{shown(utterance)} holds {shown(held)}", "remove it: it is not heard")
