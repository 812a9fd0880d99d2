from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import ClientError

from aicc_core.custom_resource import ResourceRequest

EVENT = {
    "RequestType": "Create",
    "ResourceType": "Custom::PhoneNumberContactFlow",
    "LogicalResourceId": "MainLine",
    "StackId": "stack",
    "RequestId": "12345678-1234-1234-1234-123456789012",
    "ResponseURL": "https://example.com/?Signature=secret",
    "ResourceProperties": {"InstanceId": "i", "PhoneNumberId": "n", "ContactFlowId": "f"},
}


class Answers:
    """Stands in for CloudFormation."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.failed: list[tuple[str, str]] = []

    def answer_done(self, request: ResourceRequest, physical_id: str) -> None:
        self.done.append(physical_id)

    def answer_failed(self, request: ResourceRequest, physical_id: str, reason: str) -> None:
        self.failed.append((physical_id, reason))


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def run(
    import_handler: Callable[[str], ModuleType], answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., None]:
    handler = import_handler("wire_connect")
    monkeypatch.setattr(handler, "answer_done", answers.answer_done)
    monkeypatch.setattr(handler, "answer_failed", answers.answer_failed)

    def run(event: dict[str, Any], fault: Exception | None = None, seconds: int = 120) -> None:
        def associate(**_: str) -> None:
            if fault:
                raise fault

        client = SimpleNamespace(associate_phone_number_contact_flow=associate)
        monkeypatch.setattr(handler, "connect_client", lambda: client)
        handler.handler(event, SimpleNamespace(get_remaining_time_in_millis=lambda: seconds * 1000))

    return run


def test_answers_with_the_physical_id(run: Callable[..., None], answers: Answers) -> None:
    run(EVENT)

    assert answers.done == ["PhoneNumberContactFlow/i/n"]
    assert answers.failed == []


@pytest.mark.parametrize(
    ("fault", "seconds", "reason"),
    [
        (
            ClientError({"Error": {"Code": "AccessDeniedException", "Message": "no"}}, "Associate"),
            120,
            "ClientError: An error occurred (AccessDeniedException) when calling the Associate operation: no",
        ),
        (RuntimeError("https://example.com/?Signature=secret"), 120, "RuntimeError, see the function's log"),
        (None, 3, "OutOfTime: less than 20 s left to call Connect and to answer"),
    ],
    ids=["refused", "unexpected", "late"],
)
def test_answers_every_fault_with_the_resource_and_the_reason(
    run: Callable[..., None], answers: Answers, fault: Exception | None, seconds: int, reason: str
) -> None:
    run(EVENT, fault, seconds)

    assert answers.done == []
    assert answers.failed == [
        ("not-made/MainLine", f"Custom::PhoneNumberContactFlow MainLine: Create: {reason}"),
    ]


def test_answers_a_wrong_property(run: Callable[..., None], answers: Answers) -> None:
    run({**EVENT, "ResourceProperties": {"InstanceId": "i"}})

    assert answers.failed[0][1].endswith("MalformedEvent: PhoneNumberId must be an id or an ARN, got None")


def test_the_log_does_not_hold_the_address_of_the_answer(
    run: Callable[..., None], log_of: Callable[[str], Any]
) -> None:
    log = log_of("wire_connect")

    run(EVENT)

    assert "12345678-1234-1234-1234-123456789012" in log.getvalue()
    assert "secret" not in log.getvalue()
