"""What `connect-flows check` was asked, once it is known to make sense."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from connect_flows._check import check
from connect_flows._check_set import check_set
from connect_flows._cli.output import refuse
from connect_flows._errors import FlowError
from connect_flows._finding import Finding
from connect_flows._functions import FILE_NAME, FunctionContract, read_functions
from connect_flows._instance_arn import InstanceArn
from connect_flows._model import Flow, FlowType

KnownType = FlowType | Literal["MODULE"]

_TYPES: Mapping[str, KnownType] = {**{str(known): known for known in FlowType}, "MODULE": "MODULE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which files, and everything that is known about them. `is_set`: whether the flows belong together."""

    paths: Sequence[str]
    is_set: bool
    flow_type: KnownType | None
    instance_arn: str | None
    functions: str | None

    @classmethod
    def asked(
        cls, paths: Sequence[str], *, flow_type: str | None, instance_arn: str | None, functions: str | None
    ) -> "Question":
        """The question in the words of the command line. One that makes no sense stops the command."""
        is_set = flow_type is None and any(os.path.isdir(path) for path in paths)
        if instance_arn is not None:
            _refuse_unless_instance(instance_arn)
        return cls(
            paths=paths,
            is_set=is_set,
            flow_type=None if flow_type is None else _known_type(flow_type),
            instance_arn=instance_arn,
            functions=_functions_file(functions, paths, is_set=is_set),
        )

    def answer(self, flows: Sequence[Flow]) -> tuple[Finding, ...]:
        """What is wrong with the flows, each alone or all together."""
        if not self.is_set:
            alone = (check(flow, flow_type=self.flow_type, instance_arn=self.instance_arn) for flow in flows)
            return tuple(finding for findings in alone for finding in findings)
        contracts: Mapping[str, FunctionContract] | None = None
        refused: tuple[Finding, ...] = ()
        if self.functions is not None:
            try:
                contracts = read_functions(self.functions)
            except FlowError as error:
                refused = error.findings
        return (*refused, *check_set(flows, instance_arn=self.instance_arn, functions=contracts))


def _known_type(text: str) -> KnownType:
    # The API writes AGENT_HOLD, the console agentHold, people agent-hold.
    asked = _plain(text)
    for name, known in _TYPES.items():
        if _plain(name) == asked:
            return known
    refuse(f"--type {text!r} is no type of flow; use {', '.join(_TYPES)}")


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def _refuse_unless_instance(arn: str) -> None:
    try:
        InstanceArn.parse(arn)
    except ValueError as error:
        refuse(f"--instance-arn {error}")


def _functions_file(asked: str | None, paths: Sequence[str], *, is_set: bool) -> str | None:
    if asked is None:
        beside = [os.path.join(path, FILE_NAME) for path in paths if os.path.isdir(path)]
        there = [file for file in beside if os.path.isfile(file)] if is_set else []
        if len(there) > 1:
            refuse(f"there are {' and '.join(there)}; name one with --functions")
        return os.path.normpath(there[0]) if there else None
    if not is_set:
        refuse("--functions is about flows that belong together; name their folder, and no --type")
    if not os.path.isfile(asked):
        refuse(f"--functions {asked}: is no file; name a TOML file with a table for each function")
    return asked
