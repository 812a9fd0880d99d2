"""Updates of the dev environment: in place, nothing beside what changed, and taken back whole when they fail."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.conftest import STACK
from tests.e2e.deployed_stack import DeployedStack, reasons, told
from tests.e2e.local_account import LocalAccount, local_account

pytestmark = pytest.mark.xdist_group("deploy_update")

PAUSE_SECONDS = 0.05
ROUNDS = 200

NOWHERE = ('"NextAction":"set-language"', '"NextAction":"nowhere"')

# CloudFormation takes no signal with a type of content.
UNTYPED = {"Content-Type": ""}
WAITING = {
    "Resources": {
        "Handle": {"Type": "AWS::CloudFormation::WaitConditionHandle"},
        "Condition": {
            "Type": "AWS::CloudFormation::WaitCondition",
            "Properties": {"Handle": {"Ref": "Handle"}, "Timeout": "60"},
        },
    }
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The environment as shipped, and a copy of its assembly to change."""

    account: LocalAccount
    stack: DeployedStack
    changed: CloudAssembly

    def flow(self, name: str) -> str:
        """The ARN of a flow."""
        return self.stack.physical_id(self.flow_id(name))

    def flow_id(self, name: str) -> str:
        """The logical id of a flow."""
        return self.changed.logical_id("AWS::Connect::ContactFlow", Name=name)

    def content(self, flow: str) -> str:
        """What a flow holds."""
        instance = flow.partition("/contact-flow/")[0]
        return self.account.connect.describe_contact_flow(InstanceId=instance, ContactFlowId=flow)["ContactFlow"][
            "Content"
        ]

    def break_flow(self) -> None:
        """Let the inbound flow go on where nothing is."""
        self.changed.change_content(self.flow_id("aicc-inbound"), *NOWHERE)

    def module_content(self, module: str) -> str:
        """What a module holds."""
        instance = module.partition("/flow-module/")[0]
        answer = self.account.connect.describe_contact_flow_module(InstanceId=instance, ContactFlowModuleId=module)
        return answer["ContactFlowModule"]["Content"]

    def quick_connects(self, queue: str) -> set[str]:
        """What a queue offers."""
        instance = queue.partition("/queue/")[0]
        answer = self.account.connect.list_queue_quick_connects(InstanceId=instance, QueueId=queue)
        return {each["Arn"] for each in answer["QuickConnectSummaryList"]}


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory, assembly: Path) -> Iterator[LocalAccount]:
    with local_account(tmp_path_factory.mktemp("update"), assembly) as account:
        account.keep_secret()
        yield account


@pytest.fixture
def environment(account: LocalAccount, assembly: Path) -> Environment:
    # What the test before has changed or failed to change is put right by a plain deployment.
    account.cdk.deploy(assembly)
    return Environment(account=account, stack=account.stack(STACK), changed=account.copy(assembly))


def prompt(content: str) -> str:
    """The first text that a flow says."""
    texts: list[str] = [
        action["Parameters"]["Text"] for action in json.loads(content)["Actions"] if "Text" in action["Parameters"]
    ]
    return texts[0]


def place(content: str, **parts: str) -> int:
    """The index of the first action with these members."""
    actions: list[dict[str, Any]] = json.loads(content)["Actions"]
    return next(index for index, action in enumerate(actions) if parts.items() <= action.items())


