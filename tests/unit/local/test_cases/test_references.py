"""What a published test case names must be there, in its own instance."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import pytest

from aicc_local.errors import ServiceError
from tests.unit.local.fakes import function_arn
from tests.unit.local.flows.account import HOURS, QUEUE, Account
from tests.unit.local.test_cases.conftest import Api
from tests.unit.local.test_cases.documents import (
    END,
    begins,
    chat_with,
    completes,
    content,
    observation,
    overrides,
    started,
    substitute,
)

NOWHERE = f"arn:aws:connect:ap-northeast-2:123456789012:instance/1a/queue/{uuid4()}"


def problems(account: Account, api: Api, *observations: Mapping[str, Any]) -> list[str]:
    entry = chat_with(account.add_flow("chat"))
    try:
        api("CreateTestCase", Name="t", Content=content(*observations), EntryPoint=entry, Status="PUBLISHED")
    except ServiceError as error:
        return [problem["message"] for problem in error.members["Problems"]]
    return []


def of_queue(account: Account) -> tuple[str, dict[str, Any]]:
    return "TransferContactToQueue", {"QueueId": account.add(QUEUE, "general")}


def of_hours(account: Account) -> tuple[str, dict[str, Any]]:
    return "CheckHoursOfOperation", {"HoursOfOperationId": account.add(HOURS, "main")}


def of_function(account: Account) -> tuple[str, dict[str, Any]]:
    return "InvokeLambdaFunction", {"LambdaFunctionARN": account.aws.functions.add("authenticate")}


def of_bot(account: Account) -> tuple[str, dict[str, Any]]:
    return "ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": account.add_bot("service")}}


Named = Callable[[Account], tuple[str, dict[str, Any]]]


@pytest.mark.parametrize("named", [of_queue, of_hours, of_function, of_bot])
def test_takes_what_is_there(account: Account, api: Api, named: Named) -> None:
    kind, parameters = named(account)

    assert problems(account, api, observation("it", begins(kind, **parameters), END)) == []


def test_takes_an_id_for_an_arn(account: Account, api: Api) -> None:
    kind, parameters = of_hours(account)
    bare = {name: arn.rpartition("/")[2] for name, arn in parameters.items()}

    assert problems(account, api, observation("it", begins(kind, **bare), END)) == []


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("TransferContactToQueue", {"QueueId": NOWHERE}),
        ("TransferContactToQueue", {"QueueId": str(uuid4())}),
        ("CheckHoursOfOperation", {"HoursOfOperationId": str(uuid4())}),
        ("InvokeLambdaFunction", {"LambdaFunctionARN": function_arn("nobody")}),
        ("ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "arn:aws:lex:ap-northeast-2:1:bot-alias/A/B"}}),
    ],
)
def test_refuses_what_is_not_there(account: Account, api: Api, kind: str, parameters: dict[str, Any]) -> None:
    [name, value] = next(iter(parameters.items()))
    value = value["AliasArn"] if isinstance(value, dict) else value

    for event in (begins, completes)[: 2 if kind in ("InvokeLambdaFunction", "ConnectParticipantWithLexBot") else 1]:
        found = problems(account, api, observation("it", event(kind, **parameters), END))

        assert f"it: it-event: {name} {value} does not exist" in found


def test_refuses_what_is_in_another_instance(account: Account, api: Api) -> None:
    queue = account.add(QUEUE, "general", instance_arn=account.add_instance("other"))

    found = problems(account, api, observation("it", begins("TransferContactToQueue", QueueId=queue), END))

    assert found == [f"it: it-event: QueueId {queue} does not exist"]


def test_refuses_a_substitute_that_is_not_there(account: Account, api: Api) -> None:
    kind, parameters = of_hours(account)
    missing = f"{account.instance_arn}/operating-hours/{uuid4()}"
    override = overrides(kind, substitute(missing), **parameters)

    found = problems(account, api, observation("it", started(), override, END))

    assert found == [f"it: override-{kind}: SubstituteArn {missing} does not exist"]
