"""Whether the resources that a test case names are there: a test of what is not there would wait for it in vain.

Not documented; a flow that names what is not there is refused.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aicc_local.connect.flow_address import address
from aicc_local.local_aws import LocalAws
from connect_flows.test_cases import TestCase

_PARTS = {"HoursOfOperationId": "operating-hours", "QueueId": "queue"}
_FUNCTION = "LambdaFunctionARN"
_BOT = "LexV2Bot"


def unknown_resources(aws: LocalAws, instance_arn: str, case: TestCase) -> Iterator[str]:
    """A sentence for each resource that is not there."""
    for place, kind, value in _named(case):
        if not _is_there(aws, instance_arn, kind, value):
            yield f"{place} {value} does not exist"


def _named(case: TestCase) -> Iterator[tuple[str, str, str]]:
    """Place, parameter and value of each reference that is no JSONPath."""
    for observation in case.observations:
        yield from _in(f"{observation.identifier}: {observation.event.identifier}", observation.event.properties)
        for action in observation.actions:
            behavior = action.parameters.get("Behavior")
            properties = behavior.get("Properties") if isinstance(behavior, Mapping) else None
            if isinstance(properties, Mapping):
                yield from _in(f"{observation.identifier}: {action.identifier}", properties)


def _in(place: str, properties: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    parameters, strategy = properties.get("ActionParameters"), properties.get("Strategy")
    for kind, value in parameters.items() if isinstance(parameters, Mapping) else ():
        value = value.get("AliasArn") if kind == _BOT and isinstance(value, Mapping) else value
        if isinstance(value, str) and not value.startswith("$"):
            yield f"{place}: {kind}", kind, value
        substitute = strategy.get("SubstituteArn") if isinstance(strategy, Mapping) else None
        if isinstance(substitute, str):
            yield f"{place}: SubstituteArn", kind, substitute


def _is_there(aws: LocalAws, instance_arn: str, kind: str, value: str) -> bool:
    if kind == _FUNCTION:
        return aws.functions.exists(value)
    if kind == _BOT:
        return aws.store.get(value) is not None
    if kind not in _PARTS:
        return True
    found = address(instance_arn, _PARTS[kind], value)
    record = aws.store.get(found.arn) if found else None
    return record is not None and record.owner == instance_arn
