"""The test cases that Connect runs itself: each is one that Connect takes, passes offline, and fails where it must."""

import json
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from connect_flows import Flow, Severity, parse, read_functions
from connect_flows._simulator._events import BotAnswered, Branch
from connect_flows.simulator import Center
from connect_flows.test_cases import TestCase, check_test_case, load_test_case, run_test_case
from lex_bots import read_bot
from tests.flows.company import TEXTS
from tests.flows.conftest import FOLDER
from tests.flows.own_bot import OwnBot

FILES = sorted(FOLDER.glob("tests/*.json"))
BOT = FOLDER.parent / "bots" / "customer_service.yaml"
FALLBACK = "FallbackIntent"

# What only a real instance can settle is a warning. Each of these is known of, and of these cases alone.
KOREAN_IN_CALLS = "W754"  # menus cannot be tested without it; that Seoul transcribes Korean is to be shown there
MOCKED_BOT = "W758"  # the shape that Connect reads is to be shown there, too
KNOWN = {
    "chat_repeat": {"W761"},  # the bot says it, not a flow
    "call_queue_callback": {"W762"},  # nothing else shows that a callback is promised
}

# What each case is about: a block of a flow, and where it must not lead for the case to pass.
MUST_NOT_LEAD = {
    "call_agent": ("inbound", "choose-next", "say-goodbye"),
    "call_authenticated": ("authenticate", "check-outcome", "say-fault"),
    "call_authenticated_by_order": ("authenticate", "choose-method", "hide-birth-date"),
    "call_authentication_down": ("authenticate", "check-birth-date", "say-locked"),
    "call_bot_down": ("inbound", "ask-bot", "say-closed"),
    "call_bot_silent": ("inbound", "main-menu", "intend-agent"),
    "call_emergency": ("inbound", "check-line-status", "check-main-hours"),
    "call_keypad": ("inbound", "main-menu", "intend-agent"),
    "call_keypad_repeat": ("inbound", "count-repeats", "say-connecting"),
    "call_line_status_down": ("inbound", "read-line-status", "say-emergency"),
    "call_locked": ("authenticate", "check-outcome", "say-no-phone"),
    "call_not_authenticated": ("inbound", "route-by-intent", "queue-general"),
    "call_not_matched": ("authenticate", "check-outcome", "say-malformed"),
    "call_queue_callback": ("customer_queue", "offer-callback", "say-goodbye"),
    "call_queue_waiting": ("customer_queue", "offer-to-leave", "say-goodbye"),
    "callback_confirmed": ("callback", "ask-customer", "report-declined"),
    "callback_late": ("callback", "check-late", "ask-customer"),
    "callback_not_declined": ("callback", "check-declined", "say-declined"),
    "callback_report_down": ("callback", "report-confirmed", "say-over"),
    "chat_agent": ("chat", "choose-next", "say-goodbye"),
    "chat_agent_understood": ("chat", "choose-next", "say-goodbye"),
    "chat_billing": ("chat", "choose-department", "note-order-delivery"),
    "chat_bot_down": ("chat", "ask-bot", "say-fault"),
    "chat_bot_missed": ("chat", "choose-department", "note-order-delivery"),
    "chat_callback_booked": ("chat", "choose-next", "check-callback-hours"),
    "chat_callback_closed": ("chat", "check-callback-hours", "say-callback"),
    "chat_callback_full": ("chat", "choose-next", "check-callback-hours"),
    "chat_callback_not_booked": ("chat", "choose-next", "check-complaint"),
    "chat_cancel": ("chat", "choose-queue", "queue-general"),
    "chat_closed": ("chat", "check-main-hours", "hide-question"),
    "chat_complaint": ("chat", "choose-department", "note-refund-billing"),
    "chat_delivery": ("chat", "choose-department", "note-general"),
    "chat_emergency": ("chat", "check-line-status", "check-main-hours"),
    "chat_faq": ("chat", "choose-next", "say-connecting"),
    "chat_holiday": ("chat", "check-person-hours", "choose-queue"),
    "chat_holiday_answer": ("chat", "check-main-hours", "say-closed"),
    "chat_line_status_down": ("chat", "read-line-status", "say-emergency"),
    "chat_opening_hours": ("chat", "choose-next", "say-connecting"),
    "chat_order_status": ("chat", "check-signed-in", "set-anonymous"),
    "chat_queue_down": ("chat", "transfer-to-queue", "say-queue-full"),
    "chat_queue_full": ("chat", "transfer-to-queue", "say-fault"),
    "chat_refund": ("chat", "choose-department", "note-general"),
    "chat_repeat": ("chat", "choose-next", "say-connecting"),
    "transfer_to_chat": ("inbound", "check-channel", "greet-caller"),
}


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


