"""Updates of the dev environment: in place, nothing beside what changed, and taken back whole when they fail."""

from __future__ import annotations

import json
import re
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.e2e.changing_environment import NOWHERE, PAUSE_SECONDS, ROUNDS, ChangingEnvironment
from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.conftest import STACK
from tests.e2e.deployed_stack import DeployedStack, reasons, told
from tests.e2e.local_account import LocalAccount, local_account
from tests.e2e.synthesis import app_with, synthesize

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


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory, with_dev: Path) -> Iterator[LocalAccount]:
    with local_account(tmp_path_factory.mktemp("update"), begins_as=with_dev) as account:
        yield account


@pytest.fixture
def environment(account: LocalAccount, assembly: Path) -> ChangingEnvironment:
    account.bring_back(STACK, assembly)
    return ChangingEnvironment(account=account, stack=account.stack(STACK), changed=account.copy(assembly))


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


def test_a_changed_flow_is_updated_in_place_and_nothing_else(environment: ChangingEnvironment) -> None:
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
    environment: ChangingEnvironment, old: str, new: str, problem: str
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
    assert "set-language" in environment.steps_of_a_chat(flow, until="set-language")


def test_an_update_that_fails_takes_back_what_it_did_before(environment: ChangingEnvironment) -> None:
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


def test_fewer_quick_connects_are_offered_after_an_update(environment: ChangingEnvironment) -> None:
    queue = environment.queue("Orders")
    tie = environment.tie("Orders")
    wanted = environment.changed.resources()[tie]["Properties"]["QuickConnectIds"][1:]
    environment.changed.change(tie, QuickConnectIds=wanted)

    with environment.stack.new_events() as events:
        environment.account.cdk.deploy(environment.changed.folder)

    assert len(wanted) == 2
    assert environment.quick_connects(queue) == {
        environment.stack.physical_id(each["Fn::GetAtt"][0]) for each in wanted
    }
    assert {event["LogicalResourceId"] for event in events} == {STACK, tie}


def test_no_quick_connects_are_offered_once_their_tie_is_gone(environment: ChangingEnvironment) -> None:
    queue = environment.queue("Orders")
    other = environment.queue("Billing")
    tie = environment.tie("Orders")
    before = environment.quick_connects(queue)
    environment.changed.remove(tie)

    with environment.stack.new_events() as events:
        environment.account.cdk.deploy(environment.changed.folder)

    assert len(before) == 3
    assert environment.quick_connects(queue) == set()
    assert environment.quick_connects(other) == before
    assert told(events, tie) == ["DELETE_IN_PROGRESS", "DELETE_COMPLETE"]


def without_billing(settings: str) -> str:
    """Without one of the quick connects."""
    fewer = settings.replace(
        'quick_connects = ["general", "orders", "billing"]', 'quick_connects = ["general", "orders"]'
    )
    return re.sub(r"^\[quick_connects\.billing\]\n(?:.+\n)+", "", fewer, flags=re.MULTILINE)


def without_a_tie(settings: str) -> str:
    """With a queue that offers no quick connects."""
    return re.sub(r"(?s)(\[queues\.orders\].*?)quick_connects = [^\n]+\n", r"\1", settings, count=1)


@pytest.mark.parametrize("change", [without_billing, without_a_tie])
def test_what_the_settings_no_longer_offer_is_offered_no_longer(
    environment: ChangingEnvironment, tmp_path: Path, change: Callable[[str], str]
) -> None:
    queue = environment.queue("Orders")
    wanted = CloudAssembly(synthesize(tmp_path, "dev", app=app_with(tmp_path, change)))
    ties = [
        each["Properties"]["QuickConnectIds"]
        for each in wanted.of_type("Custom::QueueQuickConnects").values()
        if "Orders" in str(wanted.resources()[each["Properties"]["QueueId"]["Fn::GetAtt"][0]]["Properties"]["Name"])
    ]

    updated = environment.account.cdk.deploy(wanted.folder, check=False)

    assert updated.returncode == 0
    assert len(environment.quick_connects(queue)) == sum(map(len, ties))


def test_a_tie_that_fails_undoes_the_update(environment: ChangingEnvironment) -> None:
    queue = environment.queue("Orders")
    before = environment.quick_connects(queue)
    environment.changed.change(environment.tie("Orders"), QuickConnectIds="no list")

    with environment.stack.new_events() as events:
        refused = environment.account.cdk.deploy(environment.changed.folder, check=False)

    assert refused.returncode == 1
    assert "QuickConnectIds must be a list of ids or ARNs, got 'no list'" in reasons(events, "UPDATE_FAILED")
    assert environment.stack.status == "UPDATE_ROLLBACK_COMPLETE"
    assert environment.quick_connects(queue) == before


def test_an_event_that_the_wiring_cannot_handle_ends_in_the_dead_letter_queue(environment: ChangingEnvironment) -> None:
    alias = next(name for name in environment.changed.of_type("AWS::Lambda::Alias") if name.startswith("Wiring"))
    letters = next(name for name in environment.changed.of_type("AWS::SQS::Queue") if name.startswith("Wiring"))
    account = environment.account
    sqs = account.session.client("sqs")
    url = environment.stack.physical_id(letters)
    assert "Messages" not in sqs.receive_message(QueueUrl=url)

    account.session.client("lambda").invoke(
        FunctionName=environment.stack.physical_id(alias), InvocationType="Event", Payload=b'{"RequestType": "Dance"}'
    )

    [letter] = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=10)["Messages"]
    assert "Dance" in letter["Body"]


def test_a_second_update_is_refused_while_one_runs(environment: ChangingEnvironment) -> None:
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
