"""What a test case is, once read: plain values that nothing changes any more."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from connect_flows._placeholder import Placeholder

VOICE = "VOICE_CALL"
CHAT = "CHAT"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPoint:
    """How the simulated customer comes in. `type`: VOICE_CALL or CHAT. What is not given is "".

    >>> EntryPoint(type="CHAT", flow_id="${flow.chat}").is_voice
    False
    """

    type: str
    flow_id: str = ""
    source_phone_number: str = ""
    destination_phone_number: str = ""

    @property
    def is_voice(self) -> bool:
        """Whether it is a call: customers hear and press keys, and what they hear is transcribed."""
        return self.type == VOICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the test waits for. `properties` are as the document has them.

    >>> Event(identifier="start-event", type="TestInitiated", actor="System", properties={}).type
    'TestInitiated'
    """

    identifier: str
    type: str
    actor: str
    properties: Mapping[str, Any]

    @property
    def words(self) -> str:
        """The words that a message must have; "" where it waits for a recording, or for no message."""
        text = self.properties.get("Text", self.properties.get("SSML"))
        return text if isinstance(text, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What the test does once its observation's event has come. `next_action`: the action after it, or "".

    >>> end = {"ActionType": "TestControl", "Command": {"Type": "EndTest"}}
    >>> Action(identifier="end", type="TestControl", parameters=end).ends_the_test
    True
    """

    identifier: str
    type: str
    parameters: Mapping[str, Any]
    next_action: str = ""

    @property
    def ends_the_test(self) -> bool:
        """Whether nothing comes after it."""
        command = self.parameters.get("Command")
        return self.type == "TestControl" and isinstance(command, Mapping) and command.get("Type") == "EndTest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One event, what the test does then, and the observations that wait from then on.

    `usage`: what the document says of how often the event comes; None is once.

    >>> event = Event(identifier="start-event", type="TestInitiated", actor="System", properties={})
    >>> Observation(identifier="start", event=event, actions=(), next_observations=("menu",)).next_observations
    ('menu',)
    """

    identifier: str
    event: Event
    actions: tuple[Action, ...]
    next_observations: tuple[str, ...]
    usage: object = None

    def chain(self) -> Iterator[Action]:
        """The actions in the order in which they are done; where one is come back to, it is the last."""
        actions = {action.identifier: action for action in reversed(self.actions)}
        action = self.actions[0] if self.actions else None
        seen: set[str] = set()
        while action is not None:
            yield action
            if action.identifier in seen:
                return
            seen.add(action.identifier)
            action = actions.get(action.next_action)


@dataclass(frozen=True, slots=True, kw_only=True)
class TestCase:
    """A test case in the testing language of Amazon Connect. `load_test_case` and `parse_test_case` make it.

    `name`: Metadata.name, else the source's file name without its ending. `entry_point`: None if nothing says how the
    customer comes in. `initialization_data`: a JSON text, "" for none. `document`: the parsed JSON; treat it as
    read-only.

    `requires`: Metadata.requires, which is ours: the values that placeholders must have for the test to pass, such as
    {"text.callback_offer": "offered"}. Where they have others, leave it out.

    >>> from connect_flows.test_cases import parse_test_case
    >>> case = parse_test_case('''{"Version": "2019-10-30", "Observations": [], "Metadata": {
    ...     "entryPoint": {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "${flow.chat}"}},
    ...     "initializationData": "{\\\\"Attributes\\\\": {\\\\"vip\\\\": \\\\"true\\\\"}}"}}''', source="vip.json")
    >>> case.name, case.entry_point.type, case.attributes, str(case.placeholders[0])
    ('vip', 'CHAT', {'vip': 'true'}, '${flow.chat}')
    """

    __test__: ClassVar[bool] = False  # for pytest, which would collect it for its name

    name: str
    description: str
    entry_point: EntryPoint | None
    initialization_data: str
    requires: Mapping[str, str]
    observations: tuple[Observation, ...]
    placeholders: tuple[Placeholder, ...]
    document: Mapping[str, Any]
    source: str

    @property
    def attributes(self) -> dict[str, str]:
        """The contact attributes that the contact begins with: none where the initialization data says it otherwise."""
        try:
            data = json.loads(self.initialization_data) if self.initialization_data else {}
        except (ValueError, RecursionError):
            return {}
        given = data.get("Attributes") if isinstance(data, dict) else None
        return {key: value for key, value in given.items() if isinstance(value, str)} if isinstance(given, dict) else {}
