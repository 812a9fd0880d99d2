"""The tests of flows in Connect: where the settings ask for them, and for what the environment has."""

import json
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import NestedStack, Stack
from aws_cdk.assertions import Annotations, Match, Template
from cdk_nag import AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks

from aicc_constructs.assets import asset
from connect_flows.test_cases import load_test_case
from stacks import flow_tests
from stacks.settings import load_settings
from tests.infra.environments.test_variants import build, changed, findings

TEST = "AWS::Connect::TestCase"
HOURS = "AWS::Connect::HoursOfOperation"
QUEUE = "AWS::Connect::Queue"


def written(name: str, queue: str = "general", **metadata: Any) -> str:
    """A chat that ends where it would be put through."""
    end = {"ActionType": "TestControl", "Command": {"Type": "EndTest"}}
    begins = {"ActionType": "TransferContactToQueue", "ActionParameters": {"QueueId": f"${{queue.{queue}}}"}}
    observation = {
        "Identifier": "queue",
        "Event": {"Identifier": "q", "Type": "FlowActionStarted", "Actor": "System", "Properties": begins},
        "Actions": [{"Identifier": "end", "Type": "TestControl", "Parameters": end, "Transitions": {}}],
        "Transitions": {"NextObservations": []},
    }
    entry = {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "${flow.chat}"}}
    metadata = {"name": name, "description": "상담원에게 간다", "entryPoint": entry, **metadata}
    return json.dumps({"Version": "2019-10-30", "Metadata": metadata, "Observations": [observation]})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Tests of our own; all other assets are the repository's."""
    monkeypatch.setattr(flow_tests, "asset", lambda name: tmp_path if name == "flows/tests" else asset(name))
    return tmp_path


def nested(**changes: Any) -> Stack:
    stack = build(changed(**changes)).node.find_child("FlowTests")
    assert isinstance(stack, NestedStack)
    return stack


@pytest.mark.parametrize("choice", ["saved", "published"])
def test_there_is_one_for_each_file_as_the_settings_say(folder: Path, choice: str) -> None:
    for name in ("closed", "transfer"):
        (folder / f"{name}.json").write_text(written(name.capitalize()), "utf-8")

    template = Template.from_stack(nested(flow_tests=choice))

    made = [each["Properties"] for each in template.find_resources(TEST).values()]
    assert sorted(each["Name"] for each in made) == ["aicc-Closed", "aicc-Transfer"]
    assert {each["Status"] for each in made} == {choice.upper()}


def test_they_have_hours_that_are_open_and_hours_that_are_not(folder: Path) -> None:
    template = Template.from_stack(nested(flow_tests="saved"))

    weeks = {
        each["Properties"]["Name"]: each["Properties"]["Config"] for each in template.find_resources(HOURS).values()
    }
    assert len(weeks["aicc-Always open"]) == 7
    [minute] = weeks["aicc-Always closed"]
    assert (minute["StartTime"], minute["EndTime"]) == ({"Hours": 3, "Minutes": 0}, {"Hours": 3, "Minutes": 1})


def test_they_have_a_queue_that_nobody_serves(folder: Path) -> None:
    stack = build(changed(flow_tests="saved"))

    tests = stack.node.find_child("FlowTests")
    assert isinstance(tests, NestedStack)
    [queue] = Template.from_stack(tests).find_resources(QUEUE)
    profiles = Template.from_stack(stack).find_resources("AWS::Connect::RoutingProfile")
    assert queue not in json.dumps(profiles)


def test_they_are_created_one_after_the_other(folder: Path) -> None:
    for name in ("a", "b", "c"):
        (folder / f"{name}.json").write_text(written(name), "utf-8")

    template = Template.from_stack(nested(flow_tests="saved"))

    waiting = [
        each for kind in (TEST, HOURS, QUEUE) for each in template.find_resources(kind).values() if "DependsOn" in each
    ]
    assert len(waiting) == 5, "all but the first wait for the one before them"


def test_a_test_of_what_the_environment_has_not_is_left_out_and_said(folder: Path) -> None:
    (folder / "vip.json").write_text(written("Vip", "vip"), "utf-8")
    (folder / "transfer.json").write_text(written("Transfer"), "utf-8")

    stack = build(changed(flow_tests="saved"))

    tests = stack.node.find_child("FlowTests")
    assert isinstance(tests, NestedStack)
    [made] = Template.from_stack(tests).find_resources(TEST).values()
    assert made["Properties"]["Name"] == "aicc-Transfer"
    [note] = Annotations.from_stack(stack).find_info("*", Match.string_like_regexp("vip.json"))
    assert "is left out: prod has no ${queue.vip}" in str(note.entry.data)


def test_a_test_of_what_the_environment_does_not_offer_is_left_out_and_said(folder: Path) -> None:
    requires = {"text.callback_offer": "offered", "text.company_name": "예시상사"}
    (folder / "callback.json").write_text(written("Callback", requires=requires), "utf-8")

    stack = build(changed(flow_tests="saved"))

    tests = stack.node.find_child("FlowTests")
    assert isinstance(tests, flow_tests.FlowTests)
    assert tests.tests == {}
    [note] = Annotations.from_stack(stack).find_info("*", Match.string_like_regexp("callback.json"))
    assert "is left out: prod has no 'offered' for ${text.callback_offer} [" in f"{note.entry.data} ["


def test_without_them_there_is_no_stack_of_them() -> None:
    assert build(changed(flow_tests="off")).node.try_find_child("FlowTests") is None


def test_they_leave_no_finding_open(folder: Path) -> None:
    (folder / "transfer.json").write_text(written("Transfer"), "utf-8")

    stack = build(changed(flow_tests="published", checks={"nist_800_53_r5": True}))

    assert findings(stack, AwsSolutionsChecks, ServerlessChecks, NIST80053R5Checks) == set()


def test_the_local_environment_leaves_out_only_what_needs_the_number_of_a_caller() -> None:
    environment = build(load_settings("local"))

    tests = environment.node.find_child("FlowTests")
    assert isinstance(tests, flow_tests.FlowTests)
    cases = {file.stem: load_test_case(file) for file in asset("flows/tests").glob("*.json")}
    numbered = {name for name, case in cases.items() if case.entry_point and case.entry_point.source_phone_number}
    assert set(tests.tests) == set(cases) - numbered
    notes = [str(each.entry.data) for each in Annotations.from_stack(environment).find_info("*", Match.any_value())]
    assert {name for name in cases if any(f"/{name}.json is left out" in note for note in notes)} == numbered
    assert all("no template that could say who calls" in note for note in notes)


def test_no_warning_of_the_local_environment_is_open() -> None:
    stack = build(load_settings("local"))

    assert Annotations.from_stack(stack).find_warning("*", Match.any_value()) == []
