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

from aicc_constructs.checks import is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.routing_profile import RoutingProfile

_USERNAME = re.compile(r"^[a-zA-Z0-9_.@-]{1,64}$")


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
        first_name: Given name.
        last_name: Family name.
        routing_profile: Which contacts the user gets.
        security_profiles: What the user may do, one to ten.
        email: Address: none. Not with SAML where the user name is one already.
        password: From Secrets Manager, only where the instance knows its users itself: none.

    Raises:
        InvalidInput: A user name that Connect would refuse, no security profile or more than ten.
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
        if not is_token(username) and not _USERNAME.match(username):
            raise InvalidInput(
                f"{place}: username", f"{username!r} is not allowed", "use 1 to 64 letters, digits, _ - . @"
            )
        if not 1 <= len(security_profiles) <= 10:
            raise InvalidInput(f"{place}: security_profiles", f"there are {len(security_profiles)}", "give one to ten")
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
            password=password.unsafe_unwrap() if password else None,
        )
        self.user_arn = self._resource.attr_user_arn
        instance.chain.append(self._resource)
