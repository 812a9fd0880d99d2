"""Intents that are called like those of Lex."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule

_BUILT_IN = (
    "BedrockAgentIntent",
    "CancelIntent",
    "FallbackIntent",
    "HelpIntent",
    "KendraSearchIntent",
    "PauseIntent",
    "QInConnectIntent",
    "QnAIntent",
    "RepeatIntent",
    "ResumeIntent",
    "StartOverIntent",
    "StopIntent",
)


class BuiltInName(Rule):
    id = "B106"
    text = "No intent has the name of a built-in one, in whatever case."
    source = f"{GUIDE}/built-in-intents.html; CreateIntent answers: The specified intent name conflicts with a built-in"

    def check(self, bot: Bot) -> Iterator[Fault]:
        taken = {name.casefold(): name for name in _BUILT_IN}
        for intent in bot.intents:
            name = taken.get(intent.name.casefold())
            if name:
                cure = "write it as `fallback:`" if name == "FallbackIntent" else "give it another name"
                yield Fault(("intents", intent.name), f"{shown(intent.name)} is the built-in AMAZON.{name}", cure)
