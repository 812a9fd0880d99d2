"""A state that an agent can choose besides Available and Offline, such as lunch.

Source: AWS::Connect::AgentStatus.
"""

from aws_cdk.aws_connect import CfnAgentStatus
from constructs import Construct

from aicc_constructs.checks import NAME_LENGTH, check_description, check_length, check_range
from aicc_constructs.existing_instance import IInstance


class AgentStatus(Construct):
    """An agent status of an instance. Connect never deletes one: removing it here leaves it there, disabled at best.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        name: What agents read, 1 to 127 characters; may be Korean.
        enabled: Agents can choose it: yes.
        display_order: Place in the agents' list, 1 to 50: the end.
        description: Up to 250 characters: none.

    Raises:
        InvalidInput: A name or description empty or too long, an order out of range.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> lunch = AgentStatus(stack, "Lunch", instance=instance, name="점심", display_order=2)
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        name: str,
        enabled: bool = True,
        display_order: int | None = None,
        description: str | None = None,
    ) -> None:
        place = f"agent status {name!r}"
        check_length(f"{place}: name", name, NAME_LENGTH)
        check_description(place, description)
        if display_order is not None:
            check_range(f"{place}: display_order", display_order, 1, 50)
        super().__init__(scope, construct_id)
        self._resource = CfnAgentStatus(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=name,
            description=description,
            state="ENABLED" if enabled else "DISABLED",
            display_order=display_order,
        )
        self.agent_status_arn = self._resource.attr_agent_status_arn
        instance.chain.append(self._resource)
