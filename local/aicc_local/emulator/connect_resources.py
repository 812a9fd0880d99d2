"""The resources that each action of Amazon Connect is authorized on.

Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html. An action is checked
on everything that its request names, and on the instance when it names nothing else; what differs is listed below.
"""

from collections.abc import Iterator, Mapping
from typing import Any

# What a parameter of a request names: the part of the ARN between the instance and the id.
_BELOW_THE_INSTANCE = {
    "AgentStatusId": "agent-state",
    "ContactFlowId": "contact-flow",
    "ContactFlowModuleId": "flow-module",
    "ContactId": "contact",
    "HierarchyGroupId": "agent-group",
    "HoursOfOperationId": "operating-hours",
    "InitialContactId": "contact",
    "IntegrationAssociationId": "integration-association",
    "PromptId": "prompt",
    "QueueId": "queue",
    "QuickConnectId": "transfer-destination",
    "QuickConnectIds": "transfer-destination",
    "RoutingProfileId": "routing-profile",
    "SecurityProfileId": "security-profile",
    "SecurityProfileIds": "security-profile",
    "TestCaseId": "test-case",
    "UserId": "agent",
}
# GetCurrentMetricData names them in one structure, GetMetricDataV2 in a list.
_IN_FILTERS = {"Queues": "queue", "RoutingProfiles": "routing-profile"}
_BY_FILTER_KEY = {
    "AGENT": "agent",
    "AGENT_HIERARCHY_LEVEL_ONE": "agent-group",
    "QUEUE": "queue",
    "ROUTING_PROFILE": "routing-profile",
}

# What is made, or listed, has no id yet; the ARN that is checked ends in "/*".
_ANY = {
    "CreateAgentStatus": "agent-state",
    "CreateContactFlow": "contact-flow",
    "CreateContactFlowModule": "flow-module",
    "CreateHoursOfOperation": "operating-hours",
    "CreatePrompt": "prompt",
    "CreateQueue": "queue",
    "CreateQuickConnect": "transfer-destination",
    "CreateRoutingProfile": "routing-profile",
    "CreateSecurityProfile": "security-profile",
    "CreateTestCase": "test-case",
    "CreateUser": "agent",
    "ListAgentStatuses": "agent-state",
    "ListContactFlows": "contact-flow",
    "ListPhoneNumbers": "phone-number",
    "ListQueues": "queue",
    "ListQuickConnects": "transfer-destination",
    "StartOutboundVoiceContact": "contact",
}
# These name more than they are checked on.
_ONLY = {
    "GetMetricDataV2": ("Filters",),
    "ListPhoneNumbersV2": (),
    "StartChatContact": ("ContactFlowId",),
    "StartOutboundVoiceContact": (),
    "StartTaskContact": ("ContactFlowId", "QuickConnectId"),
    "TransferContact": ("ContactFlowId", "ContactId"),
    "UpdateContactAttributes": ("InitialContactId",),
}
# These are checked on the instance besides.
_AND_THE_INSTANCE = frozenset(
    {
        "DeleteHoursOfOperationOverride",
        "DescribeHoursOfOperationOverride",
        "GetContactMetrics",
        "GetEffectiveHoursOfOperations",
        "ListHoursOfOperationOverrides",
        "MonitorContact",
        "PauseContact",
        "PutUserStatus",
        "ResumeContact",
        "StartOutboundChatContact",
        "StartScreenSharing",
        "TransferContact",
        "UpdateHoursOfOperationOverride",
        "UpdateParticipantRoleConfig",
    }
)
_NOTHING = frozenset({"ListInstances", "CreateInstance"})


def connect_resources(operation: str, parameters: Mapping[str, Any], *, region: str, account: str) -> list[str]:
    """The ARNs that a request is checked on, all of which must be allowed; "*" for an action that takes none."""
    if operation in _NOTHING:
        return ["*"]
    return list(dict.fromkeys(_named(operation, parameters, f"arn:aws:connect:{region}:{account}"))) or ["*"]


def _named(operation: str, parameters: Mapping[str, Any], start: str) -> Iterator[str]:
    # GetMetricDataV2 names the instance by its ARN.
    instance = f"{start}:instance/{_bare(parameters.get('InstanceId') or parameters.get('ResourceArn', ''))}"
    found = False
    for arn in _ids(operation, parameters, instance, start):
        found = True
        yield arn
    if operation in _ANY:
        yield f"{instance}/{_ANY[operation]}/*"
    elif operation in ("ClaimPhoneNumber", "ListPhoneNumbersV2"):
        yield f"{start}:phone-number/*"
    elif "InstanceId" in parameters and (not found or operation in _AND_THE_INSTANCE):
        yield instance


def _ids(operation: str, parameters: Mapping[str, Any], instance: str, start: str) -> Iterator[str]:
    wanted = _ONLY.get(operation)
    for name, value in parameters.items():
        if wanted is not None and name not in wanted:
            continue
        if name in _BELOW_THE_INSTANCE:
            for each in value if isinstance(value, list) else [value]:
                yield f"{instance}/{_BELOW_THE_INSTANCE[name]}/{_bare(each)}"
        elif name == "PhoneNumberId":
            yield f"{start}:phone-number/{_bare(value)}"
        elif name in ("resourceArn", "TargetArn"):
            yield value
        elif name == "Filters":
            yield from (f"{instance}/{part}/{_bare(each)}" for part, each in _filtered(value))


def _filtered(filters: Any) -> Iterator[tuple[str, str]]:
    if isinstance(filters, dict):
        for key, part in _IN_FILTERS.items():
            yield from ((part, each) for each in filters.get(key, ()))
        return
    for each in filters:
        if each.get("FilterKey") in _BY_FILTER_KEY:
            yield from ((_BY_FILTER_KEY[each["FilterKey"]], value) for value in each.get("FilterValues", ()))


def _bare(arn_or_id: str) -> str:
    # Of a version of a flow, "<id>:<version>", the flow is what is checked.
    return arn_or_id.rpartition("/")[2].partition(":")[0] if "/" in arn_or_id else arn_or_id.partition(":")[0]
