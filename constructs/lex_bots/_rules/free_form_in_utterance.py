"""Free-form slots where nothing tells where they end."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import FREE_FORM, Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import slot_names


class FreeFormInUtterance(Rule):
    id = "B209"
    text = "No utterance holds a slot of AMAZON.FreeFormInput, which is only filled while it is asked for."
    source = f"{GUIDE}/built-in-slot-free-form.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, intent, utterance in utterances_of(bot):
            for name in slot_names(utterance):
                slot = intent.slot(name)
                if slot and slot.type == FREE_FORM:
                    problem = f"{shown(utterance)} holds {{{name}}}, which is {FREE_FORM}"
                    yield Fault(place, problem, "remove it: the code hook takes the words from the transcript")
