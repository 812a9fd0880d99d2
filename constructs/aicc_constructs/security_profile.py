"""What a user may see and do in Connect.

Source: AWS::Connect::SecurityProfile. A misspelt permission fails only at deploy: names are held against a list.
"""

import re
from collections.abc import Sequence

from aws_cdk.aws_connect import CfnSecurityProfile
from constructs import Construct

from aicc_constructs.checks import check_choice, check_description, is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.security_profile_permissions import PERMISSIONS

_NAME = re.compile(r"[ a-zA-Z0-9_@-]{1,127}")


class SecurityProfile(Construct):
    """A security profile of an instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        name: 1 to 127 of letters, digits, space, _ @ -; changing it replaces the profile.
        permissions: Names from `security_profile_permissions.PERMISSIONS`.
        description: Up to 250 characters: none.

    Raises:
        InvalidInput: A permission that Connect does not know (the nearest is named), one twice, or a bad name.

    Source: AWS::Connect::SecurityProfile; names exported from an administrator's profile.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> agent = SecurityProfile(
        ...     stack, "Agent", instance=instance, name="Aicc agent", permissions=["BasicAgentAccess"]
        ... )
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        name: str,
        permissions: Sequence[str],
        description: str | None = None,
    ) -> None:
        place = f"security profile {name!r}"
        if not is_token(name) and not _NAME.fullmatch(name):
            raise InvalidInput(
                f"{place}: name", f"{name!r} is not allowed", "use 1 to 127 letters, digits, spaces, _ @ -"
            )
        check_description(place, description)
        for permission in permissions:
            check_choice(f"{place}: permission", permission, PERMISSIONS)
        twice = next((each for each in permissions if list(permissions).count(each) > 1), None)
        if twice is not None:
            raise InvalidInput(f"{place}: permission", f"{twice!r} is named twice", "name each once")
        super().__init__(scope, construct_id)
        self.name = name
        self._resource = CfnSecurityProfile(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            security_profile_name=name,
            description=description,
            permissions=sorted(permissions),
        )
        self.security_profile_arn = self._resource.attr_security_profile_arn
        instance.chain.append(self._resource)
