"""The same calls in the centre of tests and in the local AWS: what happens in one has to happen in the other."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from connect_flows.simulator import (
    BotRequest,
    BotResult,
    Event,
    Started,
)

AGENT = "minsu"
# What differs: each has its own clock, counts its events, and numbers its contacts.
_TIMES = ("at", "seconds", "waited", "sequence")
_CONTACTS = ("contact", "previous", "callback")

Streams = list[list[dict[str, Any]]]


class Twin(Protocol):
    """What a test does to either centre: to the customer of the last contact, unless the agent is named."""

    def calls(self) -> None: ...
    def chats(self) -> None: ...
    def is_called(self) -> None: ...
    def says(self, text: str) -> None: ...
    def presses(self, keys: str) -> None: ...
    def waits(self) -> None: ...
    def answers(self) -> None: ...
    def hangs_up(self) -> None: ...
    def agent_comes(self) -> None: ...
    def agent_hangs_up(self) -> None: ...
    def agent_holds(self) -> None: ...
    def agent_resumes(self) -> None: ...
    def agent_transfers_to_queue(self, queue: str) -> None: ...
    def agent_transfers_to_agent(self, agent: str) -> None: ...
    def is_called_back(self) -> None: ...
    def fills(self, queue: str) -> None: ...
    def streams(self) -> Streams: ...


class Script:
    """The bot: for each text what it makes of it, in either centre."""

    def __init__(self, **understood: Mapping[str, str]) -> None:
        self._understood = understood

    def __call__(self, request: BotRequest) -> BotResult:
        attributes = self._understood[request.text]
        return BotResult(intent=attributes["bot_intent"], attributes=attributes, messages=("봇의 대답입니다.",))

    def recognize_text(self, aws: Any, alias: str, locale: str, session: str, text: str, **more: Any) -> Any:
        attributes = dict(self._understood[text])
        intent = {"name": attributes["bot_intent"], "slots": {}}
        state = {"dialogAction": {"type": "Close"}, "intent": intent, "sessionAttributes": attributes}
        return {"sessionState": state, "messages": [{"content": "봇의 대답입니다."}]}


def plain(event: Event) -> dict[str, Any]:
    """An event as JSON has it."""
    fields: dict[str, Any] = json.loads(json.dumps(event._asdict()))
    return {"event": type(event).__name__, **fields}


def streams(events: Iterator[dict[str, Any]] | list[dict[str, Any]], names: Mapping[str, str]) -> Streams:
    """What happened to each contact, in the order in which they began: resources by name, contacts by number."""
    every = list(events)
    started = dict.fromkeys(event["contact"] for event in every if event["event"] == Started.__name__)
    numbers = {contact: number for number, contact in enumerate(started)}
    found: Streams = [[] for _ in numbers]
    seen = set()
    for event in every:
        # The contact before is told of the one that follows, too.
        if event["event"] == Started.__name__ and event["contact"] in seen:
            continue
        seen.add(event["contact"])
        bare = {key: value for key, value in event.items() if key not in _TIMES}
        bare |= {key: numbers.get(bare[key], bare[key]) for key in _CONTACTS if key in bare}
        text = json.dumps(bare, ensure_ascii=False)
        for value in sorted(names, key=len, reverse=True):
            text = text.replace(value, names[value])
        found[numbers[event["contact"]]].append(json.loads(text))
    return found
