"""AWS::Connect::TestCase: a test of a flow. What is published is judged and can be started; what is saved is neither.

A test case has up to two versions: "if not specified, returns the published version if available, otherwise returns
the saved version" (API reference, DescribeTestCase). What comes of one whose status nobody gives is not documented;
here it is published, as a flow is. No quota of test cases is documented.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.belonging import check_flow
from aicc_local.connect.flow_references import FLOW
from aicc_local.connect.test_case_problems import refuse_test_case
from aicc_local.errors import not_found
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record

TEST_CASE = "AWS::Connect::TestCase"
PUBLISHED = "PUBLISHED"
SAVED = "SAVED"
_VERSION = ("Content", "EntryPoint", "InitializationData")
_PUBLISHED = "published"


class TestCase(ResourceType):
    """A test case, as a template makes it."""

    __test__ = False  # for pytest, which would collect it for its name

    type_name = TEST_CASE
    arn_part = "test-case"
    unique = "Name"

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        properties.setdefault("Status", PUBLISHED)
        instance_arn = record.owner if record else self.owner(aws, properties)
        for flow in flows_named(properties.get("EntryPoint") or {}):
            _check_entry_flow(aws, instance_arn, flow)
        if properties["Status"] == PUBLISHED:
            refuse_test_case(aws, instance_arn, properties)

    def made(self, aws: LocalAws, record: Record) -> None:
        if record.properties["Status"] == PUBLISHED:
            record.links[_PUBLISHED] = _version(record.properties)

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        self.made(aws, record)


class RequestedTestCase(TestCase):
    """A test case as the API makes it, whose telephone numbers the service's model has judged.

    The registry's own pattern for them, `^\\\\+[1-9]...` with two backslashes, fits no number at all.
    """

    def _accepted(self, properties: dict[str, Any]) -> dict[str, Any]:
        entry = {name: properties[name] for name in ("EntryPoint",) if name in properties}
        return {**super()._accepted({name: properties[name] for name in properties if name not in entry}), **entry}


def published_version(record: Record) -> Mapping[str, Any] | None:
    """What can be started: Content, EntryPoint, InitializationData; None for a test case that was only ever saved."""
    version: Mapping[str, Any] | None = record.links.get(_PUBLISHED)
    return version


def version_of(record: Record, status: str | None) -> Mapping[str, Any]:
    """The version that a request asks for, with its Status; of what was not saved since, "SAVED" is what is published.

    Raises:
        ServiceError: ResourceNotFoundException, it was never published.
    """
    published = published_version(record)
    if status == SAVED or (status is None and published is None):
        return {**_version(record.properties), "Status": record.properties["Status"]}
    if published is None:
        raise not_found(f"{record.arn} has not been published")
    return {**published, "Status": PUBLISHED}


def flows_named(entry_point: Mapping[str, Any]) -> list[str]:
    """The ids or ARNs of flows in an entry point."""
    kinds = ("VoiceCallEntryPointParameters", "ChatEntryPointParameters")
    return [entry_point[kind]["FlowId"] for kind in kinds if (entry_point.get(kind) or {}).get("FlowId")]


def _check_entry_flow(aws: LocalAws, instance_arn: str, flow: str) -> None:
    arn = flow if flow.startswith("arn:") else aws.store.find(FLOW, flow, instance_arn).arn
    check_flow(aws, instance_arn, "EntryPoint", arn)


def _version(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in _VERSION if name in properties}
