"""Everything that Connect says against a test case when it is published.

What Connect refuses is documented in part only, and in which words is not: the rules of `connect_flows.test_cases`,
which say where each comes from, speak for themselves here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aicc_local.connect.test_case_references import unknown_resources
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from connect_flows import Finding, FlowError, Severity
from connect_flows.test_cases import TestCase, check_test_case, parse_test_case

# Both are lengths in the service's model.
MOST_PROBLEMS = 50
LONGEST_PROBLEM = 256
_SOURCE = "Content"

Properties = Mapping[str, Any]


def refuse_test_case(aws: LocalAws, instance_arn: str, properties: Properties) -> None:
    """Refuse a test case that Connect does not publish.

    Raises:
        ServiceError: InvalidTestCaseException with `Problems`; it has no message.
    """
    found = list(dict.fromkeys(_problems(aws, instance_arn, properties)))
    if found:
        told = [{"message": text[:LONGEST_PROBLEM]} for text in found[:MOST_PROBLEMS]]
        raise ServiceError("InvalidTestCaseException", "", members={"Problems": told})


def read_test_case(name: str, version: Properties) -> TestCase:
    """The test case that a version of the resource holds.

    Raises:
        FlowError: It holds none.
    """
    return parse_test_case(
        version["Content"],
        source=_SOURCE,
        name=name,
        entry_point=version.get("EntryPoint", {"Type": ""}),
        initialization_data=version.get("InitializationData", ""),
    )


def _problems(aws: LocalAws, instance_arn: str, properties: Properties) -> Iterator[str]:
    if "EntryPoint" not in properties:
        yield "EntryPoint is missing; say where the contact begins"
    try:
        case = read_test_case(properties["Name"], properties)
    except FlowError as error:
        yield from map(_told, error.findings)
        return
    yield from (_told(finding) for finding in check_test_case(case) if finding.severity is Severity.ERROR)
    yield from unknown_resources(aws, instance_arn, case)


def _told(finding: Finding) -> str:
    # In a file both stand in its Metadata.
    told = str(finding).replace("Metadata.entryPoint", "EntryPoint")
    return told.replace("Metadata.initializationData", "InitializationData")
