"""Telephone numbers as boto3 sees them, and the flow that answers."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.local.connect.centre import Centre


def associate(api: Any, centre: Centre, number: str, flow: str) -> None:
    api.associate_phone_number_contact_flow(PhoneNumberId=number, InstanceId=centre.instance.id, ContactFlowId=flow)


def test_lists_the_numbers_of_an_instance_and_of_the_account(api: Any, centre: Centre) -> None:
    other = Centre(centre.aws, "second")
    mine, free = centre.make("PhoneNumber"), other.make("PhoneNumber", Type="TOLL_FREE", Description="무료")

    listed = api.list_phone_numbers_v2(TargetArn=centre.instance.arn)["ListPhoneNumbersSummaryList"]
    everywhere = api.list_phone_numbers_v2()["ListPhoneNumbersSummaryList"]
    toll_free = api.list_phone_numbers_v2(PhoneNumberTypes=["TOLL_FREE"])["ListPhoneNumbersSummaryList"]
    seoul = api.list_phone_numbers_v2(PhoneNumberPrefix="+822")["ListPhoneNumbersSummaryList"]

    assert listed == [
        {
            "PhoneNumberId": mine.id,
            "PhoneNumberArn": mine.arn,
            "PhoneNumber": mine.links["address"],
            "PhoneNumberCountryCode": "KR",
            "PhoneNumberType": "DID",
            "TargetArn": centre.instance.arn,
            "InstanceId": centre.instance.id,
        }
    ]
    assert {each["PhoneNumberId"] for each in everywhere} == {mine.id, free.id}
    assert [each["PhoneNumberDescription"] for each in toll_free] == ["무료"]
    assert [each["PhoneNumberId"] for each in seoul] == [mine.id]


def test_describes_a_claimed_number_by_id_and_by_arn(api: Any, centre: Centre) -> None:
    number = centre.make("PhoneNumber", Tags=[{"Key": "line", "Value": "대표"}])

    by_id = api.describe_phone_number(PhoneNumberId=number.id)["ClaimedPhoneNumberSummary"]
    by_arn = api.describe_phone_number(PhoneNumberId=number.arn)["ClaimedPhoneNumberSummary"]

    assert by_id == by_arn
    assert (by_id["PhoneNumberStatus"], by_id["Tags"]) == ({"Status": "CLAIMED"}, {"line": "대표"})


@pytest.mark.parametrize("by", ["id", "arn"])
def test_a_flow_answers_a_number(api: Any, centre: Centre, by: str) -> None:
    number, flow = centre.make("PhoneNumber"), centre.default("ContactFlow", "Sample AB test")

    associate(api, centre, getattr(number, by), getattr(flow, by))

    assert number.links["contact_flow"] == flow.arn


def test_a_number_is_taken_from_its_flow(api: Any, centre: Centre) -> None:
    number, flow = centre.make("PhoneNumber"), centre.default("ContactFlow", "Sample AB test")
    associate(api, centre, number.id, flow.id)

    api.disassociate_phone_number_contact_flow(PhoneNumberId=number.id, InstanceId=centre.instance.id)

    assert "contact_flow" not in number.links


def test_only_an_inbound_flow_answers(api: Any, centre: Centre) -> None:
    number, flow = centre.make("PhoneNumber"), centre.default("ContactFlow", "Default agent hold")

    with pytest.raises(ClientError, match="InvalidParameterException"):
        associate(api, centre, number.id, flow.id)


def test_a_flow_or_a_number_of_another_instance_is_not_found(api: Any, centre: Centre) -> None:
    other = Centre(centre.aws, "second")
    number, elsewhere = centre.make("PhoneNumber"), other.default("ContactFlow", "Sample AB test")

    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        associate(api, centre, number.id, elsewhere.id)
    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        associate(api, other, number.id, elsewhere.id)


def test_numbers_are_listed_for_one_target(api: Any, centre: Centre) -> None:
    with pytest.raises(ClientError, match="InvalidParameterException"):
        api.list_phone_numbers_v2(InstanceId=centre.instance.id, TargetArn=centre.instance.arn)
