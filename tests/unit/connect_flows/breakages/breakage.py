"""One thing that is wrong with an action."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from connect_flows import Flow
from tests.unit.connect_flows.building import Document, block_like, document_of, end_of, read
from tests.unit.connect_flows.examples.table import Example


class Breakage(NamedTuple):
    """An action "it" that breaks a rule. `path`: how the place of the finding begins, below the action."""

    rule: str
    path: str
    action: Document

    @property
    def flow(self) -> Flow:
        """The action in a flow whose type nobody knows."""
        return read(document_of(self.action, end_of(None), type=None))


def with_parameters(example: Example, action_type: str, parameters: Mapping[str, object]) -> Document:
    return block_like(replace(example, parameters=parameters), action_type)
