"""What `${kind.name}` stands for in an instance, learned from the flows that are deployed in it.

A deployed flow is the template with values in it, block for block, so that both side by side tell the values. What no
flow names, such as the hours that only tests have, is found by its name.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from aicc_cli.callbacks_errors import CannotBeDone, fault
from connect_flows import PLACEHOLDER_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from aicc_cli.testing_place import Place
    from connect_flows import Flow

ENTRY = "inbound"
_PLACEHOLDER = re.compile(rf"\$\{{((?:{'|'.join(PLACEHOLDER_KINDS)})\.[a-z][a-z0-9_]*)\}}")


def prefix_of(place: Place) -> str:
    """Return what the environment puts before names, told by the flow that answers calls.

    Raises:
        CannotBeDone: Nothing of these flows is deployed there, or it cannot be read.
    """
    with _told(place):
        flows = _listed(place, "list_contact_flows", "ContactFlowSummaryList")
    found = min((name for name in flows if name.endswith(f"-{ENTRY}")), key=len, default=None)
    if found is None:
        raise CannotBeDone(f"{place.name}: no flow is called ...-{ENTRY}; deploy the environment first")
    return found.removesuffix(ENTRY)


def values_of(place: Place, flows: Path, prefix: str) -> dict[str, str]:
    """Return what placeholders stand for in an instance.

    Args:
        place: The instance.
        flows: The folder of the templates.
        prefix: Of names there, see `prefix_of`.

    Raises:
        CannotBeDone: The flows cannot be read, here or there.
    """
    from connect_flows import FlowError, load

    try:
        templates = [load(file) for file in (*sorted(flows.glob("*.json")), *sorted(flows.glob("modules/*.json")))]
    except FlowError as error:
        raise CannotBeDone(str(error)) from None
    with _told(place):
        return _learned(place, templates, prefix)


def learned(template: object, deployed: object) -> Iterator[tuple[str, str]]:
    """Yield the placeholders of a template with what stands in their place in what was made of it.

    >>> dict(learned({"QueueId": "${queue.general}", "Text": "여기는 ${text.company_name}입니다."},
    ...              {"QueueId": "arn:aws:connect:queue/1", "Text": "여기는 예시상사입니다."}))
    {'queue.general': 'arn:aws:connect:queue/1', 'text.company_name': '예시상사'}
    """
    if isinstance(template, dict) and isinstance(deployed, dict):
        for key in template:
            yield from learned(template[key], deployed.get(key))
    elif isinstance(template, list) and isinstance(deployed, list) and len(template) == len(deployed):
        for one, other in zip(template, deployed, strict=True):
            yield from learned(one, other)
    elif isinstance(template, str) and isinstance(deployed, str):
        yield from _learned_from_text(template, deployed)


@contextmanager
def _told(place: Place) -> Iterator[None]:
    """Say in one line what AWS has against being asked."""
    from botocore.exceptions import BotoCoreError, ClientError

    from aicc_cli.testing_service import refusal

    try:
        yield
    except ClientError as error:
        told = refusal(place.name, error)
        raise told if isinstance(told, CannotBeDone) else CannotBeDone(f"{place.name}: {told}; try again") from None
    except BotoCoreError as error:
        raise fault(place.name, error) from None


def _learned_from_text(template: str, deployed: str) -> Iterator[tuple[str, str]]:
    # The odd ones are the names.
    parts = _PLACEHOLDER.split(template)
    pattern = "".join("(.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    found = re.fullmatch(pattern, deployed, re.DOTALL) if len(parts) > 1 else None
    if found:
        yield from zip(parts[1::2], found.groups(), strict=True)


def _learned(place: Place, templates: list[Flow], prefix: str) -> dict[str, str]:
    deployed = _listed(place, "list_contact_flows", "ContactFlowSummaryList")
    modules = _listed(place, "list_contact_flow_modules", "ContactFlowModulesSummaryList")
    hours = _listed(place, "list_hours_of_operations", "HoursOfOperationSummaryList")
    queues = _listed(place, "list_queues", "QueueSummaryList", QueueTypes=["STANDARD"])
    values = {f"hours.{_key(name, prefix)}": arn for name, (_, arn) in hours.items() if name.startswith(prefix)}
    values |= {f"queue.{_key(name, prefix)}": arn for name, (_, arn) in queues.items() if name.startswith(prefix)}
    for template in templates:
        there = (modules if template.is_module else deployed).get(f"{prefix}{template.name}")
        if there is not None:
            values[f"{'module' if template.is_module else 'flow'}.{template.name}"] = there[1]
            values |= dict(_of_blocks(template, _content(place, template, there[0])))
    return values


def _of_blocks(template: Flow, content: Any) -> Iterator[tuple[str, str]]:
    """Block by block, so that what was changed since the deployment hides no other."""
    blocks = {block["Identifier"]: block for block in content.get("Actions", ())}
    document: Any = template.document
    for block in document["Actions"]:
        yield from learned(block, blocks.get(block["Identifier"]))


def _content(place: Place, template: Flow, flow_id: str) -> Any:
    connect, instance = place.connect, place.instance_id
    if template.is_module:
        module = connect.describe_contact_flow_module(InstanceId=instance, ContactFlowModuleId=flow_id)
        return json.loads(module["ContactFlowModule"]["Content"])
    flow = connect.describe_contact_flow(InstanceId=instance, ContactFlowId=flow_id)
    return json.loads(flow["ContactFlow"]["Content"])


def _listed(place: Place, operation: str, member: str, **asked: Any) -> dict[str, tuple[str, str]]:
    """Id and ARN by name."""
    connect: Any = place.connect
    pages = connect.get_paginator(operation).paginate(InstanceId=place.instance_id, **asked)
    return {each["Name"]: (each["Id"], each["Arn"]) for page in pages for each in page[member] if "Name" in each}


def _key(name: str, prefix: str) -> str:
    """A name as placeholders spell it: "aicc-AlwaysOpen" is always_open."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.removeprefix(prefix)).lower()
    return re.sub(r"[^0-9a-z]+", "_", words).strip("_")
