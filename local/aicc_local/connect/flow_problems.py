"""Everything that Connect says against the content of a flow or module when it is published.

The rules of `connect_flows` say what is wrong with a content in itself, `flow_refusals` how Connect puts it. What only
an account knows is looked up here: resources, contracts of modules, and what a deployment has not filled in.
"""

from collections.abc import Iterator
from typing import Literal

from aicc_local.connect.flow_broken_rule import BrokenRule
from aicc_local.connect.flow_content import read_content
from aicc_local.connect.flow_contract import Contract, contract_problems
from aicc_local.connect.flow_leftovers import leftover_problems
from aicc_local.connect.flow_nesting import nesting_problems
from aicc_local.connect.flow_problem_texts import INVALID_FORMAT
from aicc_local.connect.flow_references import reference_problems
from aicc_local.connect.flow_refusals import PROBLEM_TEXTS
from aicc_local.errors import invalid_parameter
from aicc_local.local_aws import LocalAws
from connect_flows import Flow, FlowType, InvalidFlow, check

LONGEST_CONTENT = 256_000

FlowKind = FlowType | Literal["MODULE"]
Problem = dict[str, str]


def problems(
    aws: LocalAws, instance_arn: str, content: str, flow_type: FlowKind, contract: Contract | None = None
) -> list[Problem]:
    """The `problems` of a content, each once; none if Connect takes it.

    Args:
        aws: Where its resources are.
        instance_arn: The instance that it is for.
        content: JSON, with nothing left to fill in.
        flow_type: As what it is published.
        contract: What the module declares, if it is one.
    """
    try:
        flow = read_content(content)
    except InvalidFlow:
        return [{"message": INVALID_FORMAT}]
    found = [
        *_broken_rules(flow, flow_type),
        *leftover_problems(flow),
        *reference_problems(aws, instance_arn, flow),
        *contract_problems(aws, instance_arn, flow, contract or Contract()),
        *nesting_problems(aws, instance_arn, flow),
    ]
    return [{"message": text} for text in dict.fromkeys(found)]


def refuse_long(content: str) -> None:
    """Refuse a content that is empty or too long to be read at all.

    Raises:
        ServiceError: InvalidParameterException.
    """
    if not 1 <= len(content) <= LONGEST_CONTENT:
        raise invalid_parameter(f"Content has {len(content)} characters; it must have 1 to {LONGEST_CONTENT}")


def _broken_rules(flow: Flow, flow_type: FlowKind) -> Iterator[str]:
    for finding in check(flow, flow_type=flow_type):
        if finding.rule in PROBLEM_TEXTS:
            yield from PROBLEM_TEXTS[finding.rule](BrokenRule(flow, finding))
