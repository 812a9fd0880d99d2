"""`aicc test` executes the cases of a folder of flows, shows what came of each, and publishes them."""

from __future__ import annotations

import doctest
import io
import json
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from aicc_cli import testing_junit, testing_outcome, testing_place, testing_values
from aicc_cli.main import app
from aicc_cli.testing_junit import junit
from aicc_cli.testing_outcome import Outcome, Verdict, why
from aicc_cli.testing_page import print_outcomes
from aicc_cli.testing_place import Place
from connect_flows import load, render
from tests.unit.cli.instance_of_tests import Instance, refused

FLOWS = Path(__file__).parents[3] / "flows"
PASSED = Outcome(name="closed", source="flows/tests/closed.json", verdict=Verdict.PASSED, seconds=0.25)
FAILED = Outcome(
    name="agent",
    source="flows/tests/agent.json",
    verdict=Verdict.FAILED,
    seconds=1.5,
    reason="menu: expected $.Queue.Name Equals 'general', got 'orders'",
    detail="the call\x00 <as it went>",
)
SKIPPED = Outcome(name="bot", source="flows/tests/bot.json", verdict=Verdict.SKIPPED, reason="there is no bot")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["test", *arguments], env={"COLUMNS": "200", "AICC_ENV": "dev"})


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """The flows of the repository, with two of their cases, to be changed."""
    folder = tmp_path / "flows"
    shutil.copytree(FLOWS, folder, ignore=shutil.ignore_patterns("tests", "prompts"))
    (folder / "tests").mkdir()
    for name in ("chat_agent", "call_emergency"):
        shutil.copy(FLOWS / "tests" / f"{name}.json", folder / "tests")
    return folder


def test_the_cases_of_the_repository_pass_offline() -> None:
    done = run(str(FLOWS))

    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert len(lines) == len(list(FLOWS.glob("tests/*.json"))) + 1
    assert "failed" not in lines[-1]
    left = [line for line in lines if line.startswith("-")]
    assert all("says something to the bot itself" in line for line in left)
    assert 0 < len(left) < 5


def test_only_cases_with_a_text_in_name_or_description_are_executed(flows: Path) -> None:
    assert run(str(flows), "--filter", "EMERG").stdout.splitlines()[0].startswith("✔ call-emergency")
    assert run(str(flows), "--filter", "상담사").stdout.splitlines()[0].startswith("✔ chat-agent")


def test_a_broken_road_is_a_failure_with_its_first_observation(flows: Path) -> None:
    text = (flows / "chat.json").read_text(encoding="utf-8")
    (flows / "chat.json").write_text(text.replace("${queue.general}", "${queue.billing}"), encoding="utf-8")

    done = run(str(flows), "--junit", str(flows / "junit.xml"))

    assert done.exit_code == 1
    [line] = [line for line in done.stdout.splitlines() if line.startswith("✘")]
    assert line.startswith("✘ chat-agent")
    assert ": expected " in line
    failures = ElementTree.parse(flows / "junit.xml").getroot().iter("failure")
    [failure] = failures
    assert str(failure.get("message")) in line
    assert "chat/ask-bot" in str(failure.text)