def test_a_changed_flow_is_updated_in_place_and_nothing_else(environment: Environment) -> None:
    flow = environment.flow("aicc-inbound")
    before = environment.content(flow)
    environment.changed.change_content(environment.flow_id("aicc-inbound"), prompt(before), "달라진 인사입니다.")

    with environment.stack.new_events() as events:
        environment.account.cdk.deploy(environment.changed.folder)

    assert environment.flow("aicc-inbound") == flow
    assert environment.content(flow) == before.replace(prompt(before), "달라진 인사입니다.")
    assert environment.stack.status == "UPDATE_COMPLETE"
    assert told(events, environment.flow_id("aicc-inbound")) == ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"]
    touched = {event["ResourceType"] for event in events}
    assert touched == {"AWS::CloudFormation::Stack", "AWS::Connect::ContactFlow"}
    assert len({event["LogicalResourceId"] for event in events if "Connect" in event["ResourceType"]}) == 1


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param(
            *NOWHERE,
            "Invalid Action property value. Path: Actions[{set_voice}].Transitions.NextAction",
            id="a target that is not there",
        ),
        pytest.param(
            '"Type":"UpdateContactTextToSpeechVoice"',
            '"Type":"SingToContact"',
            "Invalid Action type. Type: SingToContact, Path: Actions[{set_voice}].Type",
            id="a type that is not there",
        ),
    ],
)
def test_a_broken_flow_is_refused_and_the_old_one_stays(
    environment: Environment, old: str, new: str, problem: str
) -> None:
    flow = environment.flow("aicc-inbound")
    before = environment.content(flow)
    environment.changed.change_content(environment.flow_id("aicc-inbound"), old, new)
    said = problem.format(set_voice=place(before, Identifier="set-voice"))

    with environment.stack.new_events() as events:
        refused = environment.account.cdk.deploy(environment.changed.folder, check=False)

    assert refused.returncode == 1
    assert said in refused.stdout + refused.stderr
    assert said in reasons(events, "UPDATE_FAILED")
    assert environment.stack.status == "UPDATE_ROLLBACK_COMPLETE"
    assert environment.flow("aicc-inbound") == flow
    assert environment.content(flow) == before


def test_an_update_that_fails_takes_back_what_it_did_before(environment: Environment) -> None:
    queue_id = environment.changed.logical_id("AWS::Connect::Queue", Name="aicc-General")
    module_id = environment.changed.logical_id("AWS::Connect::ContactFlowModule", Name="aicc-authenticate")
    queue, module = environment.stack.physical_id(queue_id), environment.stack.physical_id(module_id)
    before = environment.module_content(module)
    environment.changed.change(queue_id, Description="바뀐 설명")
    environment.changed.change_content(module_id, prompt(before), "바뀐 안내입니다.")
    environment.break_flow()

    with environment.stack.new_events() as events:
        environment.account.cdk.deploy(environment.changed.folder, check=False)

    assert told(events, queue_id) == ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"] * 2
    assert told(events, module_id) == ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"] * 2
    instance = queue.partition("/queue/")[0]
    described = environment.account.connect.describe_queue(InstanceId=instance, QueueId=queue)["Queue"]
    assert described["Description"] == "일반 문의"
    assert environment.module_content(module) == before


def test_fewer_quick_connects_are_offered_after_an_update(environment: Environment) -> None:
    queue = environment.stack.physical_id(environment.changed.logical_id("AWS::Connect::Queue", Name="aicc-Orders"))
    tie = _tie(environment, "Orders")
    wanted = environment.changed.resources()[tie]["Properties"]["QuickConnectIds"][1:]
    environment.changed.change(tie, QuickConnectIds=wanted)

    with environment.stack.new_events() as events:
        environment.account.cdk.deploy(environment.changed.folder)

    assert len(wanted) == 2
    assert environment.quick_connects(queue) == {
        environment.stack.physical_id(each["Fn::GetAtt"][0]) for each in wanted
    }
    assert {event["LogicalResourceId"] for event in events} == {STACK, tie}


def test_no_quick_connects_are_offered_once_their_tie_is_gone(environment: Environment) -> None:
    queue = environment.stack.physical_id(environment.changed.logical_id("AWS::Connect::Queue", Name="aicc-Orders"))
    other = environment.stack.physical_id(environment.changed.logical_id("AWS::Connect::Queue", Name="aicc-Billing"))
    tie = _tie(environment, "Orders")
    before = environment.quick_connects(queue)
    environment.changed.remove(tie)

    with environment.stack.new_events() as events:
        environment.account.cdk.deploy(environment.changed.folder)

    assert len(before) == 3
    assert environment.quick_connects(queue) == set()
    assert environment.quick_connects(other) == before
    assert told(events, tie) == ["DELETE_IN_PROGRESS", "DELETE_COMPLETE"]


