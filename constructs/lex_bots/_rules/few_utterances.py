"""Intents that Lex has too little to learn from."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule

_FEW = 10


class FewUtterances(Rule):
    id = "B501"
    text = "An intent has 10 sample utterances or more."
    source = f"{GUIDE}/sample-utterances.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for intent in bot.intents:
            number = len(intent.utterances)
            if 0 < number < _FEW:
                cure = f"write {_FEW - number} more, as varied as callers are"
                yield Fault(("intents", intent.name, "utterances"), f"there are {number}", cure)
