"""Utterances without a word of their own."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import SLOT, said_at_once


class SlotOnly(Rule):
    id = "B506"
    text = "An utterance says something besides its slots; otherwise it takes what others are meant to."
    source = f"{GUIDE}/sample-utterances.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, utterance in utterances_of(bot):
            if SLOT.search(utterance) and not said_at_once(SLOT.sub(" ", utterance)):
                yield Fault(place, f"{shown(utterance)} is slots only", "add a word, such as a verb")
