"""Tags that are there for nothing."""

from collections.abc import Iterator, Mapping

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import Rule
from lex_bots._ssml import is_ssml, parse_ssml
from lex_bots._walk import messages_of

_KNOWN = frozenset(
    (
        *("break", "lang", "mark", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"),
        *("emphasis", "amazon:auto-breaths", "amazon:effect"),
    )
)
_STANDARD_ONLY = frozenset({"emphasis", "amazon:auto-breaths"})


class SsmlSupport(Rule):
    id = "B507"
    text = "The tags of a message are such that Connect and the voice's engine know; others change nothing."
    source = (
        "https://docs.aws.amazon.com/connect/latest/adminguide/supported-ssml-tags.html; "
        "https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html"
    )

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, text in messages_of(bot):
            for name, attributes in parse_ssml(text).elements[1:] if is_ssml(text) else ():
                if name not in _KNOWN:
                    yield Fault(place, f"<{name}> is ignored", "remove it")
                elif bot.voice.engine != "standard" and _needs_standard(name, attributes):
                    yield Fault(place, f"the engine {bot.voice.engine} has no {_said(name)}", "remove it")


def _needs_standard(name: str, attributes: Mapping[str, str]) -> bool:
    if name == "prosody":
        return "pitch" in attributes
    if name == "amazon:effect":
        return attributes.get("name") == "whispered" or "vocal-tract-length" in attributes
    return name in _STANDARD_ONLY


def _said(name: str) -> str:
    return "<prosody pitch>" if name == "prosody" else f"<{name}>"
