"""Everything that tests, pictures, logs and reports see of a contact: one stream of small tuples.

Each begins with the contact's id and the time in seconds since 1970.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Started(NamedTuple):
    """A contact has begun. `previous`: the contact that it follows, or nothing."""

    contact: str
    at: float
    channel: str
    method: str
    previous: str = ""


class FlowEntered(NamedTuple):
    """A flow begins. `type` as `FlowType` has it; empty where the flow does not say."""

    contact: str
    at: float
    flow: str
    type: str = ""


class ModuleEntered(NamedTuple):
    """A module begins, invoked by a block."""

    contact: str
    at: float
    flow: str
    module: str


class ModuleLeft(NamedTuple):
    """A module is over, with its result, if it named one."""

    contact: str
    at: float
    module: str
    result: str = ""


class Prompt(NamedTuple):
    """Somebody is told something. `to`: customer or agent. `by`: flow or bot. `kind`: Text, SSML, PromptId or Media."""

    contact: str
    at: float
    flow: str
    block: str
    text: str
    to: str = "customer"
    by: str = "flow"
    kind: str = "Text"


class Input(NamedTuple):
    """The customer has spoken, written or pressed keys. `mode`: Speech, Text or DTMF."""

    contact: str
    at: float
    flow: str
    block: str
    text: str
    mode: str


class Ignored(NamedTuple):
    """The customer has spoken or pressed keys where nobody listens."""

    contact: str
    at: float
    text: str
    why: str


class Silence(NamedTuple):
    """What a block waited for has not come in time."""

    contact: str
    at: float
    flow: str
    block: str


class ActionStarted(NamedTuple):
    """A block begins that asks for a resource: a function, hours, a bot or a queue, as the flow names it."""

    contact: str
    at: float
    flow: str
    block: str
    type: str
    resource: str


class ActionCompleted(NamedTuple):
    """A function has answered, or a bot's conversation is over, without an error."""

    contact: str
    at: float
    flow: str
    block: str
    type: str
    resource: str
    result: Mapping[str, Any]


class FunctionAsked(NamedTuple):
    """A function is invoked; `attempt` counts from 1."""

    contact: str
    at: float
    flow: str
    block: str
    function: str
    parameters: Mapping[str, Any]
    attempt: int


class FunctionAnswered(NamedTuple):
    """What came of it: values, or an error. `seconds`: how long it took."""

    contact: str
    at: float
    flow: str
    block: str
    function: str
    values: Mapping[str, Any]
    error: str
    seconds: float


class BotAnswered(NamedTuple):
    """A bot has understood a turn. `closed`: the conversation is over. `confidence`: of the intent, 0 to 1."""

    contact: str
    at: float
    flow: str
    block: str
    bot: str
    intent: str
    slots: Mapping[str, Any]
    attributes: Mapping[str, str]
    closed: bool
    error: str = ""
    confidence: float | None = None


class Branch(NamedTuple):
    """A block is over. `branch` as the drawings key it: success, condition:..., error:...; empty where nothing follows.

    `parameters` as the flow log shows them, references resolved. `results`: what came out, such as an error's text.
    """

    contact: str
    at: float
    flow: str
    block: str
    type: str
    branch: str
    target: str
    parameters: Mapping[str, Any]
    results: str


class AttributesSet(NamedTuple):
    """Attributes of the contact have changed."""

    contact: str
    at: float
    flow: str
    block: str
    values: Mapping[str, str]


class ContactUpdated(NamedTuple):
    """Something else of the contact has changed; `what` names the block's type."""

    contact: str
    at: float
    what: str
    values: Mapping[str, Any]


class Queued(NamedTuple):
    """The contact waits in a queue."""

    contact: str
    at: float
    queue: str


class CallbackCreated(NamedTuple):
    """A queued callback is a contact of its own, which waits for an agent after `delay` seconds."""

    contact: str
    at: float
    callback: str
    number: str
    queue: str
    delay: float


class Ringing(NamedTuple):
    """The customer's telephone rings."""

    contact: str
    at: float
    number: str


class AgentConnected(NamedTuple):
    """An agent has the contact."""

    contact: str
    at: float
    agent: str
    queue: str
    waited: float


class Held(NamedTuple):
    """The agent has put the customer on hold, or `resumed`."""

    contact: str
    at: float
    agent: str
    resumed: bool = False


class AgentLeft(NamedTuple):
    """The agent has left and the customer is still there."""

    contact: str
    at: float
    agent: str


class Transferred(NamedTuple):
    """To another flow, queue or agent. `kind`: flow, queue, agent."""

    contact: str
    at: float
    kind: str
    to: str


class FlowFailed(NamedTuple):
    """A block met an error that it has no branch for."""

    contact: str
    at: float
    flow: str
    block: str
    reason: str


class Disconnected(NamedTuple):
    """The contact is over; `reason` as DisconnectReason of contact records."""

    contact: str
    at: float
    reason: str


Event = (
    Started
    | FlowEntered
    | ModuleEntered
    | ModuleLeft
    | Prompt
    | Input
    | Ignored
    | Silence
    | ActionStarted
    | ActionCompleted
    | FunctionAsked
    | FunctionAnswered
    | BotAnswered
    | Branch
    | AttributesSet
    | ContactUpdated
    | Queued
    | CallbackCreated
    | Ringing
    | AgentConnected
    | Held
    | AgentLeft
    | Transferred
    | FlowFailed
    | Disconnected
)
