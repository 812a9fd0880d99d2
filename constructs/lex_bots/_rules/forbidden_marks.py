"""Characters that are not safe in an utterance."""

import re
import unicodedata
from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule
from lex_bots._rules.marks_not_spoken import UNSPOKEN
from lex_bots._walk import utterances_of
from lex_bots._words import SLOT

# Hangul syllables, and the single letters that people type in chats.
_SAFE = re.compile(f"[가-힣ㄱ-ㅣ0-9A-Za-z {{}}{re.escape(UNSPOKEN)}]")
_CONJOINING = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")


class ForbiddenMarks(Rule):
    id = "B204"
    text = "An utterance holds Hangul, Latin letters, digits, spaces and {Slots}, and no other characters."
    source = f"{GUIDE}/sample-utterances.html, whose examples hold no others but . , ' and !"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, utterance in utterances_of(bot):
            text = SLOT.sub("", utterance)
            held = "".join(dict.fromkeys(character for character in text if not _SAFE.match(character)))
            if held:
                yield Fault(place, f"{shown(utterance)} holds {shown(held)}", _cure(held))


def _cure(held: str) -> str:
    if _CONJOINING.search(held):
        return "save it composed (Unicode NFC): these look the same and match nothing"
    composed = unicodedata.normalize("NFKC", held)
    if composed != held and all(map(_SAFE.match, composed)):
        return f"write {shown(composed)}"
    if any(character.isalnum() for character in held):
        return "write it in Hangul, Latin letters or digits, as it is said"
    return "remove it: callers do not say marks, and Lex may refuse them"
