"""`aicc call` finds the environment that is deployed in the local AWS that runs, or says what to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber
from typer.testing import CliRunner

from aicc_cli import call_place
from aicc_cli.call_place import Centre, find_centre
from aicc_cli.call_refusal import why
from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.main import app
from aicc_local.control import Control, ControlError
from aicc_local.lifecycle import account, server_process
from aicc_local.lifecycle.home import Home, Running

INSTANCE = "9abc0afb-6b8b-4b4c-b93d-3601a474e09c"
ARN = f"arn:aws:connect:ap-northeast-2:123456789012:instance/{INSTANCE}"


class Account:
    """The local account, told what it will be asked."""

    def __init__(self) -> None:
        keys = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing", "region_name": "ap-northeast-2"}
        self.connect = boto3.client("connect", **keys)  # type: ignore[call-overload]  # literal keywords in a dict
        self.cloudformation = boto3.client("cloudformation", **keys)  # type: ignore[call-overload]  # likewise
        self.connect_stub = Stubber(self.connect)
        self.cloudformation_stub = Stubber(self.cloudformation)

    def has(self, *stacks: tuple[str, dict[str, str]], instead_of: str = "") -> None:
        if instead_of:
            self.cloudformation_stub.add_client_error(
                "describe_stacks",
                "ValidationError",
                f"{instead_of} does not exist",
                expected_params={"StackName": instead_of},
            )
        described = [
            {
                "StackName": name,
                "CreationTime": "2026-11-23T00:00:00Z",
                "StackStatus": "CREATE_COMPLETE",
                "Outputs": [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()],
            }
            for name, outputs in stacks
        ]
        self.cloudformation_stub.add_response("describe_stacks", {"Stacks": described})
        self.cloudformation_stub.activate()


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> Account:
    """A local AWS that runs, and answers."""
    found = Account()
    running = Running(pid=os.getpid(), port=4566, account="123456789012", keeps=False)
    monkeypatch.setattr(Home, "running", lambda home: running)
    monkeypatch.setattr(server_process, "answers", lambda port: True)
    monkeypatch.setattr(account, "LocalAccount", lambda port, account: found)
    return found


def test_says_how_to_start_the_local_aws(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AICC_HOME", str(tmp_path))

    shown = CliRunner().invoke(app, ["call", "--say", "안녕하세요"])

    assert shown.exit_code == 1
    assert shown.stderr == "the local AWS is not running; start it: aicc up\n"


def test_says_that_a_server_does_not_answer(monkeypatch: pytest.MonkeyPatch, local: Account) -> None:
    monkeypatch.setattr(server_process, "answers", lambda port: False)

    with pytest.raises(CannotBeDone, match=r"\(pid \d+\) does not answer on port 4566; end it: aicc down"):
        call_place.running_aws()


def test_finds_the_flows_of_an_environment(local: Account) -> None:
    local.has(("ContactCenter-local", {"InstanceArn": ARN}))
    flows = [{"Name": name, "Id": name.upper(), "Arn": name} for name in ("aicc-inbound", "Sample flow")]
    local.connect_stub.add_response("list_contact_flows", {"ContactFlowSummaryList": flows}, {"InstanceId": INSTANCE})
    local.connect_stub.activate()

    centre = find_centre("local")

    assert (centre.instance_id, centre.flow_id("inbound")) == (INSTANCE, "AICC-INBOUND")


@pytest.mark.parametrize(
    ("stacks", "told"),
    [
        ([], "local AWS on port 4566: the environment dev is not deployed; deploy it: aicc up --env dev"),
        (
            [("ContactCenter-local", {}), ("ContactCenter-local-FlowsNestedStack-1", {})],
            "local AWS on port 4566: the environment dev is not deployed; there is local: --env local; "
            "or deploy it: aicc up --env dev",
        ),
    ],
)
def test_says_what_is_deployed_where_the_environment_is_not(
    local: Account, stacks: list[tuple[str, dict[str, str]]], told: str
) -> None:
    local.has(*stacks, instead_of="ContactCenter-dev")

    with pytest.raises(CannotBeDone) as error:
        find_centre("dev")

    assert str(error.value) == told


def test_the_only_environment_that_is_deployed_need_not_be_named(local: Account) -> None:
    nested: tuple[str, dict[str, str]] = ("ContactCenter-local-FlowsNestedStack-1", {})
    local.has(("CDKToolkit", {}), ("ContactCenter-local", {"InstanceArn": ARN}), nested)
    local.connect_stub.add_response("list_contact_flows", {"ContactFlowSummaryList": []}, {"InstanceId": INSTANCE})
    local.connect_stub.activate()

    centre = find_centre(None)

    assert (centre.environment, centre.instance_id) == ("local", INSTANCE)


@pytest.mark.parametrize(
    ("stacks", "told"),
    [
        ([], "local AWS on port 4566: no environment is deployed; deploy one: aicc up --env dev"),
        (
            [("ContactCenter-prod", {"InstanceArn": ARN}), ("ContactCenter-dev", {"InstanceArn": ARN})],
            "local AWS on port 4566: there are dev, prod; say which: --env dev",
        ),
        (
            [("ContactCenter-dev", {})],
            "local AWS on port 4566: stack ContactCenter-dev has no output InstanceArn; "
            "deploy this version: aicc up --env dev",
        ),
    ],
)
def test_says_why_no_environment_is_the_only_one(
    local: Account, stacks: list[tuple[str, dict[str, str]]], told: str
) -> None:
    local.has(*stacks)

    with pytest.raises(CannotBeDone) as error:
        find_centre(None)

    assert str(error.value) == told


def test_says_which_right_is_missing(local: Account) -> None:
    local.cloudformation_stub.add_client_error("describe_stacks", "AccessDenied", "not you")
    local.cloudformation_stub.activate()

    with pytest.raises(CannotBeDone, match=r"not allowed \(not you\); ask for cloudformation:DescribeStacks$"):
        find_centre("dev")


@pytest.mark.parametrize(("asked", "found"), [("inbound", "1"), ("aicc-inbound", "1"), ("late-inbound", "2")])
def test_the_flow_with_the_shortest_name_is_the_one_that_is_meant(asked: str, found: str) -> None:
    unused: Any = None
    flows = {"aicc-late-inbound": "2", "aicc-inbound": "1"}
    centre = Centre(environment="dev", control=Control(1), connect=unused, instance_id=INSTANCE, flows=flows)

    assert centre.flow_id(asked) == found


def test_says_that_the_server_is_older_than_the_command() -> None:
    answer = 'POST http://127.0.0.1:1/_aicc/contacts/say: 404 {"error": "there is no POST /_aicc/contacts/say; ..."}'

    assert why(ControlError(answer)) == (
        "say: the local AWS that runs is older than this command; begin anew: aicc down, then aicc up"
    )