def test_a_case_that_connect_would_refuse_fails(flows: Path) -> None:
    file = flows / "tests" / "chat_agent.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["Version"] = "2025-06-21"
    file.write_text(json.dumps(document), encoding="utf-8")

    done = run(str(flows))

    assert done.exit_code == 1
    assert "chat-agent" in done.stdout
    assert "Amazon Connect would refuse it" in done.stdout
    assert "write '2019-10-30'" in done.stdout


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("tests/broken.json", "{", "broken.json: "),
        ("texts.toml", "company_name = 3", "texts.toml: company_name is 3; make it a text"),
        ("texts.toml", "company_name = ", "texts.toml: cannot be read"),
        ("texts.toml", "", "${text.company_name} has no value"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(flows: Path, name: str, text: str, told: str) -> None:
    (flows / name).write_text(text, encoding="utf-8")

    done = run(str(flows))

    assert done.exit_code == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_says_what_there_is_where_nothing_fits(flows: Path) -> None:
    assert run(str(flows), "--filter", "nix").stderr == (
        "--filter nix: no test case has this in its name or description; there are call-emergency, chat-agent\n"
    )
    assert run(str(flows / "modules")).stderr.endswith("no test case is there; name another folder of flows\n")
    assert run(str(flows), "--publish").exit_code == 2


def changed(file: Path, requires: dict[str, str] | None = None, **parameters: str) -> None:
    """A test case with other metadata."""
    document = json.loads(file.read_text(encoding="utf-8"))
    metadata = document["Metadata"]
    metadata["requires"] = requires or {}
    metadata["entryPoint"].setdefault("VoiceCallEntryPointParameters", {}).update(parameters)
    file.write_text(json.dumps(document), encoding="utf-8")


class InstanceOfFlows(Instance):
    """One in which the flows are deployed."""

    def __init__(self, names: list[str], flows: Path, **more: Any) -> None:
        super().__init__(names, **more)
        self.values: dict[str, str] = {}
        self.contents: dict[str, str] = {}
        for file in (*flows.glob("*.json"), *flows.glob("modules/*.json")):
            flow = load(file)
            for place in flow.placeholders:
                self.values[place.key] = f"arn:{place.key}"
            self.contents[flow.name] = render(flow, self.values)

    def get_paginator(self, operation: str) -> Any:
        names = {
            "list_contact_flows": [name for name in self.contents if name != "authenticate"],
            "list_contact_flow_modules": ["authenticate"],
            "list_hours_of_operations": ["AlwaysOpen", "AlwaysClosed", "Business"],
            "list_queues": ["General"],
        }[operation]
        member = {
            "list_contact_flows": "ContactFlowSummaryList",
            "list_contact_flow_modules": "ContactFlowModulesSummaryList",
            "list_hours_of_operations": "HoursOfOperationSummaryList",
            "list_queues": "QueueSummaryList",
        }[operation]
        found = [{"Name": f"aicc-{name}", "Id": name, "Arn": f"arn:listed.{name}"} for name in names]
        return _Pages({member: [*found, {"Name": "Sample flow", "Id": "0", "Arn": "arn:sample"}]})

    def describe_contact_flow(self, InstanceId: str, ContactFlowId: str) -> Any:
        return {"ContactFlow": {"Content": self.contents[ContactFlowId]}}

    def describe_contact_flow_module(self, InstanceId: str, ContactFlowModuleId: str) -> Any:
        return {"ContactFlowModule": {"Content": self.contents[ContactFlowModuleId]}}


class _Pages:
    def __init__(self, page: dict[str, Any]) -> None:
        self._page = page

    def paginate(self, **_: Any) -> list[dict[str, Any]]:
        return [self._page]


def in_account(monkeypatch: pytest.MonkeyPatch, instance: Any) -> None:
    """The instance is what the usual credentials lead to, and time passes there as fast as it can."""
    place = Place(
        name="dev, AWS", environment="dev", connect=instance, instance_id="i", between_calls=0.0, between_looks=0.0
    )
    monkeypatch.setattr(testing_place, "aws_place", lambda environment: place)
    instance.lasts = dict.fromkeys(("chat-agent", "call-emergency"), 0.0)


def test_what_is_in_an_account_is_executed_there(monkeypatch: pytest.MonkeyPatch, flows: Path) -> None:
    instance = InstanceOfFlows(["chat-agent"], flows)
    in_account(monkeypatch, instance)

    done = run(str(flows), "--target", "aws")

    assert done.exit_code == 0, done.output
    assert instance.started == ["chat-agent"]
    assert "- call-emergency" in done.stdout
    assert "is not in the instance; create it: --publish" in done.stdout


def test_publishes_with_what_placeholders_stand_for_there(monkeypatch: pytest.MonkeyPatch, flows: Path) -> None:
    changed(flows / "tests" / "call_emergency.json", SourcePhoneNumber="+821012345678")
    instance = InstanceOfFlows(["chat-agent"], flows)
    in_account(monkeypatch, instance)

    done = run(str(flows), "--target", "aws", "--publish")

    assert done.exit_code == 0, done.output
    assert [kind for kind, _ in instance.written] == ["create", "update"]
    call, chat = (asked for _, asked in instance.written)
    assert (call["Name"], call["Status"]) == ("aicc-call-emergency", "PUBLISHED")
    assert call["EntryPoint"] == {
        "Type": "VOICE_CALL",
        "VoiceCallEntryPointParameters": {"FlowId": "arn:listed.inbound", "SourcePhoneNumber": "+821012345678"},
    }
    assert (chat["TestCaseId"], chat["EntryPoint"]["Type"]) == ("chat-agent", "CHAT")
    assert "${" not in chat["Content"]
    assert "arn:listed.AlwaysOpen" in chat["Content"]
    assert "arn:function.read_line_status" in chat["Content"]


def test_what_needs_other_texts_is_left_out_offline(flows: Path) -> None:
    changed(flows / "tests" / "call_emergency.json", requires={"text.callback_offer": "not_offered"})

    done = run(str(flows))

    assert done.exit_code == 0, done.output
    assert "needs ${text.callback_offer} to be 'not_offered', and it is 'offered'" in done.stdout


def test_what_the_environment_has_not_is_left_out_with_its_name(monkeypatch: pytest.MonkeyPatch, flows: Path) -> None:
    file = flows / "tests" / "chat_agent.json"
    file.write_text(file.read_text(encoding="utf-8").replace("${hours.main}", "${hours.moon}"), encoding="utf-8")
    in_account(monkeypatch, InstanceOfFlows([], flows))

    changed(flows / "tests" / "call_emergency.json", requires={"text.callback_offer": "moon"})

    done = run(str(flows), "--target", "aws", "--publish")

    assert done.exit_code == 0, done.output
    assert "- chat-agent  0.00 s  the environment has no ${hours.moon}" in done.stdout
    assert (
        "- call-emergency  0.00 s  needs ${text.callback_offer} to be 'moon', and it is 'arn:text.callback_offer'"
        in done.stdout
    )


def test_what_connect_refuses_to_publish_is_a_failure(monkeypatch: pytest.MonkeyPatch, flows: Path) -> None:
    invalid = refused("CreateTestCase", "InvalidTestCaseException", "invalid", Problems=[{"message": "no such hours"}])
    in_account(monkeypatch, InstanceOfFlows([], flows, refusals={"create_test_case": [invalid]}))

    done = run(str(flows), "--target", "aws", "--publish")

    assert done.exit_code == 1
    [line] = [line for line in done.stdout.splitlines() if line.startswith("✘")]
    assert "call-emergency" in line
    assert line.endswith("InvalidTestCaseException: invalid; no such hours")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "AccessDeniedException",
            "dev, AWS: ListContactFlows: AccessDeniedException: no; allow connect:List",
        ),
        ("ResourceNotFoundException", "dev, AWS: ListContactFlows: ResourceNotFoundException: no; try again"),
    ],
)
def test_says_what_aws_has_against_it(monkeypatch: pytest.MonkeyPatch, flows: Path, code: str, told: str) -> None:
    instance = InstanceOfFlows([], flows)
    in_account(monkeypatch, instance)

    def refuse(operation: str) -> Any:
        raise refused("ListContactFlows", code)

    monkeypatch.setattr(instance, "get_paginator", refuse)

    done = run(str(flows), "--target", "aws")

    assert done.exit_code == 1
    assert done.stderr.startswith(told)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("width", [80, 160])
