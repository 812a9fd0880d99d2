"""What a request must fulfil before a contact starts, common to calls, chats and tasks."""

import re
from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts import metrics
from aicc_local.connect.contacts.attributes import problem_of
from aicc_local.connect.contacts.contact import find_contact
from aicc_local.connect.contacts.counts import active
from aicc_local.errors import ServiceError, invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

# Other countries have to be asked for; which are open to a new instance in Seoul besides is not known.
ALLOWED_PREFIXES = ("+82",)
E164 = re.compile(r"\+[1-9]\d{1,14}")


def find_flow(aws: LocalAws, instance: Record, id_or_arn: str) -> Record:
    """The flow that a contact is to start in: published, and of the type CONTACT_FLOW.

    Raises:
        ServiceError: ResourceNotFoundException or InvalidParameterException.
    """
    flow = aws.store.find("AWS::Connect::ContactFlow", id_or_arn, instance.arn)
    if flow.properties.get("Type") != "CONTACT_FLOW" or flow.properties.get("State") == "ARCHIVED":
        raise invalid_parameter(f"Contacts cannot start in this flow: {flow.name}")
    return flow


def checked_attributes(aws: LocalAws, parameters: Mapping[str, Any]) -> dict[str, str]:
    """The attributes of a new contact: those of the related contact, and its own.

    Raises:
        ServiceError: Names or size are wrong, or the related contact does not exist.
    """
    attributes: dict[str, str] = {}
    if "RelatedContactId" in parameters:
        attributes |= find_contact(aws, parameters["InstanceId"], parameters["RelatedContactId"]).attributes
    attributes |= parameters.get("Attributes") or {}
    problem = problem_of(attributes)
    if problem:
        raise invalid_parameter(problem)
    return attributes


def check_number(name: str, number: str) -> None:
    """Refuse what is no E.164 number."""
    if not E164.fullmatch(number):
        raise invalid_parameter(f"{name} is not a valid E.164 phone number")


def check_quota(aws: LocalAws, instance: Record, channel: str, code: str) -> None:
    """Refuse one contact more than the instance's quota; `code` as the operation has it."""
    quota = metrics.CONCURRENT[channel]
    if len(active(aws, instance.arn, channel)) >= metrics.limit_of(aws, channel):
        status = 402 if code == "ServiceQuotaExceededException" else 429
        raise ServiceError(code, f"{quota.name}: the limit is reached", status=status)


def refuse(parameters: Mapping[str, Any], *names: str) -> None:
    """Refuse parameters that the local Connect does nothing about, so that nobody relies on them."""
    given = [name for name in names if name in parameters]
    if given:
        raise invalid_parameter(f"The local Connect does not have: {', '.join(given)}")
