"""A failed deployment is told in one line: what, where and why."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.exceptions import ClientError

from aicc_local.lifecycle import stack_failure
from aicc_local.lifecycle.assembly import Assembly

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient

START = datetime(2026, 11, 22, 9, tzinfo=UTC)
STACK_ID = "arn:aws:cloudformation:ap-northeast-2:123456789012:stack/ContactCenter-dev/1"
NESTED_ID = "arn:aws:cloudformation:ap-northeast-2:123456789012:stack/ContactCenter-dev-Flows/2"
STACK = "AWS::CloudFormation::Stack"


class CloudFormation:
    """Stack events by stack, oldest first here."""

    def __init__(self, **events: list[dict[str, Any]]) -> None:
        self.events = events

    def get_paginator(self, operation: str) -> "CloudFormation":
        assert operation == "describe_stack_events"
        return self

    def paginate(self, *, StackName: str) -> list[dict[str, Any]]:
        name = {NESTED_ID: "nested", "ContactCenter-dev": "root"}[StackName]
        if name not in self.events:
            raise ClientError({"Error": {"Code": "ValidationError", "Message": "does not exist"}}, operation_name="x")
        newest_first = self.events[name][::-1]
        return [{"StackEvents": newest_first[:2]}, {"StackEvents": newest_first[2:]}]


def event(
    logical_id: str, resource_type: str, status: str, reason: str = "", *, physical_id: str = "", second: int = 1
) -> dict[str, Any]:
    return {
        "StackId": STACK_ID,
        "LogicalResourceId": logical_id,
        "PhysicalResourceId": physical_id,
        "ResourceType": resource_type,
        "ResourceStatus": status,
        "ResourceStatusReason": reason,
        "Timestamp": START + timedelta(seconds=second),
    }


@pytest.fixture
def assembly(tmp_path: Path) -> Assembly:
    resources = {"Admin7C20": {"Metadata": {"aws:cdk:path": "ContactCenter-dev/People/Administrator/Resource"}}}
    (tmp_path / "ContactCenter-dev.template.json").write_text(json.dumps({"Resources": resources}), encoding="utf-8")
    return Assembly(folder=tmp_path, stack="ContactCenter-dev", account="123456789012", region="ap-northeast-2")


def told(assembly: Assembly, since: datetime = START, **events: list[dict[str, Any]]) -> str | None:
    return stack_failure.from_events(cast("CloudFormationClient", CloudFormation(**events)), assembly, since)


def test_tells_type_place_and_reason_of_the_first_failure(assembly: Assembly) -> None:
    root = [
        event("ContactCenter-dev", STACK, "CREATE_IN_PROGRESS", physical_id=STACK_ID),
        event("Admin7C20", "AWS::Connect::User", "CREATE_FAILED", "secret aicc/dev/admin\n not found"),
        event("Queue1", "AWS::Connect::Queue", "CREATE_FAILED", "Resource creation cancelled"),
        event("ContactCenter-dev", STACK, "ROLLBACK_IN_PROGRESS", "Rollback requested", physical_id=STACK_ID),
        event("ContactCenter-dev", STACK, "ROLLBACK_COMPLETE", physical_id=STACK_ID),
    ]

    assert told(assembly, root=root) == "AWS::Connect::User People/Administrator: secret aicc/dev/admin not found"


def test_looks_for_the_reason_in_the_nested_stack(assembly: Assembly) -> None:
    root = [
        event(
            "Flows",
            STACK,
            "UPDATE_FAILED",
            f"Embedded stack {NESTED_ID} was not successfully updated",
            physical_id=NESTED_ID,
        ),
        event(
            "ContactCenter-dev",
            STACK,
            "UPDATE_FAILED",
            "The following resource(s) failed to update: [Flows].",
            physical_id=STACK_ID,
        ),
    ]
    nested = [event("Inbound", "AWS::Connect::ContactFlow", "UPDATE_FAILED", "Invalid transition")]

    assert told(assembly, root=root, nested=nested) == "AWS::Connect::ContactFlow Inbound: Invalid transition"


def test_finds_the_nested_stack_in_the_reason(assembly: Assembly) -> None:
    root = [event("Flows", STACK, "UPDATE_FAILED", f"Embedded stack {NESTED_ID} was not successfully updated: no")]
    nested = [
        event("Inbound", "AWS::Connect::ContactFlow", "UPDATE_FAILED", "Invalid transition"),
        event("ContactCenter-dev-Flows", STACK, "UPDATE_FAILED", "Resource Inbound failed")
        | {"StackId": NESTED_ID}
        | {"PhysicalResourceId": NESTED_ID},
    ]

    assert told(assembly, root=root, nested=nested) == "AWS::Connect::ContactFlow Inbound: Invalid transition"


def test_takes_what_a_handler_says_out_of_its_wrapping(assembly: Assembly) -> None:
    reason = 'Resource handler returned message: "no "such" queue" (RequestToken: 1-2, HandlerErrorCode: NotFound)'

    assert told(assembly, root=[event("Q", "AWS::Connect::Queue", "CREATE_FAILED", reason)]) == (
        'AWS::Connect::Queue Q: no "such" queue'
    )


def test_makes_do_with_the_nested_stack_itself_when_that_is_gone(assembly: Assembly) -> None:
    root = [event("Flows", STACK, "CREATE_FAILED", "no such template", physical_id=NESTED_ID)]

    assert told(assembly, root=root) == "AWS::CloudFormation::Stack Flows: no such template"


def test_forgets_failures_of_earlier_deployments(assembly: Assembly) -> None:
    root = [event("Admin7C20", "AWS::Connect::User", "CREATE_FAILED", "earlier", second=-5)]

    assert told(assembly, root=root) is None


def test_knows_nothing_of_a_stack_that_is_not_there(assembly: Assembly) -> None:
    assert told(assembly) is None


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        pytest.param(
            """
