"""Everything that somebody may do wrong in a flow, one thing at a time, wherever it fits."""

from tests.flows.mutations.careless import CARELESS
from tests.flows.mutations.document import Document, Mutant
from tests.flows.mutations.flow_types import FLOW_TYPES
from tests.flows.mutations.kind import Kind
from tests.flows.mutations.parameters import PARAMETERS
from tests.flows.mutations.structure import STRUCTURE
from tests.flows.mutations.transitions import TRANSITIONS
from tests.flows.mutations.values import VALUES

__all__ = ["KINDS", "Document", "Kind", "Mutant"]

KINDS: tuple[Kind, ...] = (*STRUCTURE, *FLOW_TYPES, *PARAMETERS, *VALUES, *TRANSITIONS, *CARELESS)
