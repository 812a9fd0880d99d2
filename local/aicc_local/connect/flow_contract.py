"""What a module declares in its `Settings`, and whether it and the flows that invoke it keep to it.

The contract is the `Settings` of the resource, not those of the content: a JSON Schema (draft 4) of the input and of
the result's data, and the names of the results. Both sides were seen to be held to it when they are published; in
which words they are refused is not known. A module without `Settings` declares nothing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import jsonschema

from aicc_local.connect.flow_address import address
from aicc_local.connect.flow_path import Steps, told
from aicc_local.connect.flow_problem_texts import invalid_value
from aicc_local.connect.flow_references import MODULE
from aicc_local.errors import invalid_request
from aicc_local.local_aws import LocalAws
from connect_flows import Action, Flow

Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What a module takes and gives."""

    input: Schema = field(default_factory=dict)
    data: Schema = field(default_factory=dict)
    results: frozenset[str] = frozenset()


def read_contract(settings: str) -> Contract:
    """The contract in the `Settings` of a module.

    Raises:
        ServiceError: InvalidRequestException; it is no JSON object.

    >>> sorted(read_contract('{"transitions": {"results": [{"name": "found"}]}}').results)
    ['found']
    """
    try:
        document = json.loads(settings or "{}")
    except ValueError as error:
        raise invalid_request("Settings is not valid JSON") from error
    if not isinstance(document, dict):
        raise invalid_request("Settings is not a JSON object")
    results = _within(document, "transitions").get("results")
    return Contract(
        input=_within(document, "input", "schema"),
        data=_within(document, "resultData", "schema"),
        results=frozenset(
            str(each["name"])
            for each in (results if isinstance(results, list) else ())
            if isinstance(each, dict) and "name" in each
        ),
    )


def contract_problems(aws: LocalAws, instance_arn: str, flow: Flow, contract: Contract) -> Iterator[str]:
    """Where a content breaks its own contract, `contract`, or that of a module that it invokes."""
    for index, action in enumerate(flow.actions):
        at: Steps = ("Actions", index)
        if action.type == "EndFlowModuleExecution" and flow.is_module:
            yield from _result_problems(action, contract, at)
        elif action.type == "InvokeFlowModule":
            invoked = _contract_of(aws, instance_arn, action.parameters.get("FlowModuleId"))
            if invoked is not None:
                yield from _call_problems(action, invoked, at)


def _result_problems(action: Action, contract: Contract, at: Steps) -> Iterator[str]:
    result = action.parameters.get("Result")
    if isinstance(result, str) and result not in contract.results:
        yield invalid_value(told((*at, "Parameters", "Result")))
    yield from _object_problems(action.parameters.get("ResultData"), contract.data, (*at, "Parameters", "ResultData"))


def _call_problems(action: Action, contract: Contract, at: Steps) -> Iterator[str]:
    yield from _object_problems(action.parameters.get("Input"), contract.input, (*at, "Parameters", "Input"))
    operands = {operand for branch in action.conditions for operand in branch.operands}
    if operands - contract.results:
        yield invalid_value(told((*at, "Transitions", "Conditions")))


def _object_problems(given: object, schema: Schema, at: Steps) -> Iterator[str]:
    if not isinstance(given, dict):
        return
    properties = schema.get("properties")
    declared = properties if isinstance(properties, dict) else {}
    for key in given:
        if key not in declared:
            yield invalid_value(told((*at, key)))
    for error in jsonschema.Draft4Validator(dict(schema)).iter_errors(given):
        yield invalid_value(told((*at, *error.absolute_path)))


def _contract_of(aws: LocalAws, instance_arn: str, value: object) -> Contract | None:
    found = address(instance_arn, "flow-module", value) if isinstance(value, str) else None
    module = aws.store.get(found.arn) if found is not None else None
    if module is None or module.kind != MODULE:
        return None
    return read_contract(str(module.properties.get("Settings", "{}")))


def _within(document: Schema, *keys: str) -> Schema:
    for key in keys:
        value = document.get(key)
        document = value if isinstance(value, dict) else {}
    return document
