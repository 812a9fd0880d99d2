"""Operations on telephone numbers, and on the flow that answers them."""

from collections.abc import Iterator, Mapping
from typing import Any

from aicc_local.connect.api.pages import page
from aicc_local.connect.api.reading import Operation, found, listing, most_results
from aicc_local.connect.api.shaping import shaped
from aicc_local.connect.belonging import FLOW
from aicc_local.connect.instance import find_instance
from aicc_local.connect.phone_number import PHONE_NUMBER
from aicc_local.errors import invalid_parameter, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def list_phone_numbers_v2(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListPhoneNumbersV2: of one instance, or of all in the account."""
    numbers = [each for each in _numbers(aws, parameters) if _wanted(parameters, each)]
    shown, token = page(numbers, parameters, "ListPhoneNumbersV2", most=most_results("ListPhoneNumbersV2"))
    summaries = [shaped(aws, each, "ListPhoneNumbersSummary", **_known(aws, each)) for each in shown]
    return {"ListPhoneNumbersSummaryList": summaries, "NextToken": token}


def describe_phone_number(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribePhoneNumber; which flow answers, it does not tell."""
    record = aws.store.find(PHONE_NUMBER, parameters["PhoneNumberId"])
    known = {**_known(aws, record), "PhoneNumberStatus": {"Status": "CLAIMED"}}
    return {"ClaimedPhoneNumberSummary": shaped(aws, record, "ClaimedPhoneNumberSummary", **known)}


def associate_phone_number_contact_flow(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """AssociatePhoneNumberContactFlow."""
    number = _number(aws, parameters)
    flow = found(aws, parameters, "ContactFlowId", FLOW)
    # Not documented; what else could answer a call is no flow of a number.
    if flow.properties["Type"] != "CONTACT_FLOW":
        raise invalid_parameter(f"ContactFlowId: {flow.name} is a flow of type {flow.properties['Type']}")
    number.links["contact_flow"] = flow.arn
    return {}


def disassociate_phone_number_contact_flow(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DisassociatePhoneNumberContactFlow."""
    _number(aws, parameters).links.pop("contact_flow", None)
    return {}


def _number(aws: LocalAws, parameters: Mapping[str, Any]) -> Record:
    instance = find_instance(aws, parameters["InstanceId"])
    number = aws.store.find(PHONE_NUMBER, parameters["PhoneNumberId"])
    if number.owner != instance.arn:
        raise not_found(f"PhoneNumber not found: {parameters['PhoneNumberId']} is not claimed to {instance.arn}")
    return number


def _numbers(aws: LocalAws, parameters: Mapping[str, Any]) -> Iterator[Record]:
    if "InstanceId" in parameters and "TargetArn" in parameters:
        raise invalid_parameter("InstanceId and TargetArn cannot both be given")
    target = parameters.get("InstanceId") or parameters.get("TargetArn")
    return aws.store.of(PHONE_NUMBER, find_instance(aws, target).arn if target else None)


def _wanted(parameters: Mapping[str, Any], record: Record) -> bool:
    countries, types = parameters.get("PhoneNumberCountryCodes"), parameters.get("PhoneNumberTypes")
    return (
        (not countries or record.properties["CountryCode"] in countries)
        and (not types or record.properties["Type"] in types)
        and str(record.links["address"]).startswith(parameters.get("PhoneNumberPrefix", ""))
    )


def _known(aws: LocalAws, record: Record) -> dict[str, Any]:
    return {
        "PhoneNumber": record.links["address"],
        "PhoneNumberCountryCode": record.properties["CountryCode"],
        "PhoneNumberType": record.properties["Type"],
        "PhoneNumberDescription": record.properties.get("Description"),
    }


PHONE_NUMBERS: dict[str, Operation] = {
    "AssociatePhoneNumberContactFlow": associate_phone_number_contact_flow,
    "DescribePhoneNumber": describe_phone_number,
    "DisassociatePhoneNumberContactFlow": disassociate_phone_number_contact_flow,
    "ListPhoneNumbers": listing("ListPhoneNumbers", PHONE_NUMBER, extras=_known, wanted=_wanted),
    "ListPhoneNumbersV2": list_phone_numbers_v2,
}
