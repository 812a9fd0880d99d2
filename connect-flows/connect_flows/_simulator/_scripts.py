"""What functions and bots answer in a test: one thing after the other, and the last one for ever."""

from collections.abc import Callable, Mapping
from typing import Any

from connect_flows._simulator._errors import Unscripted
from connect_flows._simulator._surroundings import BotRequest, BotResult, FunctionRequest, FunctionResult

Function = Callable[[Mapping[str, Any]], Any]
"""What a function does: the event in, the answer out; an exception is the function's error."""

Bot = Callable[[BotRequest], BotResult]


class FunctionScript:
    """A function that answers as told.

    >>> function = FunctionScript("status").fails().answers(line_status="open")
    >>> event = FunctionRequest(function="status", event={}, seconds=4)
    >>> function(event).error, function(event).payload, function(event).payload
    ('Unhandled', {'line_status': 'open'}, {'line_status': 'open'})
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.asked: list[Mapping[str, Any]] = []
        self._answers: list[Callable[[FunctionRequest], FunctionResult]] = []

    def answers(self, payload: Any = None, /, *, after: float = 0.0, **values: str) -> "FunctionScript":
        """Answers with these values, or with a payload of any kind, after so many seconds.

        Where it takes longer than the block allows, the block does not wait for it.
        """
        result = FunctionResult(payload=values if payload is None else payload, seconds=after)
        return self._add(lambda request: result if after <= request.seconds else _late(request))

    def fails(self, error: str = "Unhandled", times: int = 1) -> "FunctionScript":
        """Fails; as the last thing for ever. Amazon Connect asks up to three times more."""
        for _ in range(times):
            self._add(lambda request: FunctionResult(error=error))
        return self

    def times_out(self) -> "FunctionScript":
        """Does not answer in time."""
        return self._add(_late)

    def does(self, function: Function) -> "FunctionScript":
        """Answers what a Python function makes of the event."""
        return self._add(lambda request: asked(function, request))

    def __call__(self, request: FunctionRequest) -> FunctionResult:
        self.asked.append(request.event)
        if not self._answers:
            raise Unscripted(
                f"function {self.name}: the test does not say what it answers; say it: "
                f"center.function({self.name!r}).answers(...)"
            )
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return answer(request)

    def _add(self, answer: Callable[[FunctionRequest], FunctionResult]) -> "FunctionScript":
        self._answers.append(answer)
        return self


class BotScript:
    """A bot that understands what it is told to understand.

    >>> bot = BotScript("service").understands("환불해 주세요", intent="refund", attributes={"next_action": "queue"})
    >>> turn = BotRequest(bot="service", locale="ko_KR", session="1", text="환불해 주세요", mode="Speech")
    >>> bot(turn).intent, bot(turn).closed
    ('refund', True)
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.asked: list[BotRequest] = []
        self._by_text: dict[str, list[BotResult]] = {}
        self._next: list[BotResult] = []

    def understands(self, text: str, **result: Any) -> "BotScript":
        """What it makes of a text; of the same text several times, one after the other. Arguments as `answers` has."""
        self._by_text.setdefault(text, []).append(_result(**result))
        return self

    def answers(self, **result: Any) -> "BotScript":
        """What it makes of whatever it hears next.

        `intent`, `slots`, `attributes` as in `BotResult`; `says`: a text or several; `closed`: False when it asks on.
        """
        self._next.append(_result(**result))
        return self

    def fails(self, error: str = "DependencyFailedException") -> "BotScript":
        """It gives no answer."""
        self._next.append(BotResult(error=error))
        return self

    def __call__(self, request: BotRequest) -> BotResult:
        self.asked.append(request)
        fitting = self._by_text.get(request.text) or self._next
        if not fitting:
            raise Unscripted(
                f"bot {self.name}: the test does not say what it makes of {request.text!r}; say it: "
                f"center.bot({self.name!r}).understands({request.text!r}, intent=...)"
            )
        return fitting.pop(0) if len(fitting) > 1 else fitting[0]


def asked(function: Function, request: FunctionRequest) -> FunctionResult:
    """What comes of asking a Python function: whatever it raises is the function's error, a failed assertion apart."""
    try:
        return FunctionResult(payload=function(request.event))
    except (AssertionError, Unscripted):
        raise
    except Exception as error:
        return FunctionResult(error=f"Unhandled: {type(error).__name__}")


def _late(request: FunctionRequest) -> FunctionResult:
    return FunctionResult(error="TimedOut", seconds=request.seconds)


def _result(
    *,
    intent: str = "",
    slots: Mapping[str, str | None] | None = None,
    attributes: Mapping[str, str] | None = None,
    says: str | tuple[str, ...] = (),
    closed: bool = True,
    confidence: float | None = None,
    seconds: float = 0.0,
) -> BotResult:
    return BotResult(
        intent=intent,
        slots=slots or {},
        attributes=attributes or {},
        messages=(says,) if isinstance(says, str) else tuple(says),
        closed=closed,
        confidence=confidence,
        seconds=seconds,
    )
