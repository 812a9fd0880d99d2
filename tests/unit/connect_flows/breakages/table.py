"""Everything that can be wrong with an action of a type, made from the table of types itself."""

from tests.unit.connect_flows.breakages.breakage import Breakage
from tests.unit.connect_flows.breakages.of_parameters import broken_parameters
from tests.unit.connect_flows.breakages.of_transitions import broken_transitions
from tests.unit.connect_flows.breakages.of_values import broken_values

__all__ = ["Breakage", "broken_parameters", "broken_transitions", "broken_values"]
