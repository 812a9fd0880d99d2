"""What is kept of a call: nothing personal, whatever a flow does with its log."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicc_cli.call_acts import Act, NotUnderstood, Step, read_step
from aicc_cli.transcript import as_text
from aicc_cli.transcript_masking import HIDDEN, Discretion

AT = {"contact": "1", "at": 0.0, "flow": "inbound", "block": "ask"}


def switched(behaviour: str) -> dict[str, Any]:
    parameters = {"LoggingBehavior": behaviour}
    return {**AT, "event": "Branch", "type": "UpdateFlowLoggingBehavior", "branch": "success", "parameters": parameters}


def said(text: str, **more: str) -> dict[str, Any]:
    return {**AT, "event": "Input", "text": text, "mode": "Speech", **more}


def kept(*events: dict[str, Any]) -> list[dict[str, Any]]:
    discretion = Discretion()
    return [discretion.kept(event) for event in events]


def test_what_is_logged_is_kept() -> None:
    *_, heard = kept(switched("Enable"), said("주문 조회요"))

    assert heard["text"] == "주문 조회요"


def test_nothing_is_kept_before_the_log_is_switched_on() -> None:
    assert kept(said("주문 조회요"))[0]["text"] == HIDDEN


def test_the_log_of_one_contact_says_nothing_of_another() -> None:
    *_, heard = kept(switched("Enable"), said("주문 조회요", contact="2"))

    assert heard["text"] == HIDDEN


def test_telephone_numbers_are_never_kept() -> None:
    ringing = {**AT, "event": "Ringing", "number": "+821012345678"}

    *_, rings, heard = kept(switched("Enable"), ringing, said("010-1234-5678로 전화 주세요"))

    assert rings["number"] == "[number]"
    assert heard["text"] == f"{HIDDEN}로 전화 주세요"


SECRET = st.text("0123456789abcdef", min_size=8, max_size=16)


@given(secret=SECRET)
def test_a_hidden_value_is_nowhere_in_what_is_kept(secret: str) -> None:
    events = [
        switched("Enable"),
        switched("Disable"),
        said(secret),
        said(secret, mode="DTMF"),
        {**AT, "event": "Ignored", "text": secret, "why": "nobody listens"},
        {**AT, "event": "Prompt", "text": f"번호는 {secret} 맞습니까", "to": "customer", "by": "bot"},
        {**AT, "event": "FunctionAsked", "function": "f", "parameters": {"Answer": secret}, "attempt": 1},
        {
            **AT,
            "event": "FunctionAnswered",
            "function": "f",
            "values": {"a": {"b": [secret]}},
            "error": "",
            "seconds": 1.0,
        },
        {**AT, "event": "BotAnswered", "bot": "b", "intent": "i", "slots": {"s": secret}, "attributes": {"a": secret}},
        {**AT, "event": "ActionCompleted", "type": "t", "resource": "r", "result": {"Slots": {"s": secret}}},
        {**AT, "event": "AttributesSet", "values": {"a": secret}},
        {**AT, "event": "ContactUpdated", "what": "w", "values": {"a": secret}},
        {
            **AT,
            "event": "Branch",
            "type": "Compare",
            "branch": "success",
            "parameters": {"Value": secret},
            "results": secret,
        },
    ]

    found = kept(*events)

    assert secret not in json.dumps(found, ensure_ascii=False)
    assert secret not in as_text(found)


@given(line=st.text())
def test_any_line_is_read_or_refused_with_a_reason(line: str) -> None:
    step: Step | None = Step(Act.HELP)
    if line.strip().startswith("/"):
        with contextlib.suppress(NotUnderstood):
            step = read_step(line)
    else:
        step = read_step(line)

    assert (step is None) == (not line.strip())


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("  1 ", Step(Act.PRESS, "1")),
        ("*#0", Step(Act.PRESS, "*#0")),
        ("010 1234", Step(Act.SAY, "010 1234")),
        ("/say 1", Step(Act.SAY, "1")),
        ("/agent-hang", Step(Act.AGENT_HANG)),
        ("/wait", Step(Act.WAIT)),
    ],
)
def test_lines_are_keys_words_or_commands(line: str, step: Step) -> None:
    assert read_step(line) == step


@pytest.mark.parametrize("line", ["/say", "/press a", "/press", "/wait soon", "/wait 0", "/wait nan", "/", "/agnet"])
def test_a_command_that_cannot_be_done_is_refused(line: str) -> None:
    with pytest.raises(NotUnderstood):
        read_step(line)
