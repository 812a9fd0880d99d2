"""A person who signs in to Connect.

Source: AWS::Connect::User. Where the instance knows its users itself, the password is read from Secrets Manager at
deploy and stands in no template.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from aws_cdk import SecretValue
from aws_cdk.aws_connect import CfnUser
from constructs import Construct

from aicc_constructs.checks import check_length, is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.routing_profile import RoutingProfile

_USERNAME = re.compile(r"[a-zA-Z0-9_.@-]{1,64}")


class ISecurityProfile(Protocol):
    """What a user needs of a security profile."""

    security_profile_arn: str


class User(Construct):
    """A user of an instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        username: 1 to 64 of letters, digits, _ - . @; with SAML the session name that the identity provider sends.
        first_name: Given name, up to 255 characters.
        last_name: Family name, up to 300 characters.
        routing_profile: Which contacts the user gets.
        security_profiles: What the user may do, one to ten.
        email: Address: none. Not with SAML where the user name is one already.
        password: From Secrets Manager, only where the instance knows its users itself: none.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, Queue, SecurityProfile
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> queue = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d", "General")
        >>> user = User(
        ...     stack,
        ...     "Kim",
        ...     instance=instance,
        ...     username="minji.kim",
        ...     first_name="민지",
        ...     last_name="김",
        ...     routing_profile=RoutingProfile(
        ...         stack,
        ...         "Profile",
        ...         instance=instance,
        ...         name="General",
        ...         description="일반 상담",
        ...         capacity={"VOICE": 1},
        ...         default_outbound_queue=queue,
        ...     ),
        ...     security_profiles=[
        ...         SecurityProfile(stack, "Agent", instance=instance, name="Agent", permissions=["BasicAgentAccess"])
        ...     ],
        ...     password=SecretValue.secrets_manager("hanbit/minji.kim", json_field="password"),
        ... )

    Raises:
        InvalidInput: A user name that Connect would refuse, no security profile or more than ten, a password in clear.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        username: str,
        first_name: str,
        last_name: str,
        routing_profile: RoutingProfile,
        security_profiles: Sequence[ISecurityProfile],
        email: str | None = None,
        password: SecretValue | None = None,
    ) -> None:
        place = f"user {username!r}"
        if not is_token(username) and not _USERNAME.fullmatch(username):
            raise InvalidInput(
                f"{place}: username", f"{username!r} is not allowed", "use 1 to 64 letters, digits, _ - . @"
            )
        if not 1 <= len(security_profiles) <= 10:
            raise InvalidInput(f"{place}: security_profiles", f"there are {len(security_profiles)}", "give one to ten")
        check_length(f"{place}: first_name", first_name, 255)
        check_length(f"{place}: last_name", last_name, 300)
        hidden = password.unsafe_unwrap() if password else None
        if hidden is not None and not is_token(hidden):
            raise InvalidInput(f"{place}: password", "stands in clear", "use SecretValue.secrets_manager(...)")
        super().__init__(scope, construct_id)
        self._resource = CfnUser(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            username=username,
            identity_info=CfnUser.UserIdentityInfoProperty(first_name=first_name, last_name=last_name, email=email),
            phone_config=CfnUser.UserPhoneConfigProperty(phone_type="SOFT_PHONE", after_contact_work_time_limit=0),
            routing_profile_arn=routing_profile.routing_profile_arn,
            security_profile_arns=[profile.security_profile_arn for profile in security_profiles],
            password=hidden,
        )
        self.user_arn = self._resource.attr_user_arn
        instance.chain.append(self._resource)
