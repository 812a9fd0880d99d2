"""Braces that callers would hear."""

import re
from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._likeness import meant
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import messages_of

_NAMED = re.compile(r"(?<!\\)\{([^{}]*)\}")


class UndeclaredInMessage(Rule):
    id = "B406"
    text = "A {Slot} in a message is one of the intent's."
    source = f"{GUIDE}/managing-prompts.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, intent, text in messages_of(bot):
            known = [] if intent is None else [slot.name for slot in intent.slots]
            for name in _NAMED.findall(text):
                if name not in known:
                    problem = f"{shown(text)} names {shown(f'{{{name}}}')}, which would be read out as it stands"
                    yield Fault(place, problem, meant(name, known))
