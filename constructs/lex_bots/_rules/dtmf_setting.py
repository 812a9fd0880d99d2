"""Keys that cannot be taken."""

import re
from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import prompts_of

_CHARACTER = re.compile("[A-D0-9#*]")
_MOST_KEYS = 1_024


class DtmfSetting(Rule):
    id = "B407"
    text = "A DTMF setting takes 1 to 1,024 keys, waits, and has two different keys to end and to delete."
    source = f"{API}/API_DTMFSpecification.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for prompt_place, _, prompt in prompts_of(bot):
            dtmf = prompt.dtmf
            if dtmf is None:
                continue
            place = (*prompt_place, "dtmf")
            if not 1 <= dtmf.max_length <= _MOST_KEYS:
                problem = f"{dtmf.max_length} is not between 1 and {_MOST_KEYS}"
                yield Fault((*place, "max_length"), problem, "write how many keys the answer has")
            if dtmf.end_timeout_ms < 1:
                yield Fault((*place, "end_timeout_ms"), f"{dtmf.end_timeout_ms} ms is no time", "write 5000")
            keys = {"end_character": dtmf.end_character, "deletion_character": dtmf.deletion_character}
            for name, key in keys.items():
                if not _CHARACTER.fullmatch(key):
                    yield Fault((*place, name), f"{shown(key)} is no key", 'use "#", "*", a digit or A to D, in quotes')
            if dtmf.end_character == dtmf.deletion_character:
                problem = f"{shown(dtmf.end_character)} both ends and deletes"
                yield Fault((*place, "deletion_character"), problem, 'end with "#", delete with "*"')