ContactCenter-dev: creating CloudFormation changeset...
Template format error: Unrecognized resource types: [AWS::IAM::SAMLProvider]
""",
            "Template format error: Unrecognized resource types: [AWS::IAM::SAMLProvider]",
            id="change-set",
        ),
        pytest.param(
            """
current credentials could not be used to assume 'arn:aws:iam::123456789012:role/cdk', but are for the right account.
ContactCenter-dev: connect ECONNREFUSED 127.0.0.1:21500
‣ Error: connect ECONNREFUSED 127.0.0.1:21500
""",
            "connect ECONNREFUSED 127.0.0.1:21500",
            id="server-gone",
        ),
        pytest.param(
            """
❌  ContactCenter-dev failed to deploy
‣ DeploymentError: Resource updates failed:
ContactCenter-dev/People/Administrator-admin/Resource  (AWS::Connect::User PeopleAdmin7C20F1A9)
  Dynamic reference could not be resolved: secret aicc/dev/admin
  not found
Source Location: ...jsii runtime, node internals...
                 (no user code in 10 frames, use --stack-trace-limit to capture more)

   CloudTrail delivery can lag up to 15 minutes behind the failure; re-run `cdk diagnose` in a few minutes
""",
            "Resource updates failed: ContactCenter-dev/People/Administrator-admin/Resource  (AWS::Connect::User "
            "PeopleAdmin7C20F1A9) Dynamic reference could not be resolved: secret aicc/dev/admin not found",
            id="resource",
        ),
        pytest.param(
            """
ContactCenter-dev: fail: ENOENT: no such file or directory, open '/x/asset.9696.zip'
ContactCenter-dev: success: Published ContactCenter-dev Template (current_account-ap-northeast-2-e389695f)
Failed to publish asset Flows Nested Stack Template (current_account-ap-northeast-2-1090d81a)
‣ AggregateError:
""",
            "ENOENT: no such file or directory, open '/x/asset.9696.zip'",
            id="asset",
        ),
        pytest.param("\n", "it did not say why", id="silence"),
    ],
)
def test_reads_the_reason_from_what_the_cli_says(said: str, reason: str) -> None:
    assert stack_failure.from_output(said.splitlines()) == reason


def test_keeps_each_problem_of_a_synth_in_a_line_of_its_own() -> None:
    said = [
        "config/prod.toml: logs.retention_days: missing; give a number of days",
        "config/common.toml: queues.general.hours: 'busines' is not one of business, main",
        "python app.py: Subprocess exited with error 1",
        "",
    ]

    assert stack_failure.from_synth(said) == said[:2]
