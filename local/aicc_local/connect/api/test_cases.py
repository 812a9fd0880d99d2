"""Operations on test cases. UpdateTestCase changes no tags; what it refuses leaves the test case as it was.

`Name` and `Description` belong to the test case, the rest to one of its versions: what is saved leaves the published
version as it is.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.flow_requests import given
from aicc_local.connect.api.reading import Operation, found, listing, paged
from aicc_local.connect.api.shaping import shaped
from aicc_local.connect.api.test_case_search import matching
from aicc_local.connect.flow_content import content_sha256
from aicc_local.connect.instance import find_instance
from aicc_local.connect.test_case import TEST_CASE, RequestedTestCase, published_version, version_of
from aicc_local.errors import invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

_GIVEN = ("Name", "Description", "Content", "EntryPoint", "InitializationData", "Status")


def create_test_case(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """CreateTestCase."""
    _refuse_replica(parameters, "TestCaseId")
    instance = find_instance(aws, parameters["InstanceId"])
    properties = {"InstanceArn": instance.arn, **given(parameters, *_GIVEN, "Tags")}
    case = RequestedTestCase().create(aws, properties)
    return {"TestCaseId": case.id, "TestCaseArn": case.arn}


def describe_test_case(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeTestCase."""
    case = found(aws, parameters, "TestCaseId", TEST_CASE)
    return {"TestCase": told(aws, case, parameters.get("Status"))}


def update_test_case(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateTestCase; of what is not given, what was saved last counts."""
    _refuse_replica(parameters)
    case = found(aws, parameters, "TestCaseId", TEST_CASE)
    RequestedTestCase().update(aws, case, {**case.properties, **given(parameters, *_GIVEN)})
    return {}


def delete_test_case(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DeleteTestCase."""
    RequestedTestCase().delete(aws, found(aws, parameters, "TestCaseId", TEST_CASE))
    return {}


def search_test_cases(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """SearchTestCases."""
    instance = find_instance(aws, parameters["InstanceId"])
    cases = [case for case in aws.store.of(TEST_CASE, instance.arn) if matching(parameters, case)]
    answer = paged("SearchTestCases", [told(aws, case) for case in cases], parameters)
    return {**answer, "ApproximateTotalCount": len(cases)}


def told(aws: LocalAws, case: Record, status: str | None = None) -> dict[str, Any]:
    """A test case as answers have it: the version of that status, or the one that answers have without asking."""
    version = version_of(case, status)
    return shaped(aws, case, "TestCase", **version, TestCaseSha256=content_sha256(version["Content"]))


def _refuse_replica(parameters: Mapping[str, Any], *names: str) -> None:
    given_here = [name for name in (*names, "LastModifiedRegion", "LastModifiedTime") if name in parameters]
    if given_here:
        raise invalid_parameter(f"The local Connect has no replicas in other Regions: {', '.join(given_here)}")


def _summary(aws: LocalAws, case: Record) -> Mapping[str, Any]:
    return {"Status": "SAVED" if published_version(case) is None else "PUBLISHED"}


TEST_CASES: dict[str, Operation] = {
    "CreateTestCase": create_test_case,
    "DeleteTestCase": delete_test_case,
    "DescribeTestCase": describe_test_case,
    "ListTestCases": listing("ListTestCases", TEST_CASE, extras=_summary),
    "SearchTestCases": search_test_cases,
    "UpdateTestCase": update_test_case,
}
