"""Who looks on at a contact in this process, and what a test puts in the place of resources."""

from collections.abc import Callable
from typing import Any

import pytest

from aicc_local.connect.contacts import control, lifecycle, walker
from aicc_local.connect.contacts.contact import Contact, State, contact_at, find_contact_anywhere
from aicc_local.connect.contacts.happenings import Listener, observe
from aicc_local.connect.contacts.overrides import override
from connect_flows.simulator import ActionStarted, Begins, Disconnected, Event, Override, Prompt
from tests.unit.local.contacts.contact_centre import ContactCentre, block, say

Begun = Callable[..., str]


@pytest.fixture
def begin(centre: ContactCentre) -> Begun:
    """Begins a call that somebody looks on at; answers its ARN."""

    def begun(flow: str, listener: Listener = lambda event: None) -> str:
        contact = lifecycle.begin(
            centre.aws, centre.instance, State.IN_FLOW, {"Channel": "VOICE", "InitiationMethod": "INBOUND"}
        )
        observe(contact.arn, listener)
        return contact.arn

    return begun


def run(centre: ContactCentre, arn: str, flow: str) -> Contact:
    walker.go_on(centre.aws, arn, Begins(flow))
    contact = contact_at(centre.aws, arn)
    assert contact is not None
    return contact


def test_a_listener_is_told_until_the_contact_is_over(centre: ContactCentre, begin: Begun) -> None:
    seen: list[Event] = []
    flow = centre.add_flow("hello", say("hi", "안녕하세요", "bye")).arn

    run(centre, begin(flow, seen.append), flow)

    assert [type(event).__name__ for event in seen] == ["FlowEntered", "Prompt", "Branch", "Branch", "Disconnected"]


def test_a_listener_may_end_the_contact_before_a_function_is_asked(centre: ContactCentre, begin: Begun) -> None:
    asked: list[Any] = []
    flow = _asking(centre, centre.add_function("status", asked.append))

    def ends(event: Event) -> None:
        if isinstance(event, ActionStarted):
            lifecycle.end(centre.aws, find_contact_anywhere(centre.aws, event.contact), "OTHER")

    contact = run(centre, begin(flow, ends), flow)

    assert (contact.state, contact.described["DisconnectReason"], asked) == (State.ENDED, "OTHER", [])


def test_what_a_listener_lets_the_customer_press_is_heard_when_it_is_waited_for(
    centre: ContactCentre, begin: Begun
) -> None:
    function = centre.add_function("status", lambda event: {"word": "열림"})
    menu = block(
        "menu",
        "GetParticipantInput",
        "bye",
        Text="1번을 누르세요",
        InputTimeLimitSeconds="7",
        StoreInput="False",
        equals={"1": "one"},
        errors={"InputTimeLimitExceeded": "bye", "NoMatchingCondition": "bye", "NoMatchingError": "bye"},
    )
    flow = centre.add_flow("menu", say("hi", "안녕하세요", "ask"), _ask(function), menu, say("one", "하나", "bye")).arn

    def presses(event: Event) -> None:
        if isinstance(event, Prompt) and event.block == "hi":
            control.press(centre.aws, event.contact, "1")

    contact = run(centre, begin(flow, presses), flow)

    assert contact.kept["said"] == ["안녕하세요", "1번을 누르세요", "하나"]


def test_a_function_is_replaced_once(centre: ContactCentre, begin: Begun) -> None:
    function = centre.add_function("status", lambda event: {"word": "열림"})
    flow = _asking(centre, function, twice=True)
    arn = begin(flow)
    override(arn, "InvokeLambdaFunction", function, Override(result={"word": "닫힘"}))

    contact = run(centre, arn, flow)

    assert contact.kept["said"] == ["닫힘", "열림"]
    assert len(centre.aws.functions.invocations) == 1


def test_hours_are_replaced_by_others(centre: ContactCentre, begin: Begun) -> None:
    never = centre.add("HoursOfOperation", "operating-hours/h2", Name="Never", TimeZone="Asia/Seoul", Config=[])
    check = block(
        "check",
        "CheckHoursOfOperation",
        "closed",
        HoursOfOperationId=centre.hours.arn,
        equals={"True": "open", "False": "closed"},
        errors={"NoMatchingError": "closed"},
    )
    flow = centre.add_flow("hours", check, say("open", "열림", "bye"), say("closed", "닫힘", "bye")).arn
    arn = begin(flow)
    override(arn, "CheckHoursOfOperation", centre.hours.arn, Override(substitute=never.arn))

    contact = run(centre, arn, flow)

    assert contact.kept["said"] == ["닫힘"]


def test_nothing_is_replaced_for_others(centre: ContactCentre, begin: Begun) -> None:
    function = centre.add_function("status", lambda event: {"word": "열림"})
    flow = _asking(centre, function)
    override(begin(flow), "InvokeLambdaFunction", function, Override(result={"word": "닫힘"}))

    other = run(centre, begin(flow), flow)

    assert other.kept["said"] == ["열림"]


def test_what_cannot_be_run_is_told_to_those_who_look_on(centre: ContactCentre, begin: Begun) -> None:
    flow = centre.add_flow("strange", block("task", "CreateTask", "bye", errors={"NoMatchingError": "bye"})).arn

    contact = run(centre, begin(flow), flow)

    [failed] = [event for event in contact.kept["events"] if event["event"] == "FlowFailed"]
    assert (failed["block"], failed["reason"]) == ("task", "Not run: strange: block task: CreateTask is not simulated")


def test_a_call_that_goes_wrong_is_told_with_its_end(centre: ContactCentre, begin: Begun) -> None:
    seen: list[Event] = []
    flow = centre.add_flow("empty", block("hi", "MessageParticipant", "bye", Text="$.Attributes.nothing")).arn

    run(centre, begin(flow, seen.append), flow)

    assert isinstance(seen[-1], Disconnected)


def _ask(function: str, name: str = "ask", then: str = "menu") -> dict[str, Any]:
    return block(
        name,
        "InvokeLambdaFunction",
        then,
        LambdaFunctionARN=function,
        InvocationTimeLimitSeconds="3",
        errors={"NoMatchingError": "bye"},
    )


def _asking(centre: ContactCentre, function: str, *, twice: bool = False) -> str:
    word = "$.External.word"
    again = [_ask(function, "again", "more"), say("more", word, "bye")] if twice else []
    first = say("tell", word, "again" if twice else "bye")
    return centre.add_flow("asking", _ask(function, then="tell"), first, *again).arn
