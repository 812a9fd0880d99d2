"""Contents of flows: made of a few actions, or the repository's own with their placeholders filled in."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from connect_flows import PLACEHOLDER_KINDS, FlowType
from tests.unit.local.flows.account import HOURS, PROMPT, QUEUE, Account

FLOWS = Path(__file__).parents[4] / "flows"
FILES = [*sorted(FLOWS.glob("*.json")), *sorted(FLOWS.glob("modules/*.json"))]
_PLACEHOLDER = re.compile(rf"\$\{{(?P<kind>{'|'.join(PLACEHOLDER_KINDS)})\.(?P<name>[a-z][a-z0-9_]*)\}}")

Action = dict[str, Any]


def content_of(*actions: Mapping[str, Any], **members: Any) -> str:
    """A content that begins with the first of `actions`; what has no Transitions leads on to the next one."""
    made = [
        {"Identifier": str(index), "Parameters": {}, "Transitions": {"NextAction": str(index + 1)}, **action}
        for index, action in enumerate([*actions, {"Type": "DisconnectParticipant", "Transitions": {}}])
    ]
    return json.dumps({"Version": "2019-10-30", "StartAction": "0", "Actions": made, **members}, ensure_ascii=False)


def action(type_: str, parameters: Mapping[str, Any] | None = None, **transitions: Any) -> Action:
    """An action that goes on to the one after the first; `Errors` are named by their types alone."""
    errors = [{"ErrorType": name, "NextAction": "1"} for name in transitions.pop("Errors", ())]
    made = {"NextAction": "1", **({"Errors": errors} if errors else {}), **transitions}
    return {"Type": type_, "Parameters": dict(parameters or {}), "Transitions": made}


def equals(*operands: str, operator: str = "Equals") -> list[dict[str, Any]]:
    """A condition for each operand, all leading to the same action."""
    return [{"NextAction": "1", "Condition": {"Operator": operator, "Operands": [each]}} for each in operands]


@cache
def document_of(file: Path) -> Mapping[str, Any]:
    """A flow of the repository."""
    document: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return document


def kind_of(document: Mapping[str, Any]) -> str:
    """As what a flow of the repository is published: the name of its type, or MODULE."""
    return "MODULE" if "Settings" in document else FlowType.from_console(document["Metadata"]["type"]).value


def filled_in(text: str, account: Account) -> str:
    """A content, what placeholders it has replaced by things that are in the account then."""
    return _PLACEHOLDER.sub(lambda match: json.dumps(_value(account, match))[1:-1], text)


def _value(account: Account, match: re.Match[str]) -> str:
    kind, name = match["kind"], match["name"]
    if kind == "flow":
        return account.add_flow(name, kind_of(document_of(FLOWS / f"{name}.json")))
    make: Mapping[str, Callable[[], str]] = {
        "queue": lambda: account.add(QUEUE, name),
        "hours": lambda: account.add(HOURS, name),
        "function": lambda: account.aws.functions.add(name),
        "bot": lambda: account.add_bot(name),
        "module": lambda: account.add_module(name),
        "prompt": lambda: account.add(PROMPT, name),
        "text": lambda: "한빛",
    }
    return make[kind]()
