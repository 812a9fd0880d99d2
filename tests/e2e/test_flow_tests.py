"""Test cases of flows on the deployed environment `local`: made by its template, and executed through boto3."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.control import Control
from aicc_local.lifecycle.server_process import ServerProcess
from connect_flows.test_cases import TestCase, load_test_case
from tests.e2e.acting_role import acting
from tests.e2e.callback_environment import MORNING
from tests.e2e.deployed_stack import DeployedStack
from tests.e2e.flow_executions import Executions
from tests.e2e.kept_account import served
from tests.e2e.local_server import administrator
from tests.e2e.stacks import SmallStack, small_stack

STACK = "ContactCenter-local"
FOLDER = Path(__file__).parents[2] / "flows" / "tests"
PREFIX = "aicc-"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, with_callbacks: Path) -> Iterator[ServerProcess]:
    """A local AWS with the environment `local`."""
    folder = tmp_path_factory.mktemp("local-aws")
    with served(folder, begins_as=with_callbacks, variables={"AICC_LOCAL_TIME": MORNING}) as process:
        yield process


@pytest.fixture(scope="module")
def session(server: ServerProcess) -> boto3.Session:
    return administrator(server)


@pytest.fixture(scope="module")
def connect(session: boto3.Session) -> Any:
    return session.client("connect")


@pytest.fixture(scope="module")
def instance_arn(session: boto3.Session) -> str:
    return str(DeployedStack(session.client("cloudformation"), STACK).outputs["InstanceArn"])


@pytest.fixture(scope="module")
def instance(instance_arn: str) -> str:
    return instance_arn.rpartition("/")[2]


@pytest.fixture(scope="module")
def deployed(connect: Any, instance: str) -> dict[str, str]:
    """The ids of the deployed test cases by their names."""
    listed = connect.list_test_cases(InstanceId=instance, MaxResults=1000)["TestCaseSummaryList"]
    assert {each["Status"] for each in listed} == {"PUBLISHED"}
    return {each["Name"]: each["Id"] for each in listed}


def in_a_template(case: TestCase) -> bool:
    return case.entry_point is not None and not case.entry_point.source_phone_number


@pytest.fixture(scope="module")
def executions(connect: Any, instance: str, server: ServerProcess) -> Executions:
    return Executions(connect=connect, instance=instance, control=Control(server.port))


def test_a_deploy_publishes_every_case_that_a_template_can_have(deployed: dict[str, str]) -> None:
    cases = [load_test_case(file) for file in FOLDER.glob("*.json")]

    assert set(deployed) == {f"{PREFIX}{case.name}" for case in cases if in_a_template(case)}
    assert len(deployed) >= 25


def test_every_deployed_case_passes(executions: Executions, deployed: dict[str, str]) -> None:
    started = {name: executions.start(case) for name, case in deployed.items()}

    statuses = executions.ended(*started.values())

    failed = [name for name, status in zip(started, statuses, strict=True) if status != "PASSED"]
    assert {name: executions.told(started[name]) for name in failed} == {}


def test_a_wrong_expectation_fails_and_tells_what_was_there(
    executions: Executions, connect: Any, instance: str, call: Any
) -> None:
    wrong = call["Content"].replace('"Operand":"agent"', '"Operand":"order_status"')
    assert wrong != call["Content"]
    given = {"EntryPoint": call["EntryPoint"], "InitializationData": call["InitializationData"]}
    made = connect.create_test_case(InstanceId=instance, Name="wrong", Content=wrong, Status="PUBLISHED", **given)

    execution = executions.start(made["TestCaseId"])

    assert executions.ended(execution) == ["FAILED"]
    actions = [action for record in executions.told(execution) for action in record.get("Actions", ())]
    [check] = [action for action in actions if action["Status"] == "FAILED"]
    assert check["ExpectedParameters"]["Operand"] == "order_status"
    assert check["ActualParameters"]["Namespace"] == "agent"
    connect.delete_test_case(InstanceId=instance, TestCaseId=made["TestCaseId"])


def test_a_role_starts_only_the_case_that_it_may_start(
    server: ServerProcess, session: boto3.Session, instance_arn: str, instance: str, deployed: dict[str, str]
) -> None:
    allowed, other = deployed[f"{PREFIX}chat-agent"], deployed[f"{PREFIX}chat-billing"]
    statement = {
        "Effect": "Allow",
        "Action": "connect:StartTestCaseExecution",
        "Resource": f"{instance_arn}/test-case/{allowed}",
    }
    role: Any = acting(server, session, statement).client("connect")

    role.start_test_case_execution(InstanceId=instance, TestCaseId=allowed)
    with pytest.raises(ClientError) as refused:
        role.start_test_case_execution(InstanceId=instance, TestCaseId=other)

    assert refused.value.response["Error"]["Code"] == "AccessDeniedException"


@pytest.fixture
def stack(session: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(session, f"tests-{uuid4().hex[:8]}") as made:
        yield made


def resource(instance_arn: str, case: Any, **properties: Any) -> dict[str, Any]:
    """A test case with the content of another, changed past all checks."""
    given = {"Content": case["Content"], "EntryPoint": case["EntryPoint"], "Status": "PUBLISHED", **properties}
    return {"Test": {"Type": "AWS::Connect::TestCase", "Properties": {"InstanceArn": instance_arn, **given}}}


@pytest.fixture
def call(connect: Any, instance: str, deployed: dict[str, str]) -> Any:
    asked = {"InstanceId": instance, "TestCaseId": deployed[f"{PREFIX}call-agent"]}
    return connect.describe_test_case(**asked)["TestCase"]


def test_cloudformation_refuses_what_connect_does_not_publish(stack: SmallStack, instance_arn: str, call: Any) -> None:
    broken = call["Content"].replace('"Type":"FlowActionStarted"', '"Type":"FlowActionBegun"')

    status = stack.create(resource(instance_arn, call, Name="broken", Content=broken))

    assert status == "ROLLBACK_COMPLETE"
    assert "FlowActionBegun" in stack.reasons()
    assert "HandlerErrorCode: InvalidRequest" in stack.reasons()


def test_cloudformation_takes_it_as_saved_and_changes_it_in_place(
    stack: SmallStack, executions: Executions, instance_arn: str, call: Any
) -> None:
    broken = call["Content"].replace('"Type":"FlowActionStarted"', '"Type":"FlowActionBegun"')

    created = stack.create(resource(instance_arn, call, Name="draft", Content=broken, Status="SAVED"))
    case = stack.physical_id("Test").rpartition("/")[2]
    with pytest.raises(ClientError) as refused:
        executions.start(case)
    updated = stack.update(resource(instance_arn, call, Name="draft", Status="PUBLISHED"))

    assert (created, updated) == ("CREATE_COMPLETE", "UPDATE_COMPLETE")
    assert refused.value.response["Error"]["Code"] == "InvalidRequestException"
    assert stack.physical_id("Test").rpartition("/")[2] == case
    assert executions.ended(executions.start(case)) == ["PASSED"]


def test_cloudformation_refuses_the_number_of_a_caller(stack: SmallStack, instance_arn: str, call: Any) -> None:
    entry = json.loads(json.dumps(call["EntryPoint"]))
    entry["VoiceCallEntryPointParameters"]["SourcePhoneNumber"] = "+821012345678"

    status = stack.create(resource(instance_arn, call, Name="numbered", EntryPoint=entry))

    assert status == "ROLLBACK_COMPLETE"
    assert "SourcePhoneNumber" in stack.reasons()
