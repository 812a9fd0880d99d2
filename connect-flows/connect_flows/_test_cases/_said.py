"""What flows say: each prompt by itself, and with the one that follows it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from connect_flows._model import Action, Flow
from connect_flows._place import Place
from connect_flows._prompts import prompts_in
from connect_flows._simulator._hearing import heard
from connect_flows._test_cases._similarity import is_similar

_NO_PLACE = Place()


class Line(NamedTuple):
    """Something that is said. `heard`: without punctuation. `is_last`: nothing but the end of the call follows."""

    action: Action
    text: str
    heard: str
    is_last: bool


class Said:
    """The lines of flows."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        self._lines = [line for flow in flows for line in _lines(flow)]

    def of(self, wanted: str, criteria: str) -> list[Line]:
        """The lines that a text is in, or that are similar to it if the criteria are those of Similarity."""
        part = heard(wanted)
        return [
            line
            for line in self._lines
            if part in line.heard or (criteria == "Similarity" and is_similar(line.text, wanted))
        ]


def _lines(flow: Flow) -> Iterator[Line]:
    actions = {action.identifier: action for action in flow.actions}
    for action in flow.actions:
        texts = _texts(action)
        if not texts:
            continue
        following = [actions[target] for target in action.targets if target in actions]
        is_last = bool(following) and all(each.type == "DisconnectParticipant" for each in following)
        after = list(_next_texts(action, actions))
        for text in texts:
            yield Line(action, text, heard(text), is_last)
            for both in (f"{text} {each}" for each in after):
                yield Line(action, both, heard(both), False)


def _texts(action: Action) -> list[str]:
    return [prompt.text for prompt in prompts_in(action, _NO_PLACE)]


def _next_texts(action: Action, actions: Mapping[str, Action]) -> Iterator[str]:
    """What is said next when all goes well: what follows without a word between."""
    if action.type != "MessageParticipant":
        return
    seen = {action.identifier}
    following = actions.get(action.next_action or "")
    while following is not None and following.identifier not in seen:
        seen.add(following.identifier)
        texts = _texts(following)
        if texts:
            yield from texts
            return
        following = actions.get(following.next_action or "")
