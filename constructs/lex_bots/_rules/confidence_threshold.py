"""Thresholds that no confidence can be compared with."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule


class ConfidenceThreshold(Rule):
    id = "B103"
    text = "The threshold of confidence is between 0 and 1."
    source = f"{API}/API_CreateBotLocale.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        if not 0 <= bot.threshold <= 1:
            problem = f"{bot.threshold:g} is not between 0 and 1"
            yield Fault(("nlu_confidence_threshold",), problem, "write 0.4, as the console does")
