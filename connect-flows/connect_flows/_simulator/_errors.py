"""What the simulator raises.

::

    Exception
    ├── SimulationError        the simulation cannot go on; the message says where, why, and what to do
    │   ├── UnknownAction      a block of a type that Amazon Connect does not have
    │   ├── Unscripted         the test has not said what happens here
    │   ├── NotRun             a block asks for something that is not simulated
    │   ├── UnknownReference   `$.…` that refers to nothing that is simulated
    │   └── MissingValue       a placeholder of a flow has no value
    └── AssertionError
        └── CallFailure        the call has not gone as the test expects
"""


class SimulationError(Exception):
    """The simulation cannot go on.

    >>> print(SimulationError("inbound: block ask: no bot answers; script it: center.bot('x').answers(...)"))
    inbound: block ask: no bot answers; script it: center.bot('x').answers(...)
    """


class UnknownAction(SimulationError):
    """A block of a type that Amazon Connect does not have.

    >>> print(UnknownAction("inbound: block it: Amazon Connect has no type PlayPrompt; correct the type"))
    inbound: block it: Amazon Connect has no type PlayPrompt; correct the type
    """


class Unscripted(SimulationError):
    """The test has not said what happens here, and the simulator does not guess.

    >>> issubclass(Unscripted, SimulationError)
    True
    """


class NotRun(SimulationError):
    """A block asks for something that is not simulated; a stub can stand in for it.

    >>> print(NotRun("inbound: block it: Wait with Events is not simulated; let a stub stand in for it"))
    inbound: block it: Wait with Events is not simulated; let a stub stand in for it
    """


class UnknownReference(SimulationError):
    """A reference to what nothing here provides, such as $.Wisdom.

    >>> print(UnknownReference("inbound: block it: $.Wisdom is nothing that is simulated; let a stub provide Wisdom"))
    inbound: block it: $.Wisdom is nothing that is simulated; let a stub provide Wisdom
    """


class MissingValue(SimulationError):
    """A placeholder of a flow has no value.

    >>> print(MissingValue("inbound: block it: ${text.name} has no value; give it: texts={'name': ...}"))
    inbound: block it: ${text.name} has no value; give it: texts={'name': ...}
    """


class NoBranch(Exception):
    """Something went wrong in a block that has no branch for it: the flow fails there. Only the run loop sees it."""


class CallFailure(AssertionError):
    """The call has not gone as the test expects; the message ends with the transcript so far and the path.

    >>> issubclass(CallFailure, AssertionError)
    True
    """
