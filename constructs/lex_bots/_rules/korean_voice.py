"""Voices that Polly does not have in Korean, or not with that engine."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import Rule

_VOICES = {"Seoyeon": ("neural", "standard", "generative"), "Jihye": ("neural",)}


class KoreanVoice(Rule):
    id = "B102"
    text = "The voice is Korean, with an engine that it has."
    source = (
        "https://docs.aws.amazon.com/polly/latest/dg/available-voices.html; "
        "CreateBotLocale answers: ... are not valid values for Voice Id and Engine respectively"
    )

    def check(self, bot: Bot) -> Iterator[Fault]:
        engines = _VOICES.get(bot.voice.id)
        if engines is None:
            yield Fault(("voice", "id"), f"{shown(bot.voice.id)} is no Korean voice", f"use {' or '.join(_VOICES)}")
        elif bot.voice.engine not in engines:
            problem = f"{shown(bot.voice.engine)} is no engine of {bot.voice.id}"
            yield Fault(("voice", "engine"), problem, f"use {' or '.join(engines)}")
