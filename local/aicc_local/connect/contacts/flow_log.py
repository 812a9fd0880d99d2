"""The flow log in CloudWatch Logs: one JSON line for each block that a contact has passed.

Source: Connect administrator guide, "Flow logs". Connect writes the names of blocks as its former flow language had
them; where that name is not known, the action's type is written.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.events import stamp
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

_BLOCKS = {
    "CheckHoursOfOperation": "CheckHoursOfOperation",
    "Compare": "CheckAttribute",
    "ConnectParticipantWithLexBot": "GetUserInput",
    "DisconnectParticipant": "Disconnect",
    "EndFlowExecution": "Resume",
    "EndFlowModuleExecution": "ReturnFromFlowModule",
    "InvokeLambdaFunction": "InvokeExternalResource",
    "MessageParticipant": "PlayPrompt",
    "MessageParticipantIteratively": "LoopPrompts",
    "TransferContactToQueue": "Transfer",
    "TransferToFlow": "Transfer",
    "UpdateContactAttributes": "SetAttributes",
    "UpdateContactData": "SetContactData",
    "UpdateContactEventHooks": "SetEventHook",
    "UpdateContactRecordingBehavior": "SetRecordingBehavior",
    "UpdateContactTargetQueue": "SetQueue",
    "UpdateContactTextToSpeechVoice": "SetVoice",
    "UpdateFlowAttributes": "SetFlowAttributes",
    "UpdateFlowLoggingBehavior": "SetLoggingBehavior",
}


def write(
    aws: LocalAws,
    contact: Contact,
    *,
    flow_arn: str,
    flow_name: str,
    action: str,
    kind: str,
    parameters: Mapping[str, Any],
    results: str = "",
    external: Mapping[str, Any] | None = None,
) -> None:
    """Write one line, unless the instance keeps no flow logs.

    Args:
        aws: The account.
        contact: Who passed.
        flow_arn: The flow or module.
        flow_name: Its name.
        action: The identifier of the action.
        kind: The type of the action.
        parameters: What it was given, references resolved.
        results: What came out of it, such as the branch or an error.
        external: What a function answered.
    """
    instance = contact.instance(aws)
    if not instance.properties["Attributes"].get("ContactflowLogs"):
        return
    line: dict[str, Any] = {
        "ContactId": contact.id,
        "ContactFlowId": flow_arn,
        "ContactFlowName": flow_name,
        "ContactFlowModuleType": _module_type(kind, parameters),
        "Identifier": action,
        "Timestamp": stamp(aws.now()),
        "Parameters": dict(parameters),
    }
    if results:
        line["Results"] = results
    if external is not None:
        line["ExternalResults"] = dict(external)
    message = json.dumps(line, ensure_ascii=False)
    aws.logs.write(group=log_group(instance), stream=_stream(aws, instance), messages=[message])


def log_group(instance: Record) -> str:
    """The log group of an instance."""
    return f"/aws/connect/{instance.properties['InstanceAlias']}"


def _stream(aws: LocalAws, instance: Record) -> str:
    hour = datetime.fromtimestamp(aws.now(), UTC).strftime("%Y/%m/%d/%H")
    return f"{hour}/stream-{hashlib.sha256(instance.arn.encode()).hexdigest()[:22]}"


def _module_type(kind: str, parameters: Mapping[str, Any]) -> str:
    if kind == "GetParticipantInput":
        return "StoreUserInput" if parameters.get("StoreInput") == "True" else "GetUserInput"
    return _BLOCKS.get(kind, kind)
