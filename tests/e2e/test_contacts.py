"""Contacts on the deployed environment: they run its flows, which invoke its functions with IAM enforced."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.control import Control
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.asked_function import AskedFunction, asked
from tests.e2e.contact_centre import Centre, eventually
from tests.e2e.contact_events import Received, event_queue
from tests.e2e.slow_function import slow_version

CUSTOMER = "+821012345678"


@pytest.fixture(scope="module")
def centre(deployed: dict[str, str], session: boto3.Session, server: ServerProcess) -> Centre:
    """The deployed contact centre."""
    return Centre(session=session, control=Control(server.port), instance_arn=deployed["InstanceArn"])


@pytest.fixture(scope="module")
def line_status(centre: Centre) -> Iterator[AskedFunction]:
    """read_line_status, under an alias of the tests' own."""
    functions = centre.session.client("lambda")
    associated = centre.connect.list_lambda_functions(InstanceId=centre.instance)["LambdaFunctions"]
    [live] = [arn for arn in associated if "ReadLineStatus" in arn]
    name, _, alias = live.partition(":function:")[2].partition(":")
    version = functions.get_alias(FunctionName=name, Name=alias)["FunctionVersion"]
    arn = functions.create_alias(FunctionName=name, Name="asked", FunctionVersion=version)["AliasArn"]
    with asked(centre, arn) as function:
        yield function
    functions.delete_alias(FunctionName=name, Name="asked")


def test_a_chat_runs_its_flow_and_the_function_under_iam(centre: Centre) -> None:
    contact = centre.chat(centre.flow("inbound"))

    line = centre.logged(contact, "read-line-status")
    assert line["ContactFlowModuleType"] == "InvokeExternalResource"
    assert line["ExternalResults"] == {"line_status": "open", "announcement": ""}
    assert line["ContactFlowName"].endswith("chat")


def test_what_operators_switch_is_what_a_caller_hears(centre: Centre) -> None:
    [configuration] = [
        each
        for each in centre.session.client("lambda").list_functions()["Functions"]
        if "ReadLineStatus" in each["FunctionName"]
    ]
    dynamodb = centre.session.client("dynamodb")
    table = configuration["Environment"]["Variables"]["OPERATIONS_TABLE"]
    key = {"pk": {"S": "LINE#main"}, "sk": {"S": "STATUS"}}
    switched = {"status": {"S": "emergency"}, "announcement": {"S": "정전으로 상담이 어렵습니다."}}
    dynamodb.put_item(TableName=table, Item={**key, **switched})
    try:
        contact = centre.people("call_in", customer_number=CUSTOMER, flow_id=centre.flow("inbound"))
        said = centre.said(contact)
    finally:
        dynamodb.delete_item(TableName=table, Key=key)

    assert "안내 말씀드립니다. 정전으로 상담이 어렵습니다." in said


def test_a_caller_who_presses_a_key_chooses_from_the_menu(centre: Centre) -> None:
    contact = centre.people("call_in", customer_number=CUSTOMER, flow_id=centre.flow("inbound"))
    centre.comes_to(contact, "ask-bot")

    centre.people("give_input", contact_id=contact, text="5")
    centre.comes_to(contact, "main-menu")
    centre.people("give_input", contact_id=contact, text="1")

    eventually(lambda: centre.attributes(contact)["intent"] == "order_delivery")
    described = centre.connect.describe_contact(InstanceId=centre.instance, ContactId=contact)["Contact"]
    assert (described["Channel"], described["InitiationMethod"]) == ("VOICE", "INBOUND")
    if "DisconnectTimestamp" not in described:
        centre.connect.stop_contact(InstanceId=centre.instance, ContactId=contact)


