"""What SearchTestCases looks for. Which fields it knows, and whether case counts, is not documented for test cases.

Here they are those of Connect's other searches, https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchQueues.html
(name, description, resourceID), and case does not count.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from aicc_local.connect.api.shaping import tag_map
from aicc_local.connect.test_case import version_of
from aicc_local.errors import ServiceError, invalid_parameter
from aicc_local.store import Record

_COMPARISONS: dict[str, Callable[[str, str], bool]] = {
    "STARTS_WITH": str.startswith,
    "CONTAINS": lambda value, wanted: wanted in value,
    "EXACT": str.__eq__,
}


def matching(parameters: Mapping[str, Any], case: Record) -> bool:
    """Whether a request looks for this test case.

    Raises:
        ServiceError: InvalidParameterException, it asks for a field that there is none of.
    """
    criteria = parameters.get("SearchCriteria") or {}
    tags = (parameters.get("SearchFilter") or {}).get("TagFilter") or {}
    return _meets(criteria, case) and all(_tagged(tags, tag_map(case.properties.get("Tags", ()))))


def _meets(criteria: Mapping[str, Any], case: Record) -> bool:
    found = [_meets(each, case) for each in criteria.get("AndConditions") or ()]
    if criteria.get("OrConditions"):
        found.append(any([_meets(each, case) for each in criteria["OrConditions"]]))
    if "StringCondition" in criteria:
        found.append(_compared(criteria["StringCondition"], case))
    if "StatusCondition" in criteria:
        found.append(_has_version(case, criteria["StatusCondition"]))
    return all(found)


def _compared(condition: Mapping[str, str], case: Record) -> bool:
    fields = {"name": case.name, "description": case.properties.get("Description", ""), "resourceid": case.id}
    field = condition.get("FieldName", "")
    if field.casefold() not in fields:
        raise invalid_parameter(f"FieldName: {field!r} is none of name, description, resourceID")
    compare = _COMPARISONS[condition.get("ComparisonType", "EXACT")]
    return compare(fields[field.casefold()].casefold(), condition.get("Value", "").casefold())


def _has_version(case: Record, status: str) -> bool:
    try:
        return bool(version_of(case, status)["Status"] == status)
    except ServiceError:
        return False


def _tagged(wanted: Mapping[str, Any], tags: Mapping[str, str]) -> Iterator[bool]:
    def has(condition: Mapping[str, str]) -> bool:
        value = condition.get("TagValue")
        return condition.get("TagKey") in tags and value in (None, tags[condition["TagKey"]])

    if "TagCondition" in wanted:
        yield has(wanted["TagCondition"])
    if wanted.get("AndConditions"):
        yield all(map(has, wanted["AndConditions"]))
    if wanted.get("OrConditions"):
        yield any(all(map(has, each)) for each in wanted["OrConditions"])
