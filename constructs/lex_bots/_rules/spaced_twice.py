"""Utterances of an intent that differ in their spaces only."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault, Place, path_of
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import said, said_at_once


class SpacedTwice(Rule):
    id = "B505"
    text = "Utterances of an intent differ in more than their spaces."
    source = f"{GUIDE}/sample-utterances.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        first: dict[tuple[str, str], tuple[Place, str]] = {}
        for place, intent, utterance in utterances_of(bot):
            key = said_at_once(utterance)
            before, words = first.setdefault((intent.name, key), (place, said(utterance)))
            if key and words != said(utterance):
                problem = f"{shown(utterance)} differs from {path_of(before)} in its spaces only"
                yield Fault(place, problem, "say it in other words, unspaced or not: two that differ teach more")
