"""All journeys, each with a name of its own, and the blocks that it passes."""

from collections.abc import Callable, Mapping

from connect_flows.simulator import Branch, Center
from tests.flows.customer import Customer
from tests.flows.journeys import called_back, chats, inbound, proof, transfers, waiting

Journey = Callable[[Center], Customer]
MODULES = (inbound, proof, waiting, chats, called_back, transfers)
EVERY: Mapping[str, Journey] = {
    f"{module.__name__.rpartition('.')[2]}.{journey.__name__}": journey
    for module in MODULES
    for journey in module.JOURNEYS
}


def passing(center_of: Callable[[], Center]) -> dict[tuple[str, str], str]:
    """For each block, by flow and identifier, the first journey that passes it."""
    found: dict[tuple[str, str], str] = {}
    for name, journey in EVERY.items():
        center = center_of()
        journey(center)
        for event in center.events:
            if isinstance(event, Branch):
                found.setdefault((event.flow, event.block), name)
    return found
