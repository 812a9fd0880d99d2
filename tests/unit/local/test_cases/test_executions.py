"""What a test does with a contact of the local Connect, and what comes of it."""

from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.store import Record
from tests.unit.local.contacts.contact_centre import INSTANCE_ARN, block, say
from tests.unit.local.test_cases.documents import (
    END,
    asserts,
    begins,
    call_to,
    completes,
    hears,
    observation,
    overrides,
    sends,
    started,
    substitute,
)
from tests.unit.local.test_cases.executing import Executed, TestedCentre

ANY = {"NoMatchingError": "bye"}


@pytest.fixture
def centre() -> TestedCentre:
    return TestedCentre()


@pytest.fixture
def menu(centre: TestedCentre) -> Record:
    """A menu: 1 leads to the queue, and whatever else to a goodbye."""
    ask = block(
        "ask",
        "GetParticipantInput",
        "no",
        Text="상담원 연결은 1번을 눌러 주십시오.",
        InputTimeLimitSeconds="5",
        StoreInput="False",
        equals={"1": "set"},
        errors={"NoMatchingCondition": "no", "NoMatchingError": "no", "InputTimeLimitExceeded": "late"},
    )
    target = block("set", "UpdateContactTargetQueue", "go", QueueId=centre.queue.arn, errors=ANY)
    go = block("go", "TransferContactToQueue", "bye", errors={**ANY, "QueueAtCapacity": "full"})
    words = {"no": "없는 번호입니다.", "late": "입력이 없습니다.", "full": "모두 상담 중입니다."}
    return centre.add_flow("menu", ask, target, go, *(say(name, text, "bye") for name, text in words.items()))


def to_queue(centre: TestedCentre, *actions: Any) -> dict[str, Any]:
    return observation("queue", begins("TransferContactToQueue", QueueId=centre.queue.arn), *actions)


def presses(key: str, then: str) -> dict[str, Any]:
    return observation("menu", hears("1번을 눌러"), sends(key, "DtmfInput"), then=then)


def test_a_test_walks_to_the_queue_and_ends_before_it(centre: TestedCentre, menu: Record) -> None:
    executed = centre.execute(
        menu,
        presses("1", "queue"),
        to_queue(centre, asserts("$.Queue.Name", "General"), END),
        EntryPoint=call_to(menu.arn, SourcePhoneNumber="+821012345678"),
    )

    assert executed.status == "PASSED", executed.told()
    assert executed.summary["ObservationSummary"] == {
        "TotalObservations": 2,
        "ObservationsPassed": 2,
        "ObservationsFailed": 0,
    }
    described = centre.described(executed.contact)
    assert (described["Channel"], described["InitiationMethod"]) == ("VOICE", "INBOUND")
    assert described["CustomerEndpoint"]["Address"] == "+821012345678"
    assert described["DisconnectReason"] == "OTHER"
    assert "QUEUED" not in centre.events()


def test_its_contact_is_a_contact_like_any_other(centre: TestedCentre, menu: Record) -> None:
    executed = centre.execute(menu, observation("menu", hears("1번을 눌러"), END), EntryPoint=call_to(menu.arn))

    assert "CustomerEndpoint" not in centre.described(executed.contact)
    assert centre.events() == ["INITIATED", "DISCONNECTED", "COMPLETED"]
    assert "Disconnected" in [event["event"] for event in control.events(centre.aws, executed.contact)]


def test_a_chat_goes_on_as_its_mocked_bot_has_understood(centre: TestedCentre) -> None:
    bot = {"AliasArn": centre.add_bot_alias()}
    ask = block(
        "ask", "ConnectParticipantWithLexBot", "bye", Text="?", LexV2Bot=bot, equals={"order": "ok"}, errors=ANY
    )
    flow = centre.add_flow("orders", ask, say("ok", "$.Lex.Slots.number 주문을 찾았습니다.", "bye"))
    understood = {
        "Type": "MockResponse",
        "Response": {
            "Type": "ExecutionResult",
            "ExecutionResult": {"DelaySeconds": 0, "LoadedData": '{"IntentName":"order","Slots":{"number":"1234"}}'},
        },
    }

    executed = centre.execute(
        flow,
        observation("start", started(), overrides("ConnectParticipantWithLexBot", understood, LexV2Bot=bot), then="it"),
        observation(
            "it", completes("ConnectParticipantWithLexBot", LexV2Bot=bot), asserts("$.Lex.IntentName", "order")
        ),
        observation("found", hears("1234 주문")),
    )

    assert executed.status == "PASSED", executed.told()
    assert centre.described(executed.contact)["DisconnectReason"] == "CONTACT_FLOW_DISCONNECT"


