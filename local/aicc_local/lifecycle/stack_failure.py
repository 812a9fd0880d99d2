"""Why a deployment failed: the first failure among the stack's events, else what the CDK's CLI says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackEventTypeDef

    from aicc_local.lifecycle.assembly import Assembly

# What fails because something else did.
_FOLLOWS = re.compile(r"cancelled|The following resource\(s\) failed|Embedded stack .* was not successfully")
_STACK = "AWS::CloudFormation::Stack"
_NESTED = re.compile(r"^Embedded stack (arn:\S+)")
_WRAPPED = re.compile(r'^Resource handler returned message: "(.*)" \(RequestToken: \S+, HandlerErrorCode: \w+\)$')
# What the CLI says besides the reason.
_NOISE = re.compile(
    r"^❌|^\s*$|Subprocess exited with error|current credentials could not be used|CloudTrail delivery|"
    r"^Source Location|no user code in"
)
_MARK = re.compile(r"^‣ (?:\w*Error: ?)?")
_ASSET = re.compile(r"^\S+: fail: (.*)")


def from_events(cloudformation: CloudFormationClient, assembly: Assembly, since: datetime) -> str | None:
    """The first failure since then, with type, place and reason; None if the events tell of none."""
    event = _first_failure(cloudformation, assembly.stack, since)
    if event is None:
        return None
    place = assembly.path_of(event["LogicalResourceId"])
    return f"{event.get('ResourceType', 'resource')} {place}: {_reason(event)}"


def from_output(lines: Sequence[str]) -> str:
    """What the CLI gives as the reason, in one line: what follows its mark, else its last words."""
    telling = from_synth(lines)
    marked = [index for index, line in enumerate(telling) if _MARK.match(line)]
    words = telling[marked[-1] :] if marked else telling[-1:]
    assets = [found[1] for line in lines if (found := _ASSET.match(line))]
    return " ".join(_MARK.sub("", line.strip()) for line in words) or "; ".join(assets) or "it did not say why"


def from_synth(lines: Sequence[str]) -> list[str]:
    """The lines that tell something; a synth names each problem in a line of its own."""
    return [line for line in lines if not _NOISE.search(line)]


def _first_failure(cloudformation: CloudFormationClient, stack: str, since: datetime) -> StackEventTypeDef | None:
    failures = [event for event in _events(cloudformation, stack, since) if _failed(event)]
    for event in reversed(failures):
        nested = _nested_stack(event)
        inner = _first_failure(cloudformation, nested, since) if nested else None
        if inner is not None:
            return inner
        if not _FOLLOWS.search(_reason(event)):
            return event
    return failures[-1] if failures else None


def _nested_stack(event: StackEventTypeDef) -> str | None:
    if event.get("ResourceType") != _STACK or event.get("PhysicalResourceId") == event["StackId"]:
        return None
    named = _NESTED.search(_reason(event))
    return event.get("PhysicalResourceId") or (named[1] if named else None)


def _events(cloudformation: CloudFormationClient, stack: str, since: datetime) -> Iterator[StackEventTypeDef]:
    """Newest first."""
    try:
        for page in cloudformation.get_paginator("describe_stack_events").paginate(StackName=stack):
            for event in page["StackEvents"]:
                if event["Timestamp"] < since:
                    return
                yield event
    except (BotoCoreError, ClientError):
        return


def _failed(event: StackEventTypeDef) -> bool:
    return event.get("ResourceStatus", "").endswith("_FAILED")


def _reason(event: StackEventTypeDef) -> str:
    reason = " ".join(event.get("ResourceStatusReason", "no reason given").split())
    wrapped = _WRAPPED.match(reason)
    return wrapped[1] if wrapped else reason
