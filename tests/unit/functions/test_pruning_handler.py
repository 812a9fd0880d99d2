from collections.abc import Callable
from io import StringIO
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from aicc_core.custom_resource import ResourceRequest
from aicc_core.errors import MalformedEvent
from prune_bot_versions.lex_api import CALL_SECONDS

EVENT = {
    "RequestType": "Create",
    "ResourceType": "Custom::BotVersions",
    "LogicalResourceId": "Pruning",
    "StackId": "stack",
    "RequestId": "12345678-1234-1234-1234-123456789012",
    "ResponseURL": "https://example.com/?Signature=secret",
    "ResourceProperties": {"BotId": "ABCDEFGHIJ", "KeepVersions": "2"},
}
Run = Callable[..., list[str]]


class Versions:
    """Three versions of a bot, each deleted when asked."""

    def numbers(self) -> set[int]:
        return {1, 2, 3}

    def in_use(self) -> set[int]:
        return set()

    def delete(self, number: int) -> bool:
        return True


class Unreachable(Versions):
    """A bot that cannot be looked at."""

    def numbers(self) -> set[int]:
        raise RuntimeError("https://example.com/?Signature=secret")


@pytest.fixture
def run(import_handler: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> Run:
    handler = import_handler("prune_bot_versions")
    answers: list[str] = []

    def answer_done(request: ResourceRequest, physical_id: str) -> None:
        answers.append(physical_id)

    def run(event: dict[str, Any], versions: Versions, seconds: int = 120) -> list[str]:
        monkeypatch.setattr(handler, "LexBotVersions", lambda *_: versions)
        handler.handler(event, SimpleNamespace(get_remaining_time_in_millis=lambda: seconds * 1000))
        return answers

    monkeypatch.setattr(handler, "answer_done", answer_done)
    return run


def test_answers_with_the_bot_as_physical_id(run: Run, log_of: Callable[[str], StringIO]) -> None:
    log = log_of("prune_bot_versions")

    answers = run(EVENT, Versions())

    assert answers == ["BotVersions/ABCDEFGHIJ"]
    assert '"deleted":[1]' in log.getvalue()


def test_keeps_the_physical_id_that_there_is(run: Run) -> None:
    assert run({**EVENT, "RequestType": "Update", "PhysicalResourceId": "given"}, Versions()) == ["given"]


@pytest.mark.parametrize(
    ("event", "versions"),
    [(EVENT, Unreachable()), ({**EVENT, "ResourceProperties": {}}, Versions())],
    ids=["fault", "wrong-property"],
)
def test_a_failure_does_not_fail_the_deploy(
    run: Run, log_of: Callable[[str], StringIO], event: dict[str, Any], versions: Versions
) -> None:
    log = log_of("prune_bot_versions")

    answers = run(event, versions)

    assert len(answers) == 1
    assert "pruning_failed" in log.getvalue()


def test_deletes_nothing_without_time_to_answer(run: Run, log_of: Callable[[str], StringIO]) -> None:
    log = log_of("prune_bot_versions")

    run(EVENT, Versions(), seconds=CALL_SECONDS)

    assert '"deleted":[],"left":[1]' in log.getvalue()


def test_an_event_that_nobody_waits_for_is_a_fault(run: Run) -> None:
    with pytest.raises(MalformedEvent):
        run({"RequestType": "Create"}, Versions())
