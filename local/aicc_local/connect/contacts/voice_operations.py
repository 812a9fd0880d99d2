"""StartOutboundVoiceContact. Who answers, and when, is for `control` to say; else it rings until the time is up."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts import lifecycle
from aicc_local.connect.contacts.beginning import ring_out
from aicc_local.connect.contacts.contact import State
from aicc_local.connect.contacts.idempotency import started_before, token_of
from aicc_local.connect.contacts.starting import (
    ALLOWED_PREFIXES,
    check_number,
    check_quota,
    checked_attributes,
    find_flow,
    refuse,
)
from aicc_local.connect.instance import find_instance
from aicc_local.errors import ServiceError, invalid_parameter, invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

OPERATION = "StartOutboundVoiceContact"
RING_SECONDS = 60


def start_outbound_voice_contact(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """StartOutboundVoiceContact."""
    instance = find_instance(aws, parameters["InstanceId"])
    refuse(parameters, "CampaignId", "OutboundStrategy")
    token = token_of(OPERATION, parameters)
    before = started_before(aws, instance, token, ended_too=False)
    if before:
        return {"ContactId": before.id}
    flow = find_flow(aws, instance, parameters["ContactFlowId"])
    attributes = checked_attributes(aws, parameters)
    _check_destination(instance, parameters)
    source, queue = _source(aws, instance, parameters)
    check_quota(aws, instance, "VOICE", "LimitExceededException")
    described = {name: parameters[name] for name in ("Name", "Description", "RelatedContactId") if name in parameters}
    contact = lifecycle.begin(
        aws,
        instance,
        State.RINGING,
        {
            "Channel": "VOICE",
            "InitiationMethod": "API",
            "CustomerEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": parameters["DestinationPhoneNumber"]},
            "SystemEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": source},
            "Attributes": attributes,
            **described,
        },
        flow=flow.arn,
        client_token=token,
        references=parameters.get("References") or {},
        **({"queue": queue.arn} if queue else {}),
    )
    lifecycle.ring(aws, contact)
    seconds = float(parameters.get("RingTimeoutInSeconds", RING_SECONDS))
    aws.later(seconds, lambda: ring_out(aws, contact.arn))
    return {"ContactId": contact.id}


def _check_destination(instance: Record, parameters: Mapping[str, Any]) -> None:
    if not instance.properties["Attributes"].get("OutboundCalls"):
        raise ServiceError(
            "OutboundContactNotPermittedException", "The instance does not make outbound calls", status=403
        )
    number = parameters["DestinationPhoneNumber"]
    check_number("DestinationPhoneNumber", number)
    if not number.startswith(ALLOWED_PREFIXES):
        raise ServiceError(
            "DestinationNotAllowedException", "Outbound calls to the destination number are not allowed", status=403
        )
    detection = (parameters.get("AnswerMachineDetectionConfig") or {}).get("EnableAnswerMachineDetection")
    campaign = parameters.get("TrafficType") == "CAMPAIGN"
    if detection and not campaign:
        raise invalid_parameter("TrafficType must be CAMPAIGN with answering machine detection")
    if campaign:
        # The quota of campaign calls of an instance is 0.
        raise ServiceError("LimitExceededException", "Concurrent campaign active calls per instance: 0", status=429)


def _source(aws: LocalAws, instance: Record, parameters: Mapping[str, Any]) -> tuple[str, Record | None]:
    """The number that is shown to the customer, and the queue that is called for."""
    queue = None
    if "QueueId" in parameters:
        queue = aws.store.find("AWS::Connect::Queue", parameters["QueueId"], instance.arn)
    numbers = {
        record.arn: str(record.links["address"]) for record in aws.store.of("AWS::Connect::PhoneNumber", instance.arn)
    }
    if "SourcePhoneNumber" in parameters:
        source = parameters["SourcePhoneNumber"]
        check_number("SourcePhoneNumber", source)
        if source not in numbers.values():
            raise invalid_parameter("SourcePhoneNumber is not claimed by the instance")
        return source, queue
    if queue is None:
        raise invalid_request("Either SourcePhoneNumber or QueueId is needed")
    caller = queue.properties.get("OutboundCallerConfig") or {}
    number = numbers.get(caller.get("OutboundCallerIdNumberArn", ""))
    if not number:
        raise invalid_parameter(f"The queue has no outbound caller ID number: {queue.name}")
    return number, queue
