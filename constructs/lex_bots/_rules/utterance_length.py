"""Utterances that are empty or too long."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import QUOTAS, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import utf16_length

_LONGEST = 500


class UtteranceLength(Rule):
    id = "B202"
    text = "An utterance has 1 to 500 characters."
    source = QUOTAS

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, utterance in utterances_of(bot):
            length = utf16_length(utterance)
            if not utterance.strip():
                yield Fault(place, "is empty", "write what callers say, or remove it")
            elif length > _LONGEST:
                yield Fault(place, f"{shown(utterance)} has {length} characters", f"use at most {_LONGEST}")
