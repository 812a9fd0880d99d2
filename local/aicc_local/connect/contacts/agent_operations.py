"""PutUserStatus and GetCurrentUserData."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts.agents import Agent, agents_of, find_status, set_status
from aicc_local.connect.contacts.contact import Contact, State
from aicc_local.connect.contacts.pages import page
from aicc_local.connect.instance import find_instance
from aicc_local.connect.user import USER
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws


def put_user_status(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """PutUserStatus: also for who is not there, since nobody can log in here."""
    instance = find_instance(aws, parameters["InstanceId"])
    user = aws.store.find(USER, parameters["UserId"], instance.arn)
    set_status(aws, user, find_status(aws, instance.arn, parameters["AgentStatusId"]))
    return {}


def get_current_user_data(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """GetCurrentUserData: of who is not offline."""
    instance = find_instance(aws, parameters["InstanceId"])
    filters = parameters["Filters"]
    unknown = sorted(set(filters) - {"Queues", "RoutingProfiles", "Agents"})
    if unknown or not filters:
        raise ServiceError("InvalidParameterException", f"Filters: {', '.join(unknown) or 'none'} cannot be used here")
    found = [agent for agent in agents_of(aws, instance.arn) if agent.online and _wanted(agent, filters)]
    listed, token = page([_told(aws, agent) for agent in found], parameters, "GetCurrentUserData")
    return {"UserDataList": listed, "NextToken": token, "ApproximateTotalCount": len(found)}


def _wanted(agent: Agent, filters: Mapping[str, Any]) -> bool:
    queues = [each["QueueReference"]["QueueArn"] for each in agent.profile.properties.get("QueueConfigs") or ()]
    have = {"Queues": queues, "RoutingProfiles": [agent.profile.arn], "Agents": [agent.user.arn]}
    # Filters name by id or by ARN.
    return all(
        any(value in (arn, arn.rpartition("/")[2]) for value in values for arn in have[name])
        for name, values in filters.items()
    )


def _told(aws: LocalAws, agent: Agent) -> dict[str, Any]:
    told: dict[str, Any] = {
        "User": {"Id": agent.user.id, "Arn": agent.user.arn},
        "RoutingProfile": {"Id": agent.profile.id, "Arn": agent.profile.arn},
        "AvailableSlotsByChannel": agent.free(),
        "MaxSlotsByChannel": agent.slots(),
        "ActiveSlotsByChannel": agent.held(),
        "Contacts": [_contact_told(aws, contact) for contact in agent.contacts],
    }
    if agent.status:
        told["Status"] = {
            "StatusArn": agent.status.arn,
            "StatusName": agent.status.name,
            "StatusStartTimestamp": agent.since,
        }
    return told


def _contact_told(aws: LocalAws, contact: Contact) -> dict[str, Any]:
    connected = contact.described["AgentInfo"]["ConnectedToAgentTimestamp"]
    told = {
        "ContactId": contact.id,
        "Channel": contact.channel,
        "InitiationMethod": contact.described["InitiationMethod"],
        "AgentContactState": "CONNECTING" if contact.state is State.RINGING else "CONNECTED",
        "StateStartTimestamp": connected,
        "ConnectedToAgentTimestamp": connected,
    }
    queue = aws.store.get(contact.queue_arn)
    return {**told, "Queue": {"Id": queue.id, "Arn": queue.arn}} if queue else told
