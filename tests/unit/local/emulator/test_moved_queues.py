"""Queues whose server is on another port than the one before."""

import json
from pathlib import Path

from aicc_local.emulator.moved_queues import move

OLD, NEW = (f"http://localhost:{port}/123456789012/calls" for port in (4566, 4999))


def test_queues_are_known_by_the_port_that_is(tmp_path: Path) -> None:
    queues, function = tmp_path / "sqs.json", tmp_path / "lambda.json"
    queues.write_text(json.dumps({"queues": {OLD: {"url": OLD}}}), encoding="utf-8")
    function.write_text(json.dumps({"Variables": {"QUEUE": json.dumps({"url": OLD})}}), encoding="utf-8")

    move(tmp_path, "4999")

    assert json.loads(queues.read_text(encoding="utf-8")) == {"queues": {NEW: {"url": NEW}}}
    assert json.loads(json.loads(function.read_text(encoding="utf-8"))["Variables"]["QUEUE"]) == {"url": NEW}


def test_other_addresses_stay(tmp_path: Path) -> None:
    file = tmp_path / "ssm.json"
    text = json.dumps(["http://localhost:4566/health", "https://example.com/123456789012/calls"])
    file.write_text(text, encoding="utf-8")

    move(tmp_path, "4999")

    assert file.read_text(encoding="utf-8") == text
