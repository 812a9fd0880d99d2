"""Prompts without words, and more variations than Lex takes."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import prompts_of, sayings_of

_MOST = 3


class MessageCount(Rule):
    id = "B402"
    text = "A prompt has a message, and every message at most two variations."
    source = f"{API}/API_MessageGroup.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, prompt in prompts_of(bot):
            if not prompt.messages:
                yield Fault((*place, "messages"), "there is none", "write what callers are to be asked")
        for place, _, texts in sayings_of(bot):
            if len(texts) > _MOST:
                cure = "keep a message and two variations of it"
                yield Fault(place, f"there are {len(texts)} messages", cure)
