"""Messages that say nothing or too much."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule
from lex_bots._ssml import without_tags
from lex_bots._walk import messages_of
from lex_bots._words import utf16_length

_LONGEST = 1_000


class MessageLength(Rule):
    id = "B401"
    text = "A message says something, in at most 1,000 characters with the tags of SSML."
    source = f"{API}/API_PlainTextMessage.html; {API}/API_SSMLMessage.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, text in messages_of(bot):
            length = utf16_length(text)
            if not without_tags(text).strip():
                yield Fault(place, f"{shown(text)} says nothing", "write what callers are to hear, or remove it")
            elif length > _LONGEST:
                yield Fault(place, f"{shown(text)} has {length} characters", f"use at most {_LONGEST}")
