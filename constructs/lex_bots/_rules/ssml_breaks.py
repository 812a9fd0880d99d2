"""Pauses that Polly refuses."""

import re
from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import Rule
from lex_bots._ssml import is_ssml, parse_ssml
from lex_bots._walk import messages_of

_TIME = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)(ms|s)")
_STRENGTHS = ("none", "x-weak", "weak", "medium", "strong", "x-strong")
_LONGEST_MS = 10_000


class SsmlBreaks(Rule):
    id = "B405"
    text = "A <break> takes at most 10 s, or has one of Polly's strengths."
    source = "https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, text in messages_of(bot):
            for name, attributes in parse_ssml(text).elements if is_ssml(text) else ():
                if name == "break":
                    yield from (Fault(place, problem, cure) for problem, cure in _wrong(attributes))


def _wrong(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    time, strength = attributes.get("time"), attributes.get("strength")
    if time is not None:
        parts = _TIME.fullmatch(time)
        if parts is None:
            yield f"<break> has the time {shown(time)}", 'write it like "300ms" or "2s"'
        elif float(parts[1]) * (1 if parts[2] == "ms" else 1000) > _LONGEST_MS:
            yield f"<break> takes {time}", "take 10s at most"
    if strength is not None and strength not in _STRENGTHS:
        yield f"<break> has the strength {shown(strength)}", f"use one of {', '.join(_STRENGTHS)}"
