"""What a rule about several flows is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from connect_flows._flow_set import FlowSet
from connect_flows._model import Flow
from connect_flows._place import Fault, Place


class SetFault(NamedTuple):
    """A fault, and the flow that it is in."""

    flow: Flow
    fault: Fault


class SetRule(ABC):
    """One thing that flows of a folder must, or had better, be to one another. See `Rule` for its members."""

    id: ClassVar[str]
    text: ClassVar[str]
    source: ClassVar[str]

    @abstractmethod
    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        """Where the flows break the rule."""


def set_fault(flow: Flow, place: Place, problem: str, cure: str) -> SetFault:
    """A fault in a flow."""
    return SetFault(flow, Fault(place, problem, cure))
