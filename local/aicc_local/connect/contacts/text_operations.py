"""StartChatContact and StartTaskContact: both are in their flow at once, but for a task whose time has not come."""

import secrets
from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts import lifecycle
from aicc_local.connect.contacts.beginning import begin_flow, begin_scheduled
from aicc_local.connect.contacts.contact import State
from aicc_local.connect.contacts.idempotency import started_before, token_of
from aicc_local.connect.contacts.starting import check_quota, checked_attributes, find_flow, refuse
from aicc_local.connect.instance import find_instance
from aicc_local.errors import invalid_parameter, invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record, new_id

# The API reference says 6 days, the page of quotas 90; the shorter one is safe.
LATEST_TASK_SECONDS = 6 * 24 * 3600


def start_chat_contact(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """StartChatContact. There is no participant service here: what the customer writes comes through `control`."""
    instance = find_instance(aws, parameters["InstanceId"])
    refuse(parameters, "PersistentChat", "ConnectionTypes", "ChatStreamingConfiguration", "ParticipantConfiguration")
    token = token_of("StartChatContact", parameters)
    contact = started_before(aws, instance, token, ended_too=True)
    if contact is None:
        flow = find_flow(aws, instance, parameters["ContactFlowId"])
        attributes = checked_attributes(aws, parameters)
        check_quota(aws, instance, "CHAT", "LimitExceededException")
        message = (parameters.get("InitialMessage") or {}).get("Content")
        contact = lifecycle.begin(
            aws,
            instance,
            State.IN_FLOW,
            {
                "Channel": "CHAT",
                "InitiationMethod": "API",
                "Attributes": attributes,
                "SegmentAttributes": {
                    "connect:Subtype": {"ValueString": "connect:Chat"},
                    **(parameters.get("SegmentAttributes") or {}),
                },
                **_optional(parameters, "RelatedContactId", "CustomerId"),
            },
            flow=flow.arn,
            client_token=token,
            participant={"id": new_id(), "token": secrets.token_urlsafe(48), **parameters["ParticipantDetails"]},
            typed=[message] if message else [],
        )
        begin_flow(aws, contact)
    participant = contact.kept["participant"]
    return {
        "ContactId": contact.id,
        "ParticipantId": participant["id"],
        "ParticipantToken": participant["token"],
    }


def start_task_contact(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """StartTaskContact."""
    instance = find_instance(aws, parameters["InstanceId"])
    refuse(parameters, "TaskTemplateId", "PreviousContactId", "Attachments")
    token = token_of("StartTaskContact", parameters)
    contact = started_before(aws, instance, token, ended_too=True)
    if contact is None:
        flow = _task_flow(aws, instance, parameters)
        attributes = checked_attributes(aws, parameters)
        delay = _delay(aws, parameters)
        check_quota(aws, instance, "TASK", "ServiceQuotaExceededException")
        scheduled = {"ScheduledTimestamp": aws.now() + delay} if delay else {}
        contact = lifecycle.begin(
            aws,
            instance,
            State.SCHEDULED if delay else State.IN_FLOW,
            {
                "Channel": "TASK",
                "InitiationMethod": "API",
                "Attributes": attributes,
                **scheduled,
                **_optional(parameters, "Name", "Description", "RelatedContactId", "SegmentAttributes"),
            },
            flow=flow.arn,
            client_token=token,
            references=parameters.get("References") or {},
        )
        if delay:
            due = contact.arn
            aws.later(delay, lambda: begin_scheduled(aws, due))
        else:
            begin_flow(aws, contact)
    return {"ContactId": contact.id}


def _task_flow(aws: LocalAws, instance: Record, parameters: Mapping[str, Any]) -> Record:
    if ("ContactFlowId" in parameters) == ("QuickConnectId" in parameters):
        raise invalid_request("Exactly one of ContactFlowId, QuickConnectId and TaskTemplateId is needed")
    if "ContactFlowId" in parameters:
        return find_flow(aws, instance, parameters["ContactFlowId"])
    quick_connect = aws.store.find("AWS::Connect::QuickConnect", parameters["QuickConnectId"], instance.arn)
    config = quick_connect.properties["QuickConnectConfig"]
    target = config.get("QueueConfig") or config.get("UserConfig")
    if target is None:
        raise invalid_parameter("QuickConnectId names a quick connect without a flow")
    return aws.store.find("AWS::Connect::ContactFlow", target["ContactFlowArn"], instance.arn)


def _delay(aws: LocalAws, parameters: Mapping[str, Any]) -> float:
    if "ScheduledTime" not in parameters:
        return 0
    delay = float(parameters["ScheduledTime"]) - aws.now()
    if not 0 <= delay <= LATEST_TASK_SECONDS:
        raise invalid_parameter("ScheduledTime must lie in the next 6 days")
    return delay


def _optional(parameters: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: parameters[name] for name in names if name in parameters}
