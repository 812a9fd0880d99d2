"""`aicc call` and `aicc chat` do what a caller does, show what comes of it, and keep nothing personal."""

from __future__ import annotations

import doctest
import json
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import Result

from aicc_cli import (
    call_acts,
    call_number,
    call_order,
    call_refusal,
    transcript,
    transcript_events,
    transcript_masking,
    transcript_row,
    transcript_rows,
)
from aicc_local.control import ControlError
from tests.unit.cli.simulated_centre import TO_ORDERS, Simulated, run

BIRTH_DATE = "19900131"


def heard(shown: Result, who: str) -> list[str]:
    lines = [line for line in shown.stdout.splitlines() if line.startswith(f"{who}: ")]
    return [line.removeprefix(f"{who}: ").split("    · ")[0] for line in lines]


def test_a_caller_hears_speaks_and_is_queued(simulated: Simulated) -> None:
    shown = run("call", "--from", "+821012345678", "--say", "주문 취소요")

    assert shown.exit_code == 0, shown.output
    assert any("무엇을 도와드릴까요" in text for text in heard(shown, "안내"))
    assert heard(shown, "고객") == ["주문 취소요"]
    assert "◆ 대기열 orders에서 기다립니다" in shown.stdout
    assert "◆ 끝: CUSTOMER_DISCONNECT" in shown.stdout


@pytest.mark.parametrize(
    ("written", "called"),
    [("010-1234-0002", "+821012340002"), ("(02) 123-4567", "+8221234567"), ("+1 206 555 0100", "+12065550100")],
)
def test_a_number_is_taken_as_people_write_it(simulated: Simulated, written: str, called: str) -> None:
    shown = run("call", "--from", written, "--say", "주문 취소요")

    assert shown.exit_code == 0, shown.output
    assert simulated.control.customers == [called]


def test_shows_functions_bots_and_branches_beside_it(simulated: Simulated) -> None:
    shown = run("call", "--say", "주문 취소요")

    assert "λ read_line_status line_status=open" in shown.stdout
    assert "봇 cancel" in shown.stdout
    assert "inbound/ask-bot → " in shown.stdout
    assert "▶ customer_queue" in shown.stdout


def test_words_and_keys_come_in_the_order_in_which_they_are_written(simulated: Simulated) -> None:
    # The queue's offer, then its second answer: to be called back.
    shown = run("call", "--from", "+821012345678", "--say", "주문 취소요", "--press", "2")

    assert shown.exit_code == 0, shown.output
    assert heard(shown, "고객") == ["주문 취소요", "[2]"]
    assert "콜백 00000000" in shown.stdout


def test_lines_on_standard_input_are_a_script(simulated: Simulated) -> None:
    shown = run("call", typed="주문 취소요\n\n/hang\n이것은 더 읽지 않음\n")

    assert shown.exit_code == 1
    assert heard(shown, "고객") == ["주문 취소요"]
    assert "step 3 (say): the call was over before it" in shown.stderr


def test_an_agent_can_take_the_call_and_leave_it(simulated: Simulated) -> None:
    agent = simulated.center.agent("minsu", "orders").leaves()
    simulated.control._agent = agent

    shown = run("call", typed="주문 취소요\n/agent\n/agent-hang\n")

    assert shown.exit_code == 0, shown.output
    assert "◆ 상담원 minsu 연결" in shown.stdout
    assert any("주문 배송 문의입니다" in text for text in heard(shown, "상담원에게"))
    assert "◆ 상담원 minsu 나감" in shown.stdout


def test_an_agent_can_hold_resume_and_transfer_the_call(simulated: Simulated) -> None:
    simulated.control._agent = simulated.center.agent("minsu", "orders").leaves()
    simulated.center.queue_named("billing").hours = "${hours.business}"

    shown = run("call", typed="주문 취소요\n/agent\n/hold\n/resume\n/transfer Billing\n")

    assert shown.exit_code == 0, shown.output
    assert "◆ 통화를 보류합니다" in shown.stdout
    assert "◆ 통화를 다시 이어 갑니다" in shown.stdout
    left = shown.stdout.index("◆ 끝: TRANSFERRED")
    assert left < shown.stdout.index("◆ 대기열 billing에서 기다립니다")