@pytest.fixture
def case(file: Path) -> TestCase:
    return load_test_case(file)


def center(flows: Mapping[str, Flow]) -> Center:
    """Whatever a case does not replace does not answer, but for the bot."""
    made = Center(flows.values(), texts=TEXTS)
    made.bots["customer_service"] = OwnBot()
    return made


def test_connect_takes_it_and_what_is_doubtful_is_known(case: TestCase, file: Path, flows: Mapping[str, Flow]) -> None:
    findings = list(check_test_case(case, flows.values(), read_functions(FOLDER / "functions.toml")))

    assert [str(finding) for finding in findings if finding.severity is Severity.ERROR] == []
    assert {finding.rule for finding in findings} - {KOREAN_IN_CALLS, MOCKED_BOT} == KNOWN.get(file.stem, set())


def test_passes_offline(case: TestCase, flows: Mapping[str, Flow]) -> None:
    execution = run_test_case(case, center(flows))

    assert execution.failures == ()
    assert execution.status == "PASSED"
    assert all(progress.status == "PASSED" for progress in execution.observations)


def test_fails_where_its_road_is_broken(case: TestCase, file: Path, flows: Mapping[str, Flow]) -> None:
    flow, block, wrong = MUST_NOT_LEAD[file.stem]
    walked = center(flows)
    run_test_case(case, walked)
    passed = [event for event in walked.events if isinstance(event, Branch)]
    taken = {event.target for event in passed if (event.flow, event.block) == (flow, block)} - {""}
    assert taken
    assert wrong not in taken

    broken = {**flows, flow: led_elsewhere(flows[flow], block, taken, wrong)}

    assert run_test_case(case, center(broken)).status == "FAILED"


def led_elsewhere(flow: Flow, block: str, taken: set[str], wrong: str) -> Flow:
    """The flow, with other ways from one of its blocks."""
    document: Any = json.loads(json.dumps(flow.document))
    [found] = [action for action in document["Actions"] if action["Identifier"] == block]
    ways = found["Transitions"]
    for way in (ways, *ways.get("Errors", ()), *ways.get("Conditions", ())):
        if way.get("NextAction") in taken:
            way["NextAction"] = wrong
    return parse(json.dumps(document), source=flow.source)


def test_requires_what_the_texts_of_some_environments_say(case: TestCase) -> None:
    assert case.requires.items() <= {f"text.{key}": text for key, text in TEXTS.items()}.items()


def test_says_in_korean_what_it_shows_and_is_named_after_its_file(case: TestCase, file: Path) -> None:
    assert case.name == file.stem.replace("_", "-")
    assert any("가" <= letter <= "힣" for letter in case.description)
    assert case.description.endswith(".")


def test_ends_itself_so_that_nobody_answers_it(case: TestCase) -> None:
    last = [observation for observation in case.observations if not observation.next_observations]

    assert all(observation.actions[-1].ends_the_test for observation in last)


def test_is_written_in_one_spelling(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_all_take_the_main_roads_in_less_than_ten_seconds(flows: Mapping[str, Flow]) -> None:
    began = time.perf_counter()
    executions: Counter[str] = Counter()
    intents: set[str] = set()
    entries: set[str] = set()
    for path in FILES:
        made, found = center(flows), load_test_case(path)
        executions[run_test_case(found, made).status] += 1
        intents |= {event.intent for event in made.events if isinstance(event, BotAnswered) and event.intent}
        entries.add(found.entry_point.flow_id if found.entry_point else "")

    assert executions == Counter(PASSED=len(FILES))
    assert len(FILES) >= 25
    assert intents == {intent.name for intent in read_bot(BOT).intents} | {FALLBACK}
    assert entries == {"${flow.inbound}", "${flow.chat}", "${flow.callback}"}
    assert time.perf_counter() - began < 10


def test_every_case_says_where_it_must_not_lead() -> None:
    assert sorted(MUST_NOT_LEAD) == [path.stem for path in FILES]
