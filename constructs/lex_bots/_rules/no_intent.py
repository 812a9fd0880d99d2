"""Bots that understand nothing."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule


class NoIntent(Rule):
    id = "B109"
    text = "A bot has an intent besides the fallback."
    source = f"{GUIDE}/building-bots.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        if not bot.intents:
            yield Fault(("intents",), "there is no intent", "add one, with what callers say")
