"""The flows that name queues and functions: a nested stack, because they change most and templates end at 1 MB."""

from collections.abc import Mapping

from aws_cdk import NestedStack
from constructs import Construct

from aicc_constructs import ContactFlow, ContactFlowModule
from aicc_constructs.assets import asset
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.placeholder_values import Placeable
from stacks.settings import Settings

MODULES = ("authenticate",)
# In the order in which one names another.
FLOWS = ("chat", "inbound")


class Flows(NestedStack):
    """Modules and flows of one environment.

    Args:
        scope: The environment's stack.
        construct_id: Name below it.
        settings: Texts and the prefix of names.
        instance: The instance they belong to.
        values: What placeholders stand for: queues, hours, functions, base flows.

    Attributes:
        flows: By name, such as "inbound".
        values: What placeholders stand for, the flows and modules here included.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        instance: IInstance,
        values: Mapping[str, Placeable | str],
    ) -> None:
        super().__init__(scope, construct_id, description="Contact flows and modules")
        known: dict[str, Placeable | str] = {
            **values,
            **{f"text.{key}": text for key, text in settings.texts.items()},
        }
        self.values = known
        prefix = settings.resource_name("")
        for name in MODULES:
            known[f"module.{name}"] = ContactFlowModule(
                self,
                f"Module-{name}",
                instance=instance,
                flow=asset(f"flows/modules/{name}.json"),
                values=known,
                name_prefix=prefix,
            )
        self.flows: dict[str, ContactFlow] = {}
        for name in FLOWS:
            self.flows[name] = ContactFlow(
                self,
                name,
                instance=instance,
                flow=asset(f"flows/{name}.json"),
                values=known,
                name_prefix=prefix,
            )
            known[f"flow.{name}"] = self.flows[name]
