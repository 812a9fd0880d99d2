"""SearchTestCases: by name, description, id, state and tags, alone and combined."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from tests.unit.local.flows.account import Account
from tests.unit.local.test_cases.conftest import Api
from tests.unit.local.test_cases.documents import END, chat_with, content, hears, observation

GREETS = content(observation("greeting", hears("안녕하세요"), END))


@pytest.fixture(autouse=True)
def ids(account: Account, api: Api) -> dict[str, str]:
    entry = chat_with(account.add_flow("chat"))
    given = (
        ("Closed", "PUBLISHED", "영업시간이 아니다", {"team": "care", "road": "closed"}),
        ("Closed on holidays", "SAVED", "휴일이다", {"team": "care"}),
        ("Transfer", "PUBLISHED", "상담원에게 간다", {"team": "voice"}),
    )
    return {
        name: api(
            "CreateTestCase",
            Name=name,
            Description=description,
            Content=GREETS,
            EntryPoint=entry,
            Status=status,
            Tags=tags,
        )["TestCaseId"]
        for name, status, description, tags in given
    }


def text(field: str, value: str, comparison: str) -> dict[str, Any]:
    return {"StringCondition": {"FieldName": field, "Value": value, "ComparisonType": comparison}}


def found(api: Api, **parameters: Any) -> list[str]:
    return [each["Name"] for each in api("SearchTestCases", **parameters)["TestCases"]]


def test_without_criteria_all_are_found_with_their_number(api: Api) -> None:
    answer = api("SearchTestCases", MaxResults=2)

    assert [each["Name"] for each in answer["TestCases"]] == ["Closed", "Closed on holidays"]
    assert answer["ApproximateTotalCount"] == 3
    assert found(api, MaxResults=2, NextToken=answer["NextToken"]) == ["Transfer"]


@pytest.mark.parametrize(
    ("criteria", "names"),
    [
        (text("name", "closed", "EXACT"), ["Closed"]),
        (text("Name", "CLOSED", "STARTS_WITH"), ["Closed", "Closed on holidays"]),
        (text("description", "에게", "CONTAINS"), ["Transfer"]),
        ({"StatusCondition": "SAVED"}, ["Closed on holidays"]),
        ({"StatusCondition": "PUBLISHED"}, ["Closed", "Transfer"]),
        (
            {"AndConditions": [text("name", "closed", "CONTAINS"), {"StatusCondition": "PUBLISHED"}]},
            ["Closed"],
        ),
        (
            {"OrConditions": [text("name", "transfer", "EXACT"), {"StatusCondition": "SAVED"}]},
            ["Closed on holidays", "Transfer"],
        ),
        ({**text("name", "closed", "CONTAINS"), "StatusCondition": "SAVED"}, ["Closed on holidays"]),
    ],
)
def test_finds_by_criteria(api: Api, criteria: Mapping[str, Any], names: list[str]) -> None:
    assert found(api, SearchCriteria=criteria) == names


def test_finds_by_id(api: Api, ids: dict[str, str]) -> None:
    assert found(api, SearchCriteria=text("resourceID", ids["Transfer"], "EXACT")) == ["Transfer"]


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ({"TagCondition": {"TagKey": "road"}}, ["Closed"]),
        ({"TagCondition": {"TagKey": "team", "TagValue": "voice"}}, ["Transfer"]),
        ({"AndConditions": [{"TagKey": "team", "TagValue": "care"}, {"TagKey": "road"}]}, ["Closed"]),
        (
            {"OrConditions": [[{"TagKey": "team", "TagValue": "voice"}], [{"TagKey": "road", "TagValue": "closed"}]]},
            ["Closed", "Transfer"],
        ),
    ],
)
def test_finds_by_tags(api: Api, tags: Mapping[str, Any], names: list[str]) -> None:
    assert found(api, SearchFilter={"TagFilter": tags}) == names


def test_refuses_a_field_that_there_is_none_of(api: Api) -> None:
    with pytest.raises(ServiceError) as refused:
        found(api, SearchCriteria=text("flow", "inbound", "EXACT"))

    assert refused.value.code == "InvalidParameterException"