def test_says_where_an_agent_can_transfer_to(simulated: Simulated) -> None:
    simulated.control._agent = simulated.center.agent("minsu", "orders").leaves()

    shown = run("call", typed="주문 취소요\n/agent\n/transfer Moon\n")

    assert shown.exit_code == 1
    assert shown.stderr == "/transfer Moon: there is no such quick connect; there is aicc-To Billing\n"


def test_a_callback_is_followed_to_its_end(simulated: Simulated) -> None:
    simulated.control._agent = simulated.center.agent("minsu", "orders").leaves()

    shown = run("call", "--from", "+821012345678", typed="주문 취소요\n2\n/agent\n/answer\n/agent-hang\n")

    assert shown.exit_code == 0, shown.output
    assert "◆ +821012345678에 전화가 울립니다" in shown.stdout
    assert "◆ 상담원 minsu 연결" in shown.stdout


def test_what_nobody_listens_to_is_not_an_orderly_call(simulated: Simulated) -> None:
    # The queue's offer takes keys.
    shown = run("call", "--say", "주문 취소요", "--say", "나중에 전화 주세요")

    assert shown.exit_code == 1
    assert "고객: 나중에 전화 주세요  (흐름은 듣고 있지 않음)" in shown.stdout
    assert shown.stderr == "nobody listened to the customer: the menu takes keys only\n"


def test_what_is_said_to_an_agent_is_heard_by_a_person(simulated: Simulated) -> None:
    simulated.control._agent = simulated.center.agent("minsu", "orders").leaves()

    shown = run("call", typed="주문 취소요\n/agent\n들리세요\n")

    assert shown.exit_code == 0, shown.output


def test_a_refused_step_ends_the_call_with_its_reason(simulated: Simulated) -> None:
    shown = run("call", typed="주문 취소요\n/answer\n")

    assert shown.exit_code == 1
    assert shown.stderr == "answer: InvalidRequestException: The contact is IN_QUEUE, not RINGING\n"
    assert simulated.center.contacts == {}


def test_a_server_that_goes_away_is_said_in_a_line(simulated: Simulated, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(contact_id: str, text: str) -> None:
        raise ControlError("POST http://127.0.0.1:4566/_aicc/contacts/say: <urlopen error [Errno 111] refused>")

    monkeypatch.setattr(simulated.control, "_say", gone)

    shown = run("call", "--say", "주문 취소요")

    assert shown.exit_code == 1
    assert shown.stderr.endswith("refused>; look at it: aicc status\n")


def test_a_chat_is_written(simulated: Simulated) -> None:
    shown = run("chat", "--say", "주문 취소요")

    assert shown.exit_code == 0, shown.output
    assert heard(shown, "고객") == ["주문 취소요"]
    assert "◆ 대기열 orders에서 기다립니다" in shown.stdout


def test_digits_are_words_in_a_chat(simulated: Simulated) -> None:
    simulated.center.bot("customer_service").understands("1", intent="cancel", attributes=TO_ORDERS)

    shown = run("chat", typed="1\n")

    assert shown.exit_code == 0, shown.output
    assert heard(shown, "고객") == ["1"]


def test_goes_to_a_later_time_and_says_so(simulated: Simulated) -> None:
    shown = run("call", "--at", "2026-12-25 10:00", "--say", "주문 취소요")

    assert shown.exit_code == 0, shown.output
    assert "로컬 AWS의 시각을 2026-01-05 10:00에서 2026-12-25 10:00까지 앞당겼습니다" in shown.stdout
    [seconds] = simulated.control.passed
    assert seconds == (datetime(2026, 12, 25) - datetime(2026, 1, 5)).total_seconds()


def test_does_not_go_back_in_time(simulated: Simulated) -> None:
    shown = run("call", "--at", "2025-12-25 10:00", "--env", "local", "--say", "주문 취소요")

    assert shown.exit_code == 1
    assert shown.stderr == (
        "--at 2025-12-25 10:00: the local AWS lives at 2026-01-05 10:00 and does not go back; start it at that time: "
        'aicc down, then aicc up --env local --at "2025-12-25 10:00"\n'
    )
    assert simulated.control.passed == []


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["call", "--press", "12a"], 2, "--press '12a': a telephone has the keys 0 to 9, * and #"),
        (["call", "--flow", "nix"], 1, "--flow nix: dev has no such flow; there is aicc-chat, aicc-inbound"),
        (["call", "--from", "0101"], 1, "--from 0101: is no telephone number; write it as +821012340001 or 010-1234"),
        (["call", "--at", "tomorrow"], 1, "--at: 'tomorrow' is no time to live at"),
    ],
)
def test_says_in_a_line_what_is_wrong(simulated: Simulated, arguments: list[str], status: int, told: str) -> None:
    shown = run(*arguments)

    assert shown.exit_code == status
    assert shown.stderr.startswith(told)
    assert len(shown.stderr.splitlines()) == 1


