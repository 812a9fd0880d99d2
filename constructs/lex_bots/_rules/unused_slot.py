"""Slots that are never filled."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import slots_of
from lex_bots._words import slot_names


class UnusedSlot(Rule):
    id = "B502"
    text = "A slot stands in an utterance, is required or has a prompt; otherwise it is never filled."
    source = f"{GUIDE}/add-intents.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, intent, slot in slots_of(bot):
            named = any(slot.name in slot_names(utterance) for utterance in intent.utterances)
            if not (named or slot.required or slot.prompt):
                yield Fault(place, "is never filled", f"use {{{slot.name}}} in an utterance, or remove it")
