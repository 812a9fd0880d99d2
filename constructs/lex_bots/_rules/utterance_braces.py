"""Braces that are no slot."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import SLOT, SLOT_NAME


class UtteranceBraces(Rule):
    id = "B205"
    text = "Braces in an utterance come in pairs, with the name of a slot between them."
    source = f"{GUIDE}/sample-utterances.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, utterance in utterances_of(bot):
            rest = SLOT.sub("", utterance)
            if "{" in rest or "}" in rest:
                yield Fault(place, f"{shown(utterance)} has a brace without its other", "write {Slot}, or remove it")
            for name in SLOT.findall(utterance):
                if not SLOT_NAME.fullmatch(name):
                    problem = f"{shown(utterance)} has {shown(f'{{{name}}}')}, which names no slot"
                    yield Fault(place, problem, "write the name of a slot and nothing else between braces")
