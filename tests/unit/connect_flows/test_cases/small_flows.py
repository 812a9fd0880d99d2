"""A small set of flows for test cases to be checked against."""

import json

from connect_flows import Flow, parse

_ERRORS = {"Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}


def inbound() -> Flow:
    """Status, hours, a menu with the keys 1 and 2, the queue general; else a farewell."""
    blocks = [
        _block("status", "InvokeLambdaFunction", {"LambdaFunctionARN": "${function.read_line_status}"}, "hours"),
        _block("hours", "CheckHoursOfOperation", {"HoursOfOperationId": "${hours.main}"}, "hello"),
        _block("hello", "MessageParticipant", {"Text": "Hello."}, "menu"),
        {
            "Identifier": "menu",
            "Type": "GetParticipantInput",
            "Parameters": {"Text": "Press one for orders.", "StoreInput": "False"},
            "Transitions": {
                "NextAction": "bye",
                **_ERRORS,
                "Conditions": [
                    {"NextAction": "queue", "Condition": {"Operator": "Equals", "Operands": [key]}} for key in "12"
                ],
            },
        },
        _block("queue", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, "transfer"),
        _block("transfer", "TransferContactToQueue", {}, "farewell"),
        {**_block("farewell", "MessageParticipant", {"Text": "Farewell, caller."}, "bye")},
        {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
    ]
    document = {"Version": "2019-10-30", "StartAction": "status", "Actions": blocks}
    return parse(json.dumps(document), source="inbound.json")


def _block(identifier: str, action_type: str, parameters: dict[str, str], following: str) -> dict[str, object]:
    transitions = {"NextAction": following, **_ERRORS}
    return {"Identifier": identifier, "Type": action_type, "Parameters": parameters, "Transitions": transitions}
