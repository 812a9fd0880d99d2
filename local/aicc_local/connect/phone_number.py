"""AWS::Connect::PhoneNumber: a claimed telephone number."""

from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.connect.number_range import CALLING_CODES, TYPES, given_number
from aicc_local.errors import invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

PHONE_NUMBER = "AWS::Connect::PhoneNumber"


class PhoneNumber(ResourceType):
    """A number. Which flow answers it is set by an API call, and kept in `links["contact_flow"]`.

    Not here: the months that a released number rests, and the ban on claiming and releasing too often.
    """

    type_name = PHONE_NUMBER
    arn_part = "phone-number"
    quota = Quota(name="Phone numbers per instance", limit=5)

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_instance(aws, properties["TargetArn"]).arn

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        return aws.arn("connect", f"phone-number/{resource_id}")

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """SearchAvailablePhoneNumbers requires country and type; ImportPhoneNumber takes a number from elsewhere."""
        if "SourcePhoneNumberArn" in properties:
            raise invalid_parameter("SourcePhoneNumberArn: there are no numbers to import here")
        for name in ("CountryCode", "Type"):
            if name not in properties:
                raise invalid_parameter(f"{name} is required")
        if properties["CountryCode"] not in CALLING_CODES:
            raise invalid_parameter(f"CountryCode: there are no numbers for {properties['CountryCode']} here")
        if properties["Type"] not in TYPES:
            raise invalid_parameter(f"Type: {properties['Type']} does not exist")
        prefix, code = properties.get("Prefix", "+"), CALLING_CODES[properties["CountryCode"]]
        if not (prefix.startswith(code) or code.startswith(prefix)):
            raise invalid_parameter(f"Prefix: {prefix} is not in {properties['CountryCode']} ({code})")

    def made(self, aws: LocalAws, record: Record) -> None:
        taken = {other.links.get("address") for other in aws.store.of(PHONE_NUMBER)}
        record.links["address"] = given_number(record.id, record.properties, taken)

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        """A number that moves to another instance leaves its flow behind."""
        if record.properties["TargetArn"] != before["TargetArn"]:
            record.owner = self.owner(aws, record.properties)
            record.links.pop("contact_flow", None)

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"Address": record.links["address"]}