def test_a_tie_that_fails_undoes_the_update(environment: Environment) -> None:
    queue = environment.stack.physical_id(environment.changed.logical_id("AWS::Connect::Queue", Name="aicc-Orders"))
    before = environment.quick_connects(queue)
    environment.changed.change(_tie(environment, "Orders"), QuickConnectIds="no list")

    with environment.stack.new_events() as events:
        refused = environment.account.cdk.deploy(environment.changed.folder, check=False)

    assert refused.returncode == 1
    assert "QuickConnectIds must be a list of ids or ARNs, got 'no list'" in reasons(events, "UPDATE_FAILED")
    assert environment.stack.status == "UPDATE_ROLLBACK_COMPLETE"
    assert environment.quick_connects(queue) == before


def test_an_event_that_the_wiring_cannot_handle_ends_in_the_dead_letter_queue(environment: Environment) -> None:
    alias = next(name for name in environment.changed.of_type("AWS::Lambda::Alias") if name.startswith("Wiring"))
    [letters] = environment.changed.of_type("AWS::SQS::Queue")
    account = environment.account
    sqs = account.session.client("sqs", endpoint_url=account.endpoint)
    url = environment.stack.physical_id(letters)
    assert "Messages" not in sqs.receive_message(QueueUrl=url)

    account.session.client("lambda", endpoint_url=account.endpoint).invoke(
        FunctionName=environment.stack.physical_id(alias), InvocationType="Event", Payload=b'{"RequestType": "Dance"}'
    )

    [letter] = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=10)["Messages"]
    assert "Dance" in letter["Body"]


def test_a_second_update_is_refused_while_one_runs(environment: Environment) -> None:
    cloudformation = environment.account.cloudformation

    with _running("waiting", environment.account) as stack, pytest.raises(ClientError) as refusal:
        cloudformation.update_stack(StackName="waiting", TemplateBody=json.dumps(WAITING))

    error = refusal.value.response["Error"]
    assert error["Code"] == "ValidationError"
    assert error["Message"] == f"Stack:{stack} is in CREATE_IN_PROGRESS state and can not be updated."


@contextmanager
def _running(name: str, account: LocalAccount) -> Iterator[str]:
    """A stack that is being made for as long as the block runs; its id."""
    client = account.cloudformation
    create = threading.Thread(
        target=client.create_stack, kwargs={"StackName": name, "TemplateBody": json.dumps(WAITING)}
    )
    create.start()
    try:
        handle = _handle(DeployedStack(account.cloudformation, name))
        [stack] = account.cloudformation.describe_stacks(StackName=name)["Stacks"]
        yield stack["StackId"]
        signal = {"Status": "SUCCESS", "UniqueId": "1", "Data": "done", "Reason": "done"}
        request = urllib.request.Request(handle, data=json.dumps(signal).encode(), method="PUT", headers=UNTYPED)
        urllib.request.urlopen(request).close()
    finally:
        create.join()


def _handle(stack: DeployedStack) -> str:
    for _ in range(ROUNDS):
        try:
            [found] = [each for each in stack.resources().values() if each["LogicalResourceId"] == "Handle"]
            return found["PhysicalResourceId"]
        except (ClientError, KeyError, ValueError):
            time.sleep(PAUSE_SECONDS)
    raise TimeoutError(f"{stack.name} did not begin")


def _tie(environment: Environment, queue: str) -> str:
    queue_id = environment.changed.logical_id("AWS::Connect::Queue", Name=f"aicc-{queue}")
    return environment.changed.logical_id("Custom::QueueQuickConnects", QueueId={"Fn::GetAtt": [queue_id, "QueueArn"]})
