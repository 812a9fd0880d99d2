"""What each message of a loop of messages is."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View


class MessagePrompts(Rule):
    id = "E211"
    text = "Each message of MessageParticipantIteratively is one prompt."
    source = f"{ACTIONS}; {REFUSAL}: Only one of these properties may be defined"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("MessageParticipantIteratively"):
            messages = action.parameters.get("Messages")
            for index, message in enumerate(messages if isinstance(messages, list) else ()):
                if isinstance(message, dict) and len(message) != 1:
                    at = place / "Parameters" / "Messages" / index
                    yield Fault(at, f"has {len(message)} prompts", "give it one of Text, SSML, PromptId, Media")
