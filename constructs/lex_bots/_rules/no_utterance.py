"""Intents that nobody can ask for."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule


class NoUtterance(Rule):
    id = "B201"
    text = "An intent has sample utterances."
    source = f"{GUIDE}/sample-utterances.html; BuildBotLocale wants them of one intent, callers of each"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for intent in bot.intents:
            if not intent.utterances:
                yield Fault(
                    ("intents", intent.name, "utterances"), "there is none", "write what callers say, 10 or more"
                )
