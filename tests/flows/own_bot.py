"""The bot of this repository as a simulated centre asks it: emulated Lex, and the function that answers."""

from connect_flows.simulator import BotRequest, BotResult
from tests.unit.fulfill_intent.test_with_the_emulator import Line


class OwnBot:
    """One session for each contact, by text."""

    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}

    def __call__(self, request: BotRequest) -> BotResult:
        line = self._lines.setdefault(request.session, Line(request.attributes, voice=request.mode != "Text"))
        line.say(request.text, request.mode)
        session = line.session
        return BotResult(
            intent=session.interpretations[0]["intent"]["name"] if session.interpretations else "",
            attributes=dict(session.attributes),
            messages=tuple(message["content"] for message in session.messages),
            closed=session.action.get("type") == "Close",
        )
