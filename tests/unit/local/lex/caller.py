"""Somebody who talks to a bot."""

from typing import Any

from aicc_local.lex.runtime import recognize_text
from tests.unit.local.fakes import FakeAws, Handler
from tests.unit.local.lex.bots import LOCALE, make


class Caller:
    """Somebody who talks to one alias; sees the last answer."""

    def __init__(self, aws: FakeAws, *intents: Any, handler: Handler | None = None) -> None:
        self._aws = aws
        self.alias = make(aws, *intents, handler=handler)
        self.answer: dict[str, Any] = {}

    def says(self, text: str) -> list[str]:
        """What the bot says to that."""
        self.answer = recognize_text(self._aws, self.alias.arn, LOCALE, "caller", text)
        return [message["content"] for message in self.answer["messages"]]

    @property
    def action(self) -> Any:
        return self.answer["sessionState"]["dialogAction"]

    @property
    def intent(self) -> Any:
        return self.answer["sessionState"]["intent"]

    def value(self, name: str) -> str | None:
        found = self.intent["slots"][name]
        return found["value"]["interpretedValue"] if found else None