def test_a_saved_call_holds_no_birth_date(simulated: Simulated, tmp_path: Path) -> None:
    proof = {"next_action": "authenticate", "resume_intent": "order_status"}
    simulated.center.bot("customer_service").understands(
        "내 주문", intent="order_status", attributes=proof, says="주문 번호 공공공일을 찾겠습니다."
    )
    simulated.center.function("authenticate_customer").answers(
        outcome="authenticated", customer_id="C-1", display_name="김하늘", attempts_left="3"
    )

    shown = run(
        "call", "--from", "+821012345678", "--say", "내 주문", "--press", "1", "--press", f"{BIRTH_DATE}#",
        "--save", str(tmp_path),
    )  # fmt: skip

    assert f"[{BIRTH_DATE}#]" in shown.stdout
    assert "공공공일" in shown.stdout
    [text] = tmp_path.glob("*.txt")
    [document] = tmp_path.glob("*.json")
    for file in (text, document):
        kept = file.read_text(encoding="utf-8")
        assert "authenticate_customer" in kept
        assert "우물정자를 눌러 주십시오" in kept
        # A bot reads numbers out.
        assert "공공공일" not in kept
        assert BIRTH_DATE not in kept
        assert "1012345678" not in kept
        assert "김하늘" not in kept


def test_a_saved_call_is_text_for_people_and_json_for_programs(simulated: Simulated, tmp_path: Path) -> None:
    shown = run("call", "--say", "주문 취소요", "--save", str(tmp_path / "calls"))

    assert shown.exit_code == 0, shown.output
    [file] = (tmp_path / "calls").glob("20260105-100000-*.json")
    document = json.loads(file.read_text(encoding="utf-8"))
    assert {name: document[name] for name in ("version", "began", "channel", "flow", "orderly", "problem")} == {
        "version": 1,
        "began": "2026-01-05T10:00:00+09:00",
        "channel": "VOICE",
        "flow": "inbound",
        "orderly": True,
        "problem": "",
    }
    assert [event["sequence"] for event in document["events"]] == list(range(1, len(document["events"]) + 1))
    assert "대기열 orders에서 기다립니다" in file.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "module",
    [
        call_acts,
        call_number,
        call_refusal,
        call_order,
        transcript,
        transcript_events,
        transcript_masking,
        transcript_row,
        transcript_rows,
    ],
    ids=lambda module: module.__name__,
)
def test_examples_run(module: ModuleType) -> None:
    failures, tried = doctest.testmod(module)

    assert tried
    assert failures == 0
