"""What may come of a block, and what may happen to a contact that waits."""

from typing import NamedTuple

from connect_flows._simulator._surroundings import BotResult, FunctionResult, Request


class Next(NamedTuple):
    """Go on with this block of the running flow; `branch` is the key of what led there."""

    block: str
    branch: str


class Begins(NamedTuple):
    """Begin a flow, in place of whatever runs.

    >>> Begins("${flow.inbound}").flow
    '${flow.inbound}'
    """

    flow: str


class GoesOn(NamedTuple):
    """Go on with the block at which the contact stands, as if it had just come there.

    >>> GoesOn()
    GoesOn()
    """


class Invokes(NamedTuple):
    """Begin a module inside the flow."""

    module: str


class Pause(NamedTuple):
    """Wait for input, time, messages or speech; `seconds` None: for as long as it takes.

    >>> Pause("input", 5.0).waits_for, Pause("messages").seconds
    ('input', None)
    """

    waits_for: str
    seconds: float | None = None


class Asks(NamedTuple):
    """Ask a function or a bot; the answer is what happens next. Who drives the contact may take long over it.

    >>> from connect_flows.simulator import FunctionRequest
    >>> Asks(FunctionRequest(function="${function.status}", event={}, seconds=4.0)).request.seconds
    4.0
    """

    request: Request


class Ends(NamedTuple):
    """The flow is over; the contact may be, too.

    >>> Ends()
    Ends()
    """


class HangsUp(NamedTuple):
    """The contact is over."""


class Said(NamedTuple):
    """The customer has spoken, or has written a message.

    >>> Said("환불해 주세요").text
    '환불해 주세요'
    """

    text: str


class Pressed(NamedTuple):
    """The customer has pressed keys.

    >>> Pressed("19900102#").keys
    '19900102#'
    """

    keys: str


class TimeIsUp(NamedTuple):
    """What the contact waited for in this turn has not come in time, or the prompt has been heard.

    >>> TimeIsUp(turn=3).turn
    3
    """

    turn: int


class Answered(NamedTuple):
    """A function or a bot has answered.

    >>> Answered(FunctionResult(payload={"line": "open"})).result.payload
    {'line': 'open'}
    """

    result: FunctionResult | BotResult


Outcome = Next | Begins | Invokes | Pause | Asks | Ends | HangsUp
Happening = Begins | GoesOn | Said | Pressed | TimeIsUp | Answered
Rest = Pause | Asks | Ends
