"""The same utterance twice."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault, Place, path_of
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._walk import utterances_of
from lex_bots._words import said, said_at_once


class UtteranceTwice(Rule):
    id = "B208"
    text = "No two utterances say the same, whatever their marks and case; in different intents, whatever their spaces."
    source = f"{GUIDE}/sample-utterances.html; BuildBotLocale refuses an utterance that two intents have"

    def check(self, bot: Bot) -> Iterator[Fault]:
        first: dict[str, tuple[Place, str, str]] = {}
        words: dict[tuple[str, str], Place] = {}
        for place, intent, utterance in utterances_of(bot):
            key = said_at_once(utterance)
            if not key:
                continue
            before, owner, text = first.setdefault(key, (place, intent.name, utterance))
            if owner == intent.name:
                before = words.setdefault((owner, said(utterance)), place)
            if before != place:
                yield Fault(place, f"{shown(utterance)} is also {path_of(before)}{_as(text, utterance)}", "keep one")


def _as(text: str, utterance: str) -> str:
    return "" if text == utterance else f", as {shown(text)}"
