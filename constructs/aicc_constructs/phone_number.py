"""A telephone number: one that exists, or one claimed anew.

Source: AWS::Connect::PhoneNumber; ClaimPhoneNumber. A Korean number takes weeks of paperwork, a released one rests for
up to 180 days, and every property but the target replaces the number: it is kept whatever happens to the stack.
"""

import re
from typing import Protocol

from aws_cdk import RemovalPolicy
from aws_cdk.aws_connect import CfnPhoneNumber
from aws_cdk.aws_iam import Grant, IGrantable
from constructs import Construct

from aicc_constructs.checks import check_choice, check_description, is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance

TYPES = frozenset({"DID", "TOLL_FREE", "UIFN", "SHARED", "THIRD_PARTY_DID", "THIRD_PARTY_TF", "SHORT_CODE"})
_ARN = re.compile(r"arn:aws[-a-z0-9]*:connect:[-a-z0-9]+:[0-9]{12}:phone-number/[-a-zA-Z0-9]+")
_COUNTRY = re.compile(r"[A-Z]{2}")


class IPhoneNumber(Protocol):
    """What other constructs need of a number."""

    phone_number_arn: str


class ExistingPhoneNumber:
    """A number that was claimed elsewhere, for this instance."""

    def __init__(self, phone_number_arn: str) -> None:
        self.phone_number_arn = phone_number_arn

    def grant_call_from(self, grantee: IGrantable) -> Grant:
        """Let someone start calls that show this number."""
        return Grant.add_to_principal(
            grantee=grantee,
            actions=["connect:StartOutboundVoiceContact"],
            resource_arns=[self.phone_number_arn],
        )


class PhoneNumber(Construct):
    """A number claimed for an instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent; changing it releases the number.
        instance: The instance it belongs to.
        country_code: ISO 3166 code: "KR". Changing it replaces the number.
        number_type: "DID" or "TOLL_FREE" and others: "DID". Changing it replaces the number.
        description: Up to 500 characters: none. Changing it REPLACES the number.

    Raises:
        InvalidInput: An unknown type or country code.

    Source: AWS::Connect::PhoneNumber.

    Example:
        >>> from aws_cdk import Stack
        >>> from aws_cdk.aws_iam import Role, ServicePrincipal
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> number = PhoneNumber(stack, "Main", instance=instance, number_type="TOLL_FREE")
        >>> dialer = Role(stack, "Dialer", assumed_by=ServicePrincipal("lambda.amazonaws.com"))
        >>> grant = number.grant_call_from(dialer)
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        country_code: str = "KR",
        number_type: str = "DID",
        description: str | None = None,
    ) -> None:
        place = f"phone number {construct_id!r}"
        check_choice(f"{place}: number_type", number_type, TYPES)
        if not is_token(country_code) and not _COUNTRY.fullmatch(country_code):
            raise InvalidInput(
                f"{place}: country_code", f"{country_code!r} is not a code", "use two capitals such as KR"
            )
        check_description(place, description, 500)
        super().__init__(scope, construct_id)
        self._resource = CfnPhoneNumber(
            self,
            "Resource",
            target_arn=instance.instance_arn,
            country_code=country_code,
            type=number_type,
            description=description,
        )
        self._resource.apply_removal_policy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
        self.phone_number_arn = self._resource.attr_phone_number_arn
        self.address = self._resource.attr_address
        instance.chain.append(self._resource)

    @staticmethod
    def from_arn(phone_number_arn: str) -> ExistingPhoneNumber:
        """A number that exists.

        Raises:
            InvalidInput: That is not a number's ARN.

        Example:
            >>> arn = "arn:aws:connect:ap-northeast-2:111122223333:phone-number/12345678-1234-1234-1234-123456789012"
            >>> PhoneNumber.from_arn(arn).phone_number_arn == arn
            True
        """
        if not is_token(phone_number_arn) and not _ARN.fullmatch(phone_number_arn):
            raise InvalidInput(
                "phone number: phone_number_arn",
                f"{phone_number_arn!r} is not the ARN of a number",
                "copy it from the list of numbers: arn:aws:connect:REGION:ACCOUNT:phone-number/ID",
            )
        return ExistingPhoneNumber(phone_number_arn)

    def grant_call_from(self, grantee: IGrantable) -> Grant:
        """Let someone start calls that show this number."""
        return ExistingPhoneNumber(self.phone_number_arn).grant_call_from(grantee)
