"""Conversations that are forgotten too soon or too late."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule

_SHORTEST, _LONGEST = 60, 86_400


class SessionLifetime(Rule):
    id = "B104"
    text = "A session without a word ends after 60 to 86,400 seconds."
    source = f"{API}/API_CreateBot.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        if not _SHORTEST <= bot.session_ttl <= _LONGEST:
            problem = f"{bot.session_ttl} s is not between {_SHORTEST} and {_LONGEST}"
            yield Fault(("idle_session_ttl_seconds",), problem, "write 300, as the console does")
