"""Slots that touch other text."""

import re
from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import SLOT

_TOUCHING = re.compile(r"(?<=[^\s{}])(?=\{)|(?<=\})(?=[^\s}])")


class GluedSlot(Rule):
    id = "B206"
    text = "A slot has spaces around it, before a particle too."
    source = f"{GUIDE}/sample-utterances.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, utterance in utterances_of(bot):
            if SLOT.search(utterance) and _TOUCHING.search(utterance):
                apart = _TOUCHING.sub(" ", utterance)
                yield Fault(place, f"{shown(utterance)} has a slot that touches other text", f"write {shown(apart)}")
