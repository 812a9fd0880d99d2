"""Utterances of a single character, with which the recognition of speech cannot do anything."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import Rule
from lex_bots._walk import utterances_of
from lex_bots._words import said_at_once, slot_names


class OneCharacter(Rule):
    id = "B203"
    text = "An utterance says more than one character."
    source = "https://github.com/aws-solutions/qnabot-on-aws/issues/503"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, utterance in utterances_of(bot):
            if utterance.strip() and len(said_at_once(utterance)) < 2 and not slot_names(utterance):
                yield Fault(place, f"{shown(utterance)} says one character at most", "write a word, such as 상담원")