def test_every_outcome_and_their_sum_are_shown(width: int) -> None:
    page = io.StringIO()

    print_outcomes([PASSED, FAILED, SKIPPED], 2.5, Console(file=page, width=width, force_terminal=width > 100))

    shown = page.getvalue()
    for outcome in (PASSED, FAILED, SKIPPED):
        assert outcome.name in shown
    assert "got 'orders'" in shown
    assert "1 passed, 1 failed, 1 skipped in 2.5 s" in shown


def test_junit_holds_what_ci_systems_show() -> None:
    suite = ElementTree.fromstring(junit([PASSED, FAILED, SKIPPED], "flows.offline").encode())[0]

    assert suite.attrib == {"name": "flows.offline", "tests": "3", "failures": "1", "skipped": "1", "time": "1.750"}
    closed, agent, bot = suite
    assert (closed.get("name"), closed.get("file"), list(closed)) == ("closed", "flows/tests/closed.json", [])
    assert agent[0].get("message") == FAILED.reason
    # XML has no way to write what would end a text.
    assert agent[0].text == "the call\ufffd <as it went>"
    assert (bot[0].tag, bot[0].get("message")) == ("skipped", "there is no bot")


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([], "Amazon Connect tells no reason"),
        ([{"Type": "OBSERVATION", "Status": "FAILED"}], "?: expected ?, which has not come"),
        (
            [
                {
                    "Type": "OBSERVATION",
                    "Identifier": "hours",
                    "Status": "FAILED",
                    "Event": {
                        "Type": "FlowActionStarted",
                        "Properties": {
                            "ActionType": "CheckHoursOfOperation",
                            "ActionParameters": {"HoursOfOperationId": "arn:hours"},
                        },
                    },
                }
            ],
            "hours: expected FlowActionStarted CheckHoursOfOperation arn:hours, which has not come",
        ),
        (
            [{"Type": "COMPLETION", "CompletionReason": {"FailureReasons": ["OBSERVE_EVENT"], "Message": "too late"}}],
            "OBSERVE_EVENT: too late",
        ),
    ],
)
def test_tells_what_records_tell_and_no_more(records: list[dict[str, Any]], told: str) -> None:
    assert why(records) == told


@pytest.mark.parametrize("module", [testing_junit, testing_outcome, testing_values], ids=lambda module: module.__name__)
def test_examples_run(module: ModuleType) -> None:
    failures, tried = doctest.testmod(module)

    assert tried
    assert failures == 0