@pytest.mark.parametrize("channel", ["VOICE", "CHAT"])
def test_the_bot_answers_and_says_goodbye_at_any_hour(centre: Centre, channel: str) -> None:
    flow = centre.flow("inbound" if channel == "VOICE" else "chat")
    called = channel == "VOICE"
    contact = centre.people("call_in", customer_number=CUSTOMER, flow_id=flow) if called else centre.chat(flow)
    asked = centre.comes_to(contact, "ask-bot")

    centre.people("give_input", contact_id=contact, text="상담 시간이 어떻게 되나요")
    answered = eventually(lambda: centre.waiting_after(contact, asked["said"]))
    centre.people("give_input", contact_id=contact, text="아니요 없어요")

    ended = eventually(lambda: centre.ended(contact))
    assert answered["action"] == "ask-bot"
    assert ended["said"][-1] == "상담을 마치겠습니다. 안녕히 계십시오."
    assert centre.attributes(contact)["bot_intent"] == "opening_hours"


def test_without_permission_the_flow_takes_its_error_branch_and_with_it_works_again(
    centre: Centre, line_status: AskedFunction
) -> None:
    line_status.forbid()
    try:
        refused = centre.chat(line_status.flow)
        without = centre.said(refused)
    finally:
        line_status.permit()

    again = centre.said(centre.chat(line_status.flow))

    assert without == ["고장"]
    assert centre.logged(refused, "ask")["Results"] == "Status Code: 403; Error Code: AccessDeniedException"
    assert again == ["open"]


def test_permission_for_another_instance_is_none(centre: Centre, line_status: AskedFunction) -> None:
    line_status.forbid()
    line_status.permit(source_arn=centre.instance_arn.replace(centre.instance, str(uuid4())))
    try:
        said = centre.said(centre.chat(line_status.flow))
    finally:
        line_status.forbid()
        line_status.permit()

    assert said == ["고장"]


def test_without_association_the_flow_takes_its_error_branch_and_with_it_works_again(
    centre: Centre, line_status: AskedFunction
) -> None:
    line_status.disassociate()
    try:
        refused = centre.chat(line_status.flow)
        without = centre.said(refused)
    finally:
        line_status.associate()

    again = centre.said(centre.chat(line_status.flow))

    assert without == ["고장"]
    assert "Not Associated" in centre.logged(refused, "ask")["Results"]
    assert again == ["open"]


@pytest.fixture
def slow(centre: Centre) -> Iterator[AskedFunction]:
    """A function that answers after three seconds, asked for one."""
    with slow_version(centre.session, seconds=3) as arn, asked(centre, arn, seconds=1) as function:
        yield function


def test_a_function_that_takes_too_long_is_not_waited_for(centre: Centre, slow: AskedFunction) -> None:
    contact = centre.chat(slow.flow)

    assert centre.said(contact) == ["고장"]
    assert "In Time" in centre.logged(contact, "ask")["Results"]


@pytest.fixture
def received(session: boto3.Session) -> Iterator[Received]:
    """The types of a contact's events that have arrived in a queue."""
    with event_queue(session) as of:
        yield of


def test_contact_events_arrive_in_a_queue(centre: Centre, line_status: AskedFunction, received: Received) -> None:
    contact = centre.chat(line_status.flow)

    eventually(lambda: "COMPLETED" in received(contact))

    assert sorted(received(contact)) == ["COMPLETED", "CONNECTED_TO_SYSTEM", "DISCONNECTED", "INITIATED"]


def test_an_agent_who_is_available_is_counted(centre: Centre) -> None:
    connect, instance = centre.connect, centre.instance
    listed = connect.list_agent_statuses(InstanceId=instance)["AgentStatusSummaryList"]
    statuses = {each["Type"]: each["Id"] for each in listed}
    users = connect.list_users(InstanceId=instance)["UserSummaryList"]
    [user] = [each["Id"] for each in users if each["Username"] == "admin"]
    queues = connect.list_queues(InstanceId=instance, QueueTypes=["STANDARD"])["QueueSummaryList"]
    [queue] = [each["Id"] for each in queues if each["Name"].endswith("General")]

    def available() -> float:
        asked = connect.get_current_metric_data(
            InstanceId=instance,
            Filters={"Queues": [queue]},
            CurrentMetrics=[{"Name": "AGENTS_AVAILABLE", "Unit": "COUNT"}],
        )
        return sum(each["Value"] for result in asked["MetricResults"] for each in result["Collections"])

    before = available()
    connect.put_user_status(InstanceId=instance, UserId=user, AgentStatusId=statuses["ROUTABLE"])
    try:
        [seen] = connect.get_current_user_data(InstanceId=instance, Filters={"Queues": [queue]})["UserDataList"]
        during = available()
    finally:
        connect.put_user_status(InstanceId=instance, UserId=user, AgentStatusId=statuses["OFFLINE"])

    assert (before, during, available()) == (0, 1, 0)
    assert seen["Status"]["StatusName"] == "Available"


