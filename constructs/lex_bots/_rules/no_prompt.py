"""Slots that must be filled and cannot be asked for."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import slots_of


class NoPrompt(Rule):
    id = "B303"
    text = "A required slot has a prompt."
    source = f"{API}/API_SlotValueElicitationSetting.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, slot in slots_of(bot):
            if slot.required and slot.prompt is None:
                yield Fault(place, "is required and has no prompt", "add a prompt, or write `required: false`")
