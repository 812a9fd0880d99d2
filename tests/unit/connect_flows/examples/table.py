"""One action of every type with as little as it needs, one with all it takes, and one for each further mode.

Written from the pages of AWS and from what its console exports, not from the tables of the checker.
"""

from collections.abc import Mapping

from tests.unit.connect_flows.examples.contact import CONTACT
from tests.unit.connect_flows.examples.example import Example, Examples
from tests.unit.connect_flows.examples.flow_control import FLOW_CONTROL
from tests.unit.connect_flows.examples.interaction import INTERACTION
from tests.unit.connect_flows.examples.participant import PARTICIPANT

__all__ = ["EXAMPLES", "Example", "Examples"]

EXAMPLES: Mapping[str, Examples] = {**CONTACT, **PARTICIPANT, **FLOW_CONTROL, **INTERACTION}
