"""Ends of a conversation that a caller does not hear."""

from collections.abc import Iterator

from lex_bots._model import Bot, Intent
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule


class Silence(Rule):
    id = "B409"
    text = "Whatever an intent comes to, the caller hears something: from a code hook or from Lex."
    source = f"{GUIDE}/closing-response.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for intent in bot.intents:
            yield from _of_intent(intent)
        if bot.fallback and not (bot.fallback.fulfillment_code_hook or bot.fallback.closing):
            cure = "write `fulfillment_code_hook: true`, or what to say into `closing:`"
            yield Fault(("fallback",), "says nothing to a caller who was not understood", cure)


def _of_intent(intent: Intent) -> Iterator[Fault]:
    place = ("intents", intent.name)
    if not (intent.dialog_code_hook or intent.fulfillment_code_hook or intent.closing):
        cure = "switch a code hook on, or write what to say into `closing:`"
        yield Fault(place, "has neither a code hook nor a closing, so it says nothing", cure)
    if intent.confirmation and not (intent.dialog_code_hook or intent.confirmation.declined):
        yield Fault((*place, "confirmation"), "says nothing after a no", "write what to say into `declined:`")