def test_what_is_said_where_keys_are_wanted_is_ignored(centre: TestedCentre, menu: Record) -> None:
    executed = centre.execute(
        menu,
        observation("menu", hears("1번을 눌러"), sends("상담원"), then="no"),
        observation("no", hears("없는 번호")),
        EntryPoint=call_to(menu.arn),
    )

    assert executed.status == "IN_PROGRESS"
    [ignored] = [each for each in control.events(centre.aws, executed.contact) if each["event"] == "Ignored"]
    assert ignored["text"] == "상담원"


def test_a_failed_check_ends_the_test_and_tells_both_values(centre: TestedCentre, menu: Record) -> None:
    executed = centre.execute(
        menu,
        presses("1", "queue"),
        to_queue(centre, asserts("$.Queue.Name", "Billing"), END),
        EntryPoint=call_to(menu.arn),
    )

    assert executed.status == "FAILED"
    [queue] = [each for each in executed.told() if each.get("Identifier") == "queue"]
    [check] = queue["Actions"]
    assert (check["Status"], check["ActualParameters"]["Namespace"]) == ("FAILED", "General")
    assert centre.described(executed.contact)["DisconnectReason"] == "OTHER"


def test_what_has_not_come_when_the_contact_is_over_has_failed(centre: TestedCentre, menu: Record) -> None:
    executed = centre.execute(menu, presses("9", "queue"), to_queue(centre, END), EntryPoint=call_to(menu.arn))

    assert executed.status == "FAILED"
    assert executed.completion["FailureReasons"] == ["OBSERVE_EVENT"]
    assert {each["ObservationId"]: each["Status"] for each in executed.records()} == {
        "INITIATION": "PASSED",
        "EXECUTION_START": "PASSED",
        "menu": "PASSED",
        "queue": "FAILED",
        "COMPLETION": "FAILED",
    }


def test_time_is_up_after_five_minutes_and_the_contact_is_ended(centre: TestedCentre, menu: Record) -> None:
    flow = centre.add_flow("wait", block("wait", "Wait", "bye", TimeLimitSeconds="600", errors=ANY))
    executed = centre.execute(flow, observation("never", hears("오지 않을 말"), END))
    assert executed.status == "IN_PROGRESS"

    centre.aws.now.pass_time(299)
    centre.look()
    assert executed.status == "IN_PROGRESS"
    centre.aws.now.pass_time(1)
    centre.look()

    assert (executed.status, executed.completion["Type"]) == ("FAILED", "TIMEOUT")
    assert centre.described(executed.contact)["DisconnectReason"] == "OTHER"


def test_the_customer_hangs_up_where_the_test_says(centre: TestedCentre, menu: Record) -> None:
    disconnect = sends("", "Disconnect")
    del disconnect["Parameters"]["Instruction"]["Properties"]

    executed = centre.execute(menu, observation("menu", hears("1번을 눌러"), disconnect), EntryPoint=call_to(menu.arn))
    centre.look()

    assert executed.status == "PASSED", executed.told()


def test_other_hours_are_asked_once(centre: TestedCentre) -> None:
    open_, closed = (centre.add("HoursOfOperation", f"operating-hours/{name}", Name=name) for name in ("o", "c"))
    open_.properties.update(centre.hours.properties)
    closed.properties.update({**centre.hours.properties, "Config": []})

    def check(name: str, then: str) -> dict[str, Any]:
        return block(
            name,
            "CheckHoursOfOperation",
            then,
            HoursOfOperationId=open_.arn,
            equals={"True": f"{name}-open", "False": f"{name}-closed"},
            errors=ANY,
        )

    flow = centre.add_flow(
        "hours",
        check("first", "second"),
        say("first-open", "처음에 열림", "second"),
        say("first-closed", "처음에 닫힘", "second"),
        check("second", "bye"),
        say("second-open", "다음에 열림", "bye"),
        say("second-closed", "다음에 닫힘", "bye"),
    )
    override = overrides("CheckHoursOfOperation", substitute(closed.arn), HoursOfOperationId=open_.arn)

    executed = centre.execute(
        flow,
        observation("start", started(), override, then="closed"),
        observation("closed", hears("처음에 닫힘"), then="open"),
        observation("open", hears("다음에 열림")),
    )

    assert executed.status == "PASSED", executed.told()


