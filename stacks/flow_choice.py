"""Finds the flow that the settings name, and refuses one that Connect could not use there."""

from collections.abc import Mapping

from aicc_constructs import ContactFlow, InvalidInput
from connect_flows import FlowType
from stacks.settings import Settings


def chosen_flow(
    flows: Mapping[str, ContactFlow], settings: Settings, key: str, name: str, kind: FlowType
) -> ContactFlow:
    """The flow of that name.

    Args:
        flows: Those that may be named.
        settings: Where it is named, for the message.
        key: The setting, such as "phone_numbers.main.flow".
        name: Its value.
        kind: What type of flow Connect takes there.

    Raises:
        InvalidInput: There is no such flow, or it is of another type.
    """
    fitting = sorted(each for each, flow in flows.items() if flow.type is kind)
    if name not in fitting:
        problem = f"{name!r} is of type {flows[name].type.value}" if name in flows else f"{name!r} is no flow"
        raise InvalidInput(
            f"config/{settings.environment}.toml: {key}",
            problem,
            f"name one of type {kind.value}: {', '.join(fitting)}",
        )
    return flows[name]
