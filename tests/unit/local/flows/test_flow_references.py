"""What only the local account knows: what a content names is there, of this instance, and of the right kind."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from aicc_local.connect.flow_references import FLOW
from connect_flows import FlowType
from tests.unit.local.flows.account import BOT_ALIAS, HOURS, PROMPT, QUEUE, USER, Account
from tests.unit.local.flows.conftest import Problems
from tests.unit.local.flows.contents import Action, action, equals

MATCH = ("NoMatchingError",)
BOT_ERRORS = ("NoMatchingError", "NoMatchingCondition")


def queue(value: str) -> Action:
    return action("UpdateContactTargetQueue", {"QueueId": value}, Errors=MATCH)


def hours(value: str) -> Action:
    return action(
        "CheckHoursOfOperation", {"HoursOfOperationId": value}, Errors=MATCH, Conditions=equals("True", "False")
    )


def agent(value: str) -> Action:
    return action("UpdateContactTargetQueue", {"AgentId": value}, Errors=MATCH)


def prompt(value: str) -> Action:
    return action("MessageParticipant", {"PromptId": value})


def function(value: str) -> Action:
    parameters = {"LambdaFunctionARN": value, "InvocationTimeLimitSeconds": "8"}
    return action("InvokeLambdaFunction", parameters, Errors=MATCH)


def bot(value: str) -> Action:
    return action("ConnectParticipantWithLexBot", {"Text": "네?", "LexV2Bot": {"AliasArn": value}}, Errors=BOT_ERRORS)


def transfer(value: str) -> Action:
    return action("TransferToFlow", {"ContactFlowId": value}, Errors=MATCH)


def hook(name: str, value: str) -> Action:
    return action("UpdateContactEventHooks", {"EventHooks": {name: value}}, Errors=MATCH)


def module(value: str) -> Action:
    return action("InvokeFlowModule", {"FlowModuleId": value}, Errors=MATCH)


def refused(place: str) -> list[str]:
    return [f"Invalid Action property value. Path: Actions[0].Parameters.{place}"]


PLACES: list[tuple[Callable[[str], Action], str, Callable[[Account], str]]] = [
    (queue, "QueueId", lambda account: account.add(QUEUE, "general")),
    (hours, "HoursOfOperationId", lambda account: account.add(HOURS, "main")),
    (agent, "AgentId", lambda account: account.add(USER, "kim")),
    (prompt, "PromptId", lambda account: account.add(PROMPT, "hello")),
    (transfer, "ContactFlowId", lambda account: account.add_flow("next")),
    (module, "FlowModuleId", lambda account: account.add_module("authenticate")),
    (function, "LambdaFunctionARN", lambda account: account.aws.functions.add("authenticate")),
    (bot, "LexV2Bot.AliasArn", lambda account: account.add_bot("service")),
]
with_each_place = pytest.mark.parametrize(("naming", "place", "add"), PLACES, ids=[place for _, place, _ in PLACES])
with_ids = pytest.mark.parametrize(("naming", "place", "add"), PLACES[:6], ids=[place for _, place, _ in PLACES[:6]])


@with_each_place
def test_takes_the_arn_of_what_is_there(
    account: Account, said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    assert said(naming(add(account))) == []


@with_ids
def test_takes_the_id_of_what_is_there(
    account: Account, said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    assert said(naming(add(account).rpartition("/")[2])) == []


@with_each_place
def test_takes_what_a_contact_names(
    said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    assert said(naming("$.Attributes.whatever")) == []


@with_each_place
def test_refuses_what_is_gone(
    account: Account, said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    arn = add(account)
    account.aws.store.remove(arn)
    account.aws.functions.handlers.clear()

    assert said(naming(arn)) == refused(place)


@with_ids
def test_refuses_an_id_that_nothing_has(
    said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    assert said(naming(str(uuid4()))) == refused(place)


@with_ids
def test_cannot_convert_a_name(
    said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    assert said(naming("general")) == ["Failed to convert id: general"]


@with_ids
def test_refuses_what_belongs_to_another_instance(
    account: Account, said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    here, account.instance_arn = account.instance_arn, account.add_instance("other")
    arn = add(account)
    account.instance_arn = here

    assert said(naming(arn)) == refused(place)


@with_each_place
def test_refuses_what_is_of_another_kind(
    account: Account, said: Problems, naming: Callable[[str], Action], place: str, add: Callable[[Account], str]
) -> None:
    another = account.add(HOURS if naming is queue else QUEUE, "another")

    assert said(naming(another)) == refused(place)


def test_refuses_a_bot_that_the_instance_is_not_associated_with(account: Account, said: Problems) -> None:
    arn = account.add_bot("service", associated=False)

    assert [record.arn for record in account.aws.store.of(BOT_ALIAS)] == [arn]
    assert said(bot(arn)) == refused("LexV2Bot.AliasArn")


def test_refuses_a_bot_of_the_first_lex(said: Problems) -> None:
    first = {"Text": "네?", "LexBot": {"Name": "Service", "Region": "ap-northeast-2", "Alias": "live"}}

    assert said(action("ConnectParticipantWithLexBot", first, Errors=BOT_ERRORS)) == refused("LexBot")


def test_takes_the_queue_of_an_agent_who_is_there(account: Account, said: Problems) -> None:
    user = account.add(USER, "kim").rpartition("/")[2]

    assert said(queue(f"{account.instance_arn}/queue/agent/{user}")) == []
    assert said(queue(f"{account.instance_arn}/queue/agent/{uuid4()}")) == refused("QueueId")


@pytest.mark.parametrize(
    ("name", "flow_type"),
    [
        ("AgentHold", FlowType.AGENT_HOLD),
        ("AgentWhisper", FlowType.AGENT_WHISPER),
        ("CustomerHold", FlowType.CUSTOMER_HOLD),
        ("CustomerQueue", FlowType.CUSTOMER_QUEUE),
        ("CustomerRemaining", FlowType.CONTACT_FLOW),
        ("CustomerWhisper", FlowType.CUSTOMER_WHISPER),
    ],
)
def test_a_hook_takes_flows_of_its_type_only(account: Account, said: Problems, name: str, flow_type: FlowType) -> None:
    flows = {each: account.add_flow(each, each) for each in FlowType}

    taken = [each for each, arn in flows.items() if said(hook(name, arn)) == []]

    assert taken == [flow_type]
    assert said(hook(name, flows[FlowType.OUTBOUND_WHISPER])) == refused(f"EventHooks.{name}")


def test_transfers_only_to_flows_that_take_a_contact_over(account: Account, said: Problems) -> None:
    taken = {each for each in FlowType if said(transfer(account.add_flow(each, each))) == []}

    assert taken == {FlowType.CONTACT_FLOW, FlowType.AGENT_TRANSFER, FlowType.QUEUE_TRANSFER}


def test_refuses_a_flow_where_a_module_is_meant(account: Account, said: Problems) -> None:
    arn = account.add_flow("next")

    assert account.aws.store.find(FLOW, arn).kind == FLOW
    assert said(module(arn)) == refused("FlowModuleId")


def test_names_the_state_of_a_module(account: Account, said: Problems) -> None:
    arn = account.add_module("authenticate")

    assert said(module(f"{arn}:$LATEST")) == []
    assert said(module(f"{arn.rpartition('/')[2]}:$LATEST")) == []
    assert said(module(f"{arn}:7")) == refused("FlowModuleId")


def test_looks_into_prompts_that_are_said_in_turn(account: Account, said: Problems) -> None:
    there, gone = account.add(PROMPT, "hello"), f"{account.instance_arn}/prompt/{uuid4()}"
    messages = {"Messages": [{"PromptId": there}, {"PromptId": gone}]}

    texts = said(action("MessageParticipantIteratively", messages), flow_type=FlowType.CUSTOMER_QUEUE)

    assert texts == refused("Messages[1].PromptId")


def test_a_caller_id_is_a_number_of_the_instance(account: Account, said: Problems) -> None:
    delays = {"InitialCallDelaySeconds": "5", "MaximumConnectionAttempts": "1", "RetryDelaySeconds": "60"}
    number = account.add_number("+82215880000")

    def calling(value: str) -> list[str]:
        parameters = {**delays, "CallerId": {"Number": value}}
        return said(action("CreateCallbackContact", parameters, Errors=MATCH))

    assert calling("+82215880000") == []
    assert calling(number) == []
    assert calling(number.rpartition("/")[2]) == []
    assert calling("+82299999999") == refused("CallerId.Number")


def test_an_attribute_may_be_called_like_a_parameter(said: Problems) -> None:
    assert said(action("UpdateContactAttributes", {"Attributes": {"QueueId": "general"}}, Errors=MATCH)) == []
