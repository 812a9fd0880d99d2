"""Flows that name no queue: they come first, because queues and quick connects name them."""

from constructs import Construct

from aicc_constructs import ContactFlow
from aicc_constructs.assets import asset
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.placeholder_values import Placeable
from stacks.settings import Settings

# In the order in which one names another.
BASE_FLOWS = (
    "agent_hold",
    "customer_hold",
    "agent_whisper",
    "customer_whisper",
    "outbound",
    "customer_queue",
    "disconnect",
    "agent_transfer",
    "queue_transfer",
)


class BaseFlows(Construct):
    """Whispers, holds, transfers, waiting and the end of a call in one environment.

    Attributes:
        flows: By name, such as "customer_hold".
        values: What `${flow.<name>}` stands for in other flows.
    """

    def __init__(self, scope: Construct, construct_id: str, *, settings: Settings, instance: IInstance) -> None:
        super().__init__(scope, construct_id)
        self.flows: dict[str, ContactFlow] = {}
        self.values: dict[str, Placeable] = {}
        texts = {f"text.{key}": text for key, text in settings.texts.items()}
        for name in BASE_FLOWS:
            flow = ContactFlow(
                self,
                name,
                instance=instance,
                flow=asset(f"flows/{name}.json"),
                values={**texts, **self.values},
                name_prefix=settings.resource_name(""),
            )
            self.flows[name] = self.values[f"flow.{name}"] = flow
