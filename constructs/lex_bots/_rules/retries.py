"""Questions that are asked too often."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import prompts_of

_MOST = 5


class Retries(Rule):
    id = "B403"
    text = "A prompt is repeated 0 to 5 times."
    source = f"{API}/API_PromptSpecification.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, prompt in prompts_of(bot):
            if not 0 <= prompt.retries <= _MOST:
                yield Fault((*place, "retries"), f"{prompt.retries} is not between 0 and {_MOST}", "write 1 or 2")
