"""How deep modules invoke one another.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html: up to five levels.
"""

from collections.abc import Iterator

from aicc_local.connect.flow_address import address
from aicc_local.connect.flow_content import read_content
from aicc_local.connect.flow_path import told
from aicc_local.connect.flow_problem_texts import invalid_value
from aicc_local.connect.flow_references import MODULE
from aicc_local.local_aws import LocalAws
from connect_flows import Action, Flow, InvalidFlow

DEEPEST = 5


def nesting_problems(aws: LocalAws, instance_arn: str, flow: Flow) -> Iterator[str]:
    """Where a content invokes a module that leads too deep; a circle always does."""
    below = DEEPEST - (1 if flow.is_module else 0)
    for index, action in enumerate(flow.actions):
        if _is_deeper(aws, instance_arn, action, below):
            yield invalid_value(told(("Actions", index, "Parameters", "FlowModuleId")))


def _is_deeper(aws: LocalAws, instance_arn: str, action: Action, levels: int) -> bool:
    value = action.parameters.get("FlowModuleId")
    found = address(instance_arn, "flow-module", value) if isinstance(value, str) else None
    record = aws.store.get(found.arn) if found is not None else None
    if record is None or record.kind != MODULE:
        return False
    if levels == 0:
        return True
    try:
        module = read_content(record.properties["Content"])
    except InvalidFlow:
        return False  # a draft, which nothing has judged
    return any(_is_deeper(aws, instance_arn, inner, levels - 1) for inner in module.actions)
