"""Whether the resources that a content names are there: what no checker without an account can know.

Amazon Connect was seen to refuse a queue or flow that is not there, a bot that the instance is not associated with and
a caller id that it has not claimed. In which words is not known, so they are told as invalid values. Nobody wrote down
whether it looks for functions, and at the type of a flow that is used as a hook; here both must fit.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from aicc_local.connect.flow_address import LATEST, SAVED, Address, address
from aicc_local.connect.flow_path import Steps, told
from aicc_local.connect.flow_problem_texts import failed_to_convert, invalid_value
from aicc_local.connect.phone_number import PhoneNumber
from aicc_local.local_aws import LocalAws
from connect_flows import Action, Flow

FLOW = "AWS::Connect::ContactFlow"
MODULE = "AWS::Connect::ContactFlowModule"
_FUNCTION = "AWS::Lambda::Function"
_BOT = "AWS::Lex::BotAlias"
_NUMBER = "AWS::Connect::PhoneNumber"

_PARTS = {
    "AWS::Connect::Queue": "queue",
    "AWS::Connect::HoursOfOperation": "operating-hours",
    "AWS::Connect::Prompt": "prompt",
    "AWS::Connect::User": "agent",
    FLOW: "contact-flow",
    MODULE: "flow-module",
}
_PARAMETERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "AWS::Connect::Queue": (("QueueId",),),
    "AWS::Connect::HoursOfOperation": (("HoursOfOperationId",),),
    "AWS::Connect::Prompt": (("PromptId",),),
    "AWS::Connect::User": (("AgentId",),),
    FLOW: (("ContactFlowId",), ("ContactFlowArn",)),
    MODULE: (("FlowModuleId",),),
    _FUNCTION: (("LambdaFunctionARN",), ("ChatProcessor", "LambdaProcessorARN")),
    _BOT: (("LexV2Bot", "AliasArn"),),
    _NUMBER: (("CallerId", "Number"),),
}
# https://docs.aws.amazon.com/connect/latest/adminguide/create-contact-flow.html#contact-flow-types
_HOOKS = {
    "AgentHold": "AGENT_HOLD",
    "AgentWhisper": "AGENT_WHISPER",
    "CustomerHold": "CUSTOMER_HOLD",
    "CustomerQueue": "CUSTOMER_QUEUE",
    "CustomerRemaining": "CONTACT_FLOW",
    "CustomerWhisper": "CUSTOMER_WHISPER",
}
_TRANSFERRED_TO = frozenset({"CONTACT_FLOW", "AGENT_TRANSFER", "QUEUE_TRANSFER"})
_AGENT_QUEUE = re.compile(r"(?P<instance>.+)/queue/agent/(?P<user>[^/]+)\Z")


class Named(NamedTuple):
    """A string in a content that names a resource. `types`: those that a flow there must be of; none if any will do."""

    kind: str
    steps: Steps
    value: str
    types: frozenset[str] = frozenset()


def reference_problems(aws: LocalAws, instance_arn: str, flow: Flow) -> Iterator[str]:
    """What Connect says of resources that are not there, or not of the kind that is meant."""
    for index, action in enumerate(flow.actions):
        for named in named_in(action, ("Actions", index, "Parameters")):
            if not named.value.startswith(("$.", "$[")):
                yield from _problems(aws, instance_arn, named)
        if "LexBot" in action.parameters:  # Amazon Lex V1 ended in September 2025: there is no such bot
            yield invalid_value(told(("Actions", index, "Parameters", "LexBot")))


def named_in(action: Action, at: Steps) -> Iterator[Named]:
    """Every resource that an action names."""
    parameters = action.parameters
    for kind, paths in _PARAMETERS.items():
        for path in paths:
            value: object = parameters
            for step in path:
                value = value.get(step) if isinstance(value, Mapping) else None
            if isinstance(value, str) and value:
                types = _TRANSFERRED_TO if action.type == "TransferToFlow" else frozenset[str]()
                yield Named(kind, (*at, *path), value, types)
    hooks = parameters.get("EventHooks")
    for hook, value in hooks.items() if isinstance(hooks, Mapping) else ():
        if isinstance(value, str) and value:
            types = frozenset({_HOOKS[hook]}) if hook in _HOOKS else frozenset[str]()
            yield Named(FLOW, (*at, "EventHooks", hook), value, types)
    messages = parameters.get("Messages")
    for number, message in enumerate(messages if isinstance(messages, list) else ()):
        prompt = message.get("PromptId") if isinstance(message, Mapping) else None
        if isinstance(prompt, str) and prompt:
            yield Named("AWS::Connect::Prompt", (*at, "Messages", number, "PromptId"), prompt)


def _problems(aws: LocalAws, instance_arn: str, named: Named) -> Iterator[str]:
    if named.kind in _PARTS:
        found = address(instance_arn, _PARTS[named.kind], named.value)
        if found is None:
            yield failed_to_convert(named.value)
        elif not _is_there(aws, instance_arn, named, found):
            yield invalid_value(told(named.steps))
    elif not _LOOK_UPS[named.kind](aws, instance_arn, named.value):
        yield invalid_value(told(named.steps))


def _is_there(aws: LocalAws, instance_arn: str, named: Named, found: Address) -> bool:
    agents = _AGENT_QUEUE.match(found.arn) if named.kind == "AWS::Connect::Queue" else None
    arn = f"{agents['instance']}/agent/{agents['user']}" if agents else found.arn
    record = aws.store.get(arn)
    if record is None or record.owner != instance_arn:
        return False
    if record.kind != ("AWS::Connect::User" if agents else named.kind):
        return False
    if named.types and record.properties.get("Type") not in named.types:
        return False
    return found.qualifier in (LATEST, SAVED) or _is_qualified(aws, found)


def _is_qualified(aws: LocalAws, found: Address) -> bool:
    if aws.store.get(f"{found.arn}:{found.qualifier}") is not None:
        return True
    return any(
        alias.name == found.qualifier for alias in aws.store.of("AWS::Connect::ContactFlowModuleAlias", found.arn)
    )


def _is_function(aws: LocalAws, instance_arn: str, value: str) -> bool:
    return value.startswith("arn:") and ":function:" in value and aws.functions.exists(value)


def _is_associated_bot(aws: LocalAws, instance_arn: str, value: str) -> bool:
    alias = aws.store.get(value)
    associations = aws.store.of("AWS::Connect::IntegrationAssociation", instance_arn)
    return alias is not None and any(each.properties.get("IntegrationArn") == value for each in associations)


def _is_claimed(aws: LocalAws, instance_arn: str, value: str) -> bool:
    numbers = PhoneNumber()
    return any(
        value in (number.id, number.arn, numbers.all_attributes(aws, number).get("Address"))
        for number in aws.store.of(_NUMBER, instance_arn)
    )


_LOOK_UPS = {_FUNCTION: _is_function, _BOT: _is_associated_bot, _NUMBER: _is_claimed}
