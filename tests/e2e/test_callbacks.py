"""Callbacks from the wish to the talk: the real bot, functions, schedules, queues and flow, IAM enforced."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.callback_environment import callback_line
from tests.e2e.callback_line import YES, CallbackLine, soon

FUNCTIONS = {"Dial", "Report", "Track", "Sweep", "Manage"}


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory, with_callbacks: Path) -> Iterator[CallbackLine]:
    with callback_line(tmp_path_factory.mktemp("callbacks"), with_callbacks) as line:
        yield line


def test_a_callback_is_booked_fires_at_its_time_and_is_talked_to(line: CallbackLine) -> None:
    callback_id = line.book("+821055550001")
    booked = line.callback(callback_id)
    [schedule] = line.session.client("scheduler").list_schedules()["Schedules"]

    line.pass_to(booked["due_at"], before=timedelta(seconds=1))
    contact = line.rings(callback_id)
    line.people("answer", contact_id=contact)
    asked = line.is_asked(contact)
    line.people("give_input", contact_id=contact, text="1")
    told = line.waits_for_agent(contact)
    talking = line.callback(callback_id)
    line.people("accept", contact_id=contact)
    line.people("hang_up", contact_id=contact)
    done = line.becomes(callback_id, "done")

    assert (booked["state"], booked["due_at"]) == ("booked", "2026-11-24T15:00:00+09:00")
    assert schedule["Name"].startswith(callback_id)
    assert 0 <= (datetime.fromisoformat(done["dialled_at"]) - datetime.fromisoformat(done["due_at"])).seconds < 60
    assert asked[0] == "안녕하십니까. 예시상사 고객센터입니다."
    assert "예약하신 전화" in asked[-1]
    assert any("녹음" in each for each in told)
    assert talking["state"] == "talking"
    assert (done["attempts"], done["contact_id"], line.held(callback_id)) == (1, contact, [])
    assert len(line.calls(callback_id)) == 1
    assert line.session.client("scheduler").list_schedules()["Schedules"] == []


def test_nobody_answers_three_times(line: CallbackLine) -> None:
    callback_id = line.book("+821055550002")
    line.operate("retry", callback_id=callback_id)

    for _ in range(2):
        line.people("not_answered", contact_id=line.rings(callback_id))
        waiting = line.becomes(callback_id, "waiting")
        line.pass_to(waiting["due_at"])
    line.people("not_answered", contact_id=line.rings(callback_id))
    done = line.becomes(callback_id, "exhausted")

    assert (done["attempts"], len(line.calls(callback_id)), line.held(callback_id)) == (3, 3, [])


def test_a_voicemail_presses_nothing_and_counts_as_an_attempt(line: CallbackLine) -> None:
    callback_id = line.book("+821055550003")
    line.operate("retry", callback_id=callback_id)
    contact = line.rings(callback_id)

    line.people("answer", contact_id=contact)
    for _ in range(2):
        line.is_asked(contact)
        line.people("let_time_pass", contact_id=contact)
    waiting = line.becomes(callback_id, "waiting")

    assert (waiting["attempts"], line.look(contact)["state"]) == (1, "ENDED")
    assert line.operate("cancel", callback_id=callback_id)["ok"]


def test_the_customer_no_longer_wants_it(line: CallbackLine) -> None:
    callback_id = line.book("+821055550004")
    line.operate("retry", callback_id=callback_id)
    contact = line.rings(callback_id)

    line.people("answer", contact_id=contact)
    line.is_asked(contact)
    line.people("give_input", contact_id=contact, text="2")

    assert line.becomes(callback_id, "cancelled")["attempts"] == 1
    assert line.held(callback_id) == []


def test_the_customer_calls_again_changes_and_cancels(line: CallbackLine) -> None:
    callback_id = line.book("+821055550005")
    again = line.talk("+821055550005")

    told = again.say("콜백 예약 시간 바꾸고 싶어요")
    for said in ("내일 오후 네 시로 해 주세요", YES):
        again.say(said)
    moved = line.callback(callback_id)
    later = line.talk("+821055550005")
    asked = later.say("예약한 콜백 취소해 주세요")
    later.say("네")

    assert "오후 3시" in told
    assert moved["due_at"].endswith("T16:00:00+09:00")
    assert "오후 4시" in asked
    assert line.becomes(callback_id, "cancelled")["attempts"] == 0
    assert line.held(callback_id) == []


def test_a_full_slot_is_answered_with_the_nearest_free_ones(line: CallbackLine) -> None:
    made = [line.book(f"+82105556{number:04}", "모레 오전 열 시") for number in range(4)]
    late = line.talk("+821055569999")

    late.say("콜백 예약하고 싶어요")
    offered = late.say("모레 오전 열 시에 전화 주세요")
    for said in ("열 시 십 분이요", "네 이 번호로 해 주세요", YES):
        late.say(said)
    [booked] = [each for each in line.listed() if each["due_at"].endswith("T10:10:00+09:00")]

    assert "찼습니다" in offered
    assert "9시 50분" in offered
    assert "10시 10분" in offered
    assert [line.callback(each)["due_at"][11:16] for each in made] == ["10:00"] * 4
    for each in (*made, booked["callback_id"]):
        assert line.operate("cancel", callback_id=each)["ok"]


def test_nobody_is_called_while_no_agent_is_free(line: CallbackLine) -> None:
    first, second = line.book("+821055550006"), line.book("+821055550007")
    line.operate("retry", callback_id=first)
    contact = line.rings(first)

    line.operate("retry", callback_id=second)
    put_off = soon(lambda: _postponed(line, second), "the second is put off")
    line.people("not_answered", contact_id=contact)
    line.becomes(first, "waiting")
    line.operate("retry", callback_id=second)
    line.is_talked_to(second)

    assert (put_off["attempts"], put_off["state"]) == (0, "waiting")
    assert line.becomes(second, "done")["attempts"] == 1
    assert line.operate("cancel", callback_id=first)["ok"]


def test_a_caller_leaves_and_keeps_the_place_in_the_queue(line: CallbackLine) -> None:
    line.pass_to("2026-12-01T10:00:00+09:00")
    contact = line.calls_in("+821055550010")

    line.people("let_time_pass", contact_id=contact)
    offered = line.is_asked(contact)
    line.people("give_input", contact_id=contact, text="2")
    promised = soon(lambda: line.ended(contact), "the caller hangs up")["said"]
    followed = soon(lambda: line.queued_callback(contact), "a callback in the queue")
    line.people("let_time_pass", contact_id=followed)
    line.people("accept", contact_id=followed)
    line.people("answer", contact_id=followed)

    assert "2번" in offered[-1]
    assert "전화드리겠습니다" in promised[-1]
    assert line.look(followed)["state"] == "WITH_AGENT"
    line.people("hang_up", contact_id=followed)


def test_whoever_meets_a_full_queue_is_told_and_called_again(line: CallbackLine) -> None:
    callback_id = line.book("+821055550011")
    line.operate("retry", callback_id=callback_id)
    contact = line.rings(callback_id)
    ahead = line.calls_in("+821055550012")
    described = line.connect.describe_contact(InstanceId=line.instance, ContactId=ahead)["Contact"]
    queue = described["QueueInfo"]["Id"]

    line.connect.update_queue_max_contacts(InstanceId=line.instance, QueueId=queue, MaxContacts=1)
    line.people("answer", contact_id=contact)
    line.is_asked(contact)
    line.people("give_input", contact_id=contact, text="1")
    told = soon(lambda: line.ended(contact), "the end of the call")["said"]
    waiting = line.becomes(callback_id, "waiting")
    line.connect.update_queue_max_contacts(InstanceId=line.instance, QueueId=queue)
    line.people("accept", contact_id=ahead)
    line.people("hang_up", contact_id=ahead)
    line.pass_to(waiting["due_at"])
    again = line.is_talked_to(callback_id)
    done = line.becomes(callback_id, "done")

    assert "잠시 후 다시 전화드리겠습니다" in told[-1]
    assert (waiting["attempts"], waiting["contact_id"]) == (1, contact)
    assert (done["attempts"], done["contact_id"], line.held(callback_id)) == (2, again, [])
    assert [each["Id"] for each in line.calls(callback_id)] == [contact, again]


def test_erasure_by_request_leaves_nothing_of_the_number(line: CallbackLine) -> None:
    callback_id = line.book("+821055550008")

    forgotten = line.operate("forget", phone="+821055550008")

    [record] = [item for item in line.items() if item["pk"]["S"] == f"CALLBACK#{callback_id}"]
    assert forgotten["ok"]
    assert line.callback(callback_id)["state"] == "cancelled"
    assert {"phone", "lock"} & set(record) == set()
    assert line.held(callback_id) == []


def test_operators_see_callbacks_on_the_command_line(line: CallbackLine) -> None:
    callback_id = line.book("+821055550009")

    listed = _aicc(line, "list", "--json")
    shown = _aicc(line, "show", callback_id)
    cancelled = _aicc(line, "cancel", callback_id, "--yes")

    assert callback_id in [each["callback_id"] for each in json.loads(listed)["callbacks"]]
    assert "booked" in shown
    assert "5555" not in listed + shown + cancelled
    assert line.callback(callback_id)["state"] == "cancelled"


def test_no_number_is_anywhere_but_sealed(line: CallbackLine) -> None:
    logs = line.session.client("logs")
    groups = [
        each["logGroupName"] for each in logs.describe_log_groups()["logGroups"] if "Callback" in each["logGroupName"]
    ]
    texts = [event["message"] for group in groups for event in logs.filter_log_events(logGroupName=group)["events"]]

    assert {name for name in FUNCTIONS for group in groups if f"CallbacksQueue{name}Logs" in group} == FUNCTIONS
    assert any("callback_id" in each for each in texts)
    assert [each for each in texts if "5555000" in each or "5555-000" in each] == []
    assert "5555000" not in json.dumps(line.items(), default=str)


def _postponed(line: CallbackLine, callback_id: str) -> dict[str, object] | None:
    shown = line.callback(callback_id)
    return shown if shown["postponements"] else None


def _aicc(line: CallbackLine, *arguments: str) -> str:
    command = [sys.executable, "-m", "aicc_cli", "callbacks", *arguments, "--env", "local", "--target", "aws"]
    done = subprocess.run(command, env=line.environment, capture_output=True, text=True, check=True)
    return done.stdout
