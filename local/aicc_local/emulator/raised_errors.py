"""A function that raises: its process takes the next event, as Lambda's does, and remembers what it has kept.

Only what crashes or runs out of time is begun anew. ministack ends the process of whatever raises.
https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-invoke-with-errors
"""

from collections.abc import Callable
from typing import Any

from ministack.core import lambda_runtime

Answer = dict[str, Any]

# What a process answers then; and an answer of one that goes on, with the other within.
_RAISED = '{"status": "error", "error": str(e), "trace": traceback.format_exc()}'
_GOES_ON = f'{{"status": "ok", "raised": {_RAISED}}}'


def register() -> None:
    """Let the process go on."""
    script = lambda_runtime._PYTHON_WORKER_SCRIPT
    if script.count(_RAISED) != 1:
        raise RuntimeError(f"ministack's processes of functions no longer answer {_RAISED}; look at {__name__}")
    lambda_runtime._PYTHON_WORKER_SCRIPT = script.replace(_RAISED, _GOES_ON)
    lambda_runtime.Worker.invoke = _told(lambda_runtime.Worker.invoke)


def _told(invoke: Callable[..., Answer]) -> Callable[..., Answer]:
    def told(*arguments: Any, **options: Any) -> Answer:
        return as_raised(invoke(*arguments, **options))

    return told


def as_raised(answer: Answer) -> Answer:
    """The answer of a process, as ministack knows that of one that has raised.

    >>> as_raised({"status": "ok", "raised": {"status": "error", "error": "no"}, "log": ""})
    {'status': 'error', 'log': '', 'error': 'no'}
    """
    raised: Answer = answer.get("raised", {})
    return {key: value for key, value in answer.items() if key != "raised"} | raised
