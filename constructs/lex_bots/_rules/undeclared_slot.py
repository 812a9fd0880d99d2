"""Slots that an intent does not have."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._likeness import meant
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import SLOT_NAME, slot_names


class UndeclaredSlot(Rule):
    id = "B207"
    text = "A slot in an utterance is one of the intent's."
    source = f"{GUIDE}/sample-utterances.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, intent, utterance in utterances_of(bot):
            known = [slot.name for slot in intent.slots]
            for name in slot_names(utterance):
                if SLOT_NAME.fullmatch(name) and name not in known:
                    problem = f"{shown(utterance)} names the slot {shown(name)}, which {intent.name} does not have"
                    yield Fault(place, problem, meant(name, known))
