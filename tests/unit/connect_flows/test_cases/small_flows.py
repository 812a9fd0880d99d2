"""A small set of flows for test cases to be checked against and to run through."""

import json
from typing import Any

from connect_flows import Flow, parse

Block = dict[str, Any]


def inbound() -> Flow:
    """Status, hours, a menu: 1 and 2 lead to the queue general, 3 back to the hours; whatever fails to a farewell."""
    return _flow(
        "inbound",
        _block("status", "InvokeLambdaFunction", _FUNCTION, "hours", fails="wrong"),
        _branching("hours", "CheckHoursOfOperation", _HOURS, {"True": "hello", "False": "closed"}),
        _block("hello", "MessageParticipant", {"Text": "Hello."}, "menu"),
        _branching("menu", "GetParticipantInput", _MENU, {"1": "queue", "2": "queue", "3": "hours"}),
        _block("queue", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, "transfer"),
        _block("transfer", "TransferContactToQueue", {}, "farewell", fails="farewell"),
        _block("farewell", "MessageParticipant", {"Text": "Farewell, caller."}, "bye"),
        _block("closed", "MessageParticipant", {"Text": "We are closed."}, "bye"),
        _block("wrong", "MessageParticipant", {"Text": "Something is wrong."}, "bye"),
    )


def bot() -> Flow:
    """A bot that waits for ever."""
    parameters = {"Text": "What do you want?", "LexV2Bot": {"AliasArn": "${bot.service}"}}
    return _flow("bot", _block("talk", "ConnectParticipantWithLexBot", parameters, "bye"))


_FUNCTION = {"LambdaFunctionARN": "${function.read_line_status}", "InvocationTimeLimitSeconds": "4"}
_HOURS = {"HoursOfOperationId": "${hours.main}"}
_MENU = {"Text": "Press one for orders.", "InputTimeLimitSeconds": "5", "StoreInput": "False"}
_KINDS = ("NoMatchingError", "NoMatchingCondition", "InputTimeLimitExceeded", "QueueAtCapacity")


def _flow(name: str, *blocks: Block) -> Flow:
    bye = {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}
    document = {"Version": "2019-10-30", "StartAction": blocks[0]["Identifier"], "Actions": [*blocks, bye]}
    return parse(json.dumps(document), source=f"{name}.json")


def _block(identifier: str, action_type: str, parameters: Block, following: str, fails: str = "bye") -> Block:
    errors = [{"ErrorType": kind, "NextAction": fails} for kind in _KINDS]
    transitions = {"NextAction": following, "Errors": errors}
    return {"Identifier": identifier, "Type": action_type, "Parameters": parameters, "Transitions": transitions}


def _branching(identifier: str, action_type: str, parameters: Block, targets: dict[str, str]) -> Block:
    block = _block(identifier, action_type, parameters, "farewell")
    block["Transitions"]["Conditions"] = [
        {"NextAction": target, "Condition": {"Operator": "Equals", "Operands": [operand]}}
        for operand, target in targets.items()
    ]
    return block
