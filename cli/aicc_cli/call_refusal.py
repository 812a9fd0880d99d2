"""Why the local AWS refuses what a caller or an agent does."""

import re

from aicc_local.control import ControlError

_REFUSAL = re.compile(r'contacts/(\w+): (\d+) \{"error": "(.*)"\}$')


def why(error: ControlError) -> str:
    """Return in one line why the local AWS refuses.

    >>> why(ControlError('POST http://127.0.0.1:1/_aicc/contacts/answer: 400 {"error": "X: The contact is ENDED"}'))
    'answer: X: The contact is ENDED'
    >>> why(ControlError("POST http://127.0.0.1:1/_aicc/contacts/answer: <urlopen error [Errno 111] refused>"))
    'POST http://127.0.0.1:1/_aicc/contacts/answer: <urlopen error [Errno 111] refused>; look at it: aicc status'
    """
    told = _REFUSAL.search(str(error))
    if told is None:
        return f"{error}; look at it: aicc status"
    act, status, message = told.groups()
    if status == "404" and message.startswith("there is no POST"):
        return f"{act}: the local AWS that runs is older than this command; begin anew: aicc down, then aicc up"
    return f"{act}: {message}"
