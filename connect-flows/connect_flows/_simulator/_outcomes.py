"""What may come of a block, and what may happen to a contact that waits."""

from typing import NamedTuple

from connect_flows._simulator._surroundings import BotResult, FunctionResult, Request


class Next(NamedTuple):
    """Go on with this block of the running flow; `branch` is the key of what led there."""

    block: str
    branch: str


class Begins(NamedTuple):
    """Begin a flow, in place of whatever runs."""

    flow: str


class GoesOn(NamedTuple):
    """Go on with the block at which the contact stands, as if it had just come there."""


class Invokes(NamedTuple):
    """Begin a module inside the flow."""

    module: str


class Pause(NamedTuple):
    """Wait for input, time, messages or speech; `seconds` None: for as long as it takes."""

    waits_for: str
    seconds: float | None = None


class Asks(NamedTuple):
    """Ask a function or a bot; the answer is what happens next. Who drives the contact may take long over it."""

    request: Request


class Ends(NamedTuple):
    """The flow is over; the contact may be, too."""


class Said(NamedTuple):
    """The customer has spoken, or has written a message."""

    text: str


class Pressed(NamedTuple):
    """The customer has pressed keys."""

    keys: str


class TimeIsUp(NamedTuple):
    """What the contact waited for in this turn has not come in time, or the prompt has been heard."""

    turn: int


class Answered(NamedTuple):
    """A function or a bot has answered."""

    result: FunctionResult | BotResult


Outcome = Next | Begins | Invokes | Pause | Asks | Ends
Happening = Begins | GoesOn | Said | Pressed | TimeIsUp | Answered
Rest = Pause | Asks | Ends