def test_connects_metrics_are_in_cloudwatch(centre: Centre, line_status: AskedFunction) -> None:
    centre.said(centre.chat(line_status.flow))

    metrics = centre.session.client("cloudwatch")
    dimensions = [{"Name": "InstanceId", "Value": centre.instance}, {"Name": "MetricGroup", "Value": "Chats"}]

    def chats() -> Any:
        now = datetime.now(UTC)
        return metrics.get_metric_statistics(
            Namespace="AWS/Connect",
            MetricName="ConcurrentActiveChats",
            Dimensions=dimensions,  # type: ignore[arg-type]  # the stubs want their own kind of dictionary
            StartTime=now - timedelta(minutes=10),
            EndTime=now + timedelta(minutes=1),
            Period=60,
            Statistics=["Maximum"],
        )["Datapoints"]

    assert max(point["Maximum"] for point in eventually(chats)) >= 1


@pytest.fixture
def number(centre: Centre) -> Iterator[str]:
    """A number that the instance has claimed."""
    stacks = centre.session.client("cloudformation")
    properties = {"TargetArn": centre.instance_arn, "CountryCode": "KR", "Type": "TOLL_FREE", "Prefix": "+82"}
    resources = {"Number": {"Type": "AWS::Connect::PhoneNumber", "Properties": properties}}
    outputs = {"Address": {"Value": {"Fn::GetAtt": ["Number", "Address"]}}}
    name = f"number-{uuid4()}"
    stacks.create_stack(StackName=name, TemplateBody=json.dumps({"Resources": resources, "Outputs": outputs}))
    stacks.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    [stack] = stacks.describe_stacks(StackName=name)["Stacks"]
    yield stack["Outputs"][0]["OutputValue"]
    stacks.delete_stack(StackName=name)
    stacks.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})


def test_an_outbound_call_is_made_once_for_one_token_and_answered(
    centre: Centre, line_status: AskedFunction, number: str
) -> None:
    token, callback = str(uuid4()), str(uuid4())

    def call() -> str:
        started = centre.connect.start_outbound_voice_contact(
            InstanceId=centre.instance,
            ContactFlowId=line_status.flow,
            DestinationPhoneNumber=CUSTOMER,
            SourcePhoneNumber=number,
            ClientToken=token,
            Attributes={"callback_id": callback},
        )
        return started["ContactId"]

    contact, repeated = call(), call()
    centre.people("answer", contact_id=contact)

    now = datetime.now(UTC)
    found = centre.connect.search_contacts(
        InstanceId=centre.instance,
        TimeRange={
            "Type": "INITIATION_TIMESTAMP",
            "StartTime": now - timedelta(hours=1),
            "EndTime": now + timedelta(hours=1),
        },
        SearchCriteria={"SearchableContactAttributes": {"Criteria": [{"Key": "callback_id", "Values": [callback]}]}},
    )
    assert repeated == contact
    assert [each["Id"] for each in found["Contacts"]] == [contact]
    assert centre.said(contact) == ["open"]


def test_an_outbound_call_needs_a_number_of_its_own(centre: Centre, line_status: AskedFunction) -> None:
    with pytest.raises(ClientError) as refused:
        centre.connect.start_outbound_voice_contact(
            InstanceId=centre.instance,
            ContactFlowId=line_status.flow,
            DestinationPhoneNumber=CUSTOMER,
            SourcePhoneNumber="+82215889999",
        )

    assert refused.value.response["Error"]["Code"] == "InvalidParameterException"
