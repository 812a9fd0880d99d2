"""What a flow says."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from connect_flows._model import Action
from connect_flows._place import Place

SPOKEN = ("Text", "SSML")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_ONE_PROMPT = frozenset({"MessageParticipant", "GetParticipantInput", "ConnectParticipantWithLexBot"})


class Prompt(NamedTuple):
    """What is read out at a place. `kind`: Text or SSML."""

    action: Action
    place: Place
    kind: str
    text: str

    @property
    def is_korean(self) -> bool:
        """Whether there is Hangul in it."""
        return _HANGUL.search(self.text) is not None


def prompts_in(action: Action, place: Place) -> Iterator[Prompt]:
    """What an action says. `place`: that of its parameters."""
    if action.type in _ONE_PROMPT:
        yield from _spoken(action, action.parameters, place)
    elif action.type == "MessageParticipantIteratively":
        messages = action.parameters.get("Messages")
        for index, message in enumerate(messages if isinstance(messages, list) else ()):
            if isinstance(message, dict):
                yield from _spoken(action, message, place / "Messages" / index)


def _spoken(action: Action, holder: Mapping[str, object], place: Place) -> Iterator[Prompt]:
    for kind in SPOKEN:
        text = holder.get(kind)
        if isinstance(text, str):
            yield Prompt(action, place / kind, kind, text)