def test_a_function_is_mocked_and_else_really_asked(centre: TestedCentre) -> None:
    asked: list[Any] = []

    def handler(event: Any) -> dict[str, str]:
        asked.append(event["Details"]["ContactData"]["Attributes"])
        return {"name": "이순신"}

    arn = centre.add_function("who", handler)

    def ask(name: str, then: str) -> dict[str, Any]:
        return block(
            name, "InvokeLambdaFunction", then, LambdaFunctionARN=arn, InvocationTimeLimitSeconds="3", errors=ANY
        )

    flow = centre.add_flow(
        "who",
        ask("first", "one"),
        say("one", "$.External.name 님", "second"),
        ask("second", "two"),
        say("two", "$.External.name 님", "bye"),
    )
    mocked = {
        "Type": "MockResponse",
        "Response": {
            "Type": "ExecutionResult",
            "ExecutionResult": {"DelaySeconds": 0, "LoadedData": '{"name":"김유신"}'},
        },
    }
    answered = completes("InvokeLambdaFunction", LambdaFunctionARN=arn)

    executed = centre.execute(
        flow,
        observation("start", started(), overrides("InvokeLambdaFunction", mocked, LambdaFunctionARN=arn), then="one"),
        observation("one", answered, asserts("$.External.name", "김유신"), then="two"),
        observation("two", answered, asserts("$.External.name", "이순신")),
        InitializationData='{"Attributes":{"vip":"true"},"SegmentAttributes":{}}',
    )

    assert executed.status == "PASSED", executed.told()
    assert asked == [{"vip": "true"}]


def test_a_mocked_error_takes_the_error_branch(centre: TestedCentre, menu: Record) -> None:
    full = {"Type": "MockResponse", "Response": {"Type": "Error", "Error": {"Value": "QueueAtCapacity"}}}
    override = overrides("TransferContactToQueue", full, QueueId=centre.queue.arn)

    executed = centre.execute(
        menu,
        observation("start", started(), override, then="menu"),
        presses("1", "full"),
        observation("full", hears("모두 상담 중")),
        EntryPoint=call_to(menu.arn),
    )

    assert executed.status == "PASSED", executed.told()


def test_a_block_that_is_not_run_here_fails_the_test_with_its_name(centre: TestedCentre) -> None:
    flow = centre.add_flow("strange", block("task", "CreateTask", "bye", Name="x", errors=ANY))

    executed = centre.execute(flow, observation("never", hears("오지 않을 말"), END))

    assert (executed.status, executed.completion["FailureReasons"]) == ("FAILED", ["SIMULATION"])
    assert "CreateTask" in executed.completion["Message"]


def test_a_contact_that_cannot_begin_fails_the_test(centre: TestedCentre, menu: Record) -> None:
    case = centre.case(menu, presses("1", ""), EntryPoint=call_to(menu.arn))
    centre.aws.quotas = {"Concurrent active calls per instance": 0}

    execution = centre.start(case)

    names = {"TestCaseId": case, "TestCaseExecutionId": execution}
    assert centre.api("GetTestCaseExecutionSummary", **names)["Status"] == "FAILED"
    last = centre.api("ListTestCaseExecutionRecords", **names)["ExecutionRecords"][-1]["Record"]
    assert "INITIALIZATION_FAILURE" in last
    assert "limit" in last


def test_what_was_saved_since_is_not_run(centre: TestedCentre, menu: Record) -> None:
    case = centre.case(menu, presses("1", ""), EntryPoint=call_to(menu.arn))
    centre.api("UpdateTestCase", TestCaseId=case, Content="{}", Status="SAVED")

    execution = centre.start(case)
    centre.look()

    names = {"TestCaseId": case, "TestCaseExecutionId": execution}
    assert centre.api("GetTestCaseExecutionSummary", **names)["Status"] == "PASSED"


def test_arns_of_the_instance_are_told_in_records(centre: TestedCentre, menu: Record) -> None:
    executed = centre.execute(menu, presses("1", "queue"), to_queue(centre, END), EntryPoint=call_to(menu.arn))

    [queue] = [each for each in executed.told() if each.get("Identifier") == "queue"]
    assert queue["ActualEvent"]["Properties"]["ActionParameters"]["QueueId"].startswith(INSTANCE_ARN)


@pytest.mark.parametrize(
    ("data", "attributes", "segment"),
    [
        ('{"Attributes":{"vip":"true"},"SegmentAttributes":{"tier":"gold"}}', {"vip": "true"}, {"tier": "gold"}),
        ('{"vip":"true"}', {}, {}),
        ("[]", {}, {}),
    ],
)
def test_a_contact_begins_with_what_the_initialization_data_says_in_its_own_shape(
    centre: TestedCentre, menu: Record, data: str, attributes: dict[str, str], segment: dict[str, str]
) -> None:
    case = centre.case(menu, presses("1", ""), EntryPoint=call_to(menu.arn), InitializationData="{}")
    # Past all checks: Connect was seen to take other shapes, and to read nothing in them.
    centre.aws.store.find("AWS::Connect::TestCase", case).links["published"]["InitializationData"] = data

    executed = Executed(centre, case, centre.start(case))

    described = centre.described(executed.contact)
    told = {key: value["ValueString"] for key, value in described["SegmentAttributes"].items()}
    assert (described["Attributes"], told) == (attributes, segment)
