"""The one tree of errors of our functions, so that a caller can name what it expects.

    FunctionError
    ├── SettingError            an environment variable is missing or wrong
    ├── MalformedEvent          an event lacks what its sender promises; names the place, never the value
    ├── AnswerError             an answer to Connect that a flow could not read
    ├── HandlerFault            what leaves a handler after a fault; holds no personal data
    ├── Contention              others kept changing the same item
    ├── Unavailable             a service answered, but not in full
    └── OutOfTime               a function must stop before its own time-out

Expected outcomes (a wrong answer, a locked number) are values, not errors.
"""


class FunctionError(Exception):
    """Root of the tree."""


class SettingError(FunctionError):
    """An environment variable is missing or has a value that the function cannot use."""


class MalformedEvent(FunctionError):
    """An event lacks something; the message names the place and never quotes a value."""


class AnswerError(FunctionError):
    """An answer that a contact flow could not read."""


class HandlerFault(FunctionError):
    """A fault as the Lambda runtime may print it: the type of the cause and nothing else."""


class Contention(FunctionError):
    """A conditional write lost more often than rivals can explain."""


class Unavailable(FunctionError):
    """A service answered, but not in full; the same request may succeed later."""


class OutOfTime(FunctionError):
    """A function stops by itself, while there is still time to say so."""
