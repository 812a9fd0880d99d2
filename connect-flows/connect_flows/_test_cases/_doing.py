"""What an action finds when it is done, and what functions and bots have answered for it to find."""

from collections.abc import Mapping
from typing import Any

from connect_flows._simulator._events import ActionCompleted
from connect_flows._test_cases._matching import Seen
from connect_flows._test_cases._model import Action
from connect_flows._test_cases._progress import FAILED, PASSED, Done
from connect_flows._test_cases._references import Refer, compares, filled, found

_ROOTS: Mapping[str, str] = {
    "InvokeLambdaFunction": "External",
    "ConnectParticipantWithLexBot": "Lex",
    "ConnectParticipantWithAgenticCX": "AgenticCX",
}


class Answers:
    """What functions and bots have answered: empty until a test has waited for it, then the latest.

    `refer`: what all other references stand for.
    """

    def __init__(self, refer: Refer) -> None:
        self._refer = refer
        self._of: dict[str, Mapping[str, Any]] = {}

    def wait_for(self, seen: Seen) -> None:
        """A test has waited for this."""
        root = _ROOTS.get(str(seen.properties.get("ActionType")))
        if root and seen.result is not None:
            self._of[root] = seen.result

    def renew(self, event: ActionCompleted) -> None:
        """Another answer has come, whether or not a test waits for it."""
        root = _ROOTS.get(event.type)
        if root in self._of:
            self._of[root] = event.result

    def __call__(self, parts: tuple[str, ...]) -> object:
        if parts[:2] == ("LambdaInvocation", "ResultData"):
            parts = ("External", *parts[2:])
        if parts[0] in _ROOTS.values():
            return found(self._of.get(parts[0], {}), parts[1:])
        return self._refer(parts)


def done(action: Action, refer: Refer) -> Done:
    """An action is done: an assertion holds or does not, a log has what its references stand for."""
    actual: dict[str, Any] = dict(action.parameters)
    if action.type == "Assert":
        actual["Namespace"] = filled(action.parameters["Namespace"], refer)
        holds = compares(actual["Namespace"], action.parameters["Operator"], action.parameters["Operand"])
        return Done(action, PASSED if holds else FAILED, actual)
    if action.type == "TestControl" and not action.ends_the_test:
        texts = action.parameters["Command"]["Properties"]["Expressions"]
        logged = {label: filled(text, refer) for label, text in texts.items()}
        actual["Command"] = {"Type": "LogData", "Properties": {"Expressions": logged}}
    return Done(action, PASSED, actual)
