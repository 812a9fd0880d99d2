"""A contact's way through flows."""

import pytest

from aicc_local.connect.contacts import control
from tests.unit.local.contacts.contact_centre import CUSTOMER, ContactCentre, block, condition, say

LOGGING = block("log", "UpdateFlowLoggingBehavior", "next", FlowLoggingBehavior="Enabled")


def test_says_what_the_flow_says_with_references_filled_in(centre: ContactCentre) -> None:
    flow = centre.add_flow(
        "hello",
        block(
            "set",
            "UpdateContactAttributes",
            "hi",
            Attributes={"name": "김"},
            errors={"NoMatchingError": "bye"},
        ),
        say("hi", "안녕하세요 $.Attributes.name님, $.Channel 입니다.", "bye"),
    )

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["안녕하세요 김님, CHAT 입니다."]
    assert centre.described(contact)["DisconnectReason"] == "CONTACT_FLOW_DISCONNECT"


def test_stops_at_an_action_that_it_does_not_run_and_names_it(centre: ContactCentre) -> None:
    flow = centre.add_flow(
        "strange", LOGGING, block("next", "CreateTask", "bye", Name="x", errors={"NoMatchingError": "bye"})
    )

    seen = control.look(centre.aws, centre.chat(flow))

    assert (seen["state"], seen["action"], seen["waits_for"]) == ("IN_FLOW", "next", "nothing")
    assert "CreateTask" in seen["reason"]
    assert "CreateTask" in centre.log()[-1]["Results"]


def test_stops_at_a_reference_that_only_the_real_connect_knows(centre: ContactCentre) -> None:
    flow = centre.add_flow("wisdom", say("hi", "$.Wisdom.SessionArn", "bye"))

    seen = control.look(centre.aws, centre.chat(flow))

    assert seen["waits_for"] == "nothing"
    assert "$.Wisdom.SessionArn" in seen["reason"]


def test_stops_when_a_flow_circles_in_silence(centre: ContactCentre) -> None:
    flow = centre.add_flow("circle", say("a", "가", "b"), say("b", "나", "a"))

    seen = control.look(centre.aws, centre.chat(flow))

    assert "without a pause" in seen["reason"]


@pytest.mark.parametrize(
    ("operator", "operand", "value", "holds"),
    [
        ("Equals", "a", "a", True),
        ("Equals", "a", "b", False),
        ("TextStartsWith", "ab", "abc", True),
        ("TextEndsWith", "bc", "abc", True),
        ("TextContains", "x", "abc", False),
        ("NumberGreaterThan", "2", "10", True),
        ("NumberLessThan", "2", "10", False),
        ("NumberGreaterOrEqualTo", "10", "10", True),
        ("NumberLessOrEqualTo", "9", "ten", False),
    ],
)
def test_compares_as_connect_does(centre: ContactCentre, operator: str, operand: str, value: str, holds: bool) -> None:
    compare = block(
        "compare",
        "Compare",
        "no",
        ComparisonValue="$.Attributes.value",
        errors={"NoMatchingCondition": "no"},
        conditions=[condition(operator, operand, "yes")],
    )
    flow = centre.add_flow("compare", compare, say("yes", "yes", "bye"), say("no", "no", "bye"))

    contact = centre.chat(flow, Attributes={"value": value})

    assert control.look(centre.aws, contact)["said"] == ["yes" if holds else "no"]


@pytest.mark.parametrize(("given", "told"), [({"customer_id": "C-1"}, "yes"), ({}, "no")])
def test_knows_whether_an_attribute_was_given(centre: ContactCentre, given: dict[str, str], told: str) -> None:
    compare = block(
        "compare",
        "Compare",
        "no",
        ComparisonValue="$.Attributes.customer_id",
        errors={"NoMatchingCondition": "no"},
        conditions=[condition("KeyExists", "customer_id", "yes")],
    )
    flow = centre.add_flow("given", compare, say("yes", "yes", "bye"), say("no", "no", "bye"))

    contact = centre.chat(flow, Attributes=given)

    assert control.look(centre.aws, contact)["said"] == [told]


def test_shows_the_priority_that_a_flow_gives(centre: ContactCentre) -> None:
    flow = centre.add_flow("first", block("hurry", "UpdateContactRoutingBehavior", "bye", QueuePriority="1"))

    contact = centre.chat(flow)

    assert centre.described(contact)["QueuePriority"] == 1


def test_loops_as_often_as_it_says_and_then_from_the_start(centre: ContactCentre) -> None:
    loop = block(
        "loop",
        "Loop",
        "outer",
        LoopCount="2",
        equals={"ContinueLooping": "again", "DoneLooping": "outer"},
    )
    outer = block("outer", "Loop", "bye", LoopCount="1", equals={"ContinueLooping": "once", "DoneLooping": "bye"})
    flow = centre.add_flow("loops", loop, say("again", "a", "loop"), outer, say("once", "b", "loop"))

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["a", "a", "b", "a", "a"]


def test_a_module_does_not_see_its_callers_answer_and_comes_back(centre: ContactCentre) -> None:
    arn = centre.add_function("ask", lambda event: {"word": "바깥"})
    invoke = block(
        "ask",
        "InvokeLambdaFunction",
        "module",
        LambdaFunctionARN=arn,
        InvocationTimeLimitSeconds="3",
        errors={"NoMatchingError": "bye"},
    )
    module = centre.add_module("inner", say("inside", "안: [$.External.word]", "end"))
    call = block("module", "InvokeFlowModule", "back", FlowModuleId=module.arn, errors={"NoMatchingError": "bye"})
    flow = centre.add_flow("outer", invoke, call, say("back", "밖: [$.External.word]", "bye"))

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["안: []", "밖: [바깥]"]


def test_goes_on_in_another_flow(centre: ContactCentre) -> None:
    second = centre.add_flow("second", say("hi", "둘째", "bye"))
    transfer = block("go", "TransferToFlow", "bye", ContactFlowId=second.arn, errors={"NoMatchingError": "bye"})

    contact = centre.chat(centre.add_flow("first", transfer))

    assert control.look(centre.aws, contact)["said"] == ["둘째"]


def test_too_many_attributes_take_the_error_branch_and_change_nothing(centre: ContactCentre) -> None:
    big = block(
        "set",
        "UpdateContactAttributes",
        "bye",
        Attributes={"small": "x", "big": "가" * 11_000},
        errors={"NoMatchingError": "sorry"},
    )

    contact = centre.chat(centre.add_flow("big", big, say("sorry", "죄송합니다", "bye")))

    assert control.look(centre.aws, contact)["said"] == ["죄송합니다"]
    assert centre.described(contact)["Attributes"] == {}
    assert centre.metric("ContactFlowErrors") == [1]


def test_an_error_without_a_branch_ends_the_contact(centre: ContactCentre) -> None:
    empty = block("hi", "MessageParticipant", "bye", Text="$.Attributes.nothing")

    contact = centre.chat(centre.add_flow("empty", empty))

    assert centre.described(contact)["DisconnectReason"] == "CONTACT_FLOW_DISCONNECT"
    assert centre.metric("ContactFlowFatalErrors") == [1]


def test_a_menu_takes_one_key_in_time(centre: ContactCentre) -> None:
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_menu(centre))

    control.give_input(centre.aws, contact, "1")

    assert control.look(centre.aws, contact)["said"] == ["1번을 누르세요", "하나"]


def test_a_menu_knows_a_key_that_it_does_not_have(centre: ContactCentre) -> None:
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_menu(centre))

    control.give_input(centre.aws, contact, "9")

    assert control.look(centre.aws, contact)["said"][-1] == "다른 번호"


def test_a_menu_waits_for_so_long(centre: ContactCentre) -> None:
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_menu(centre))
    [(seconds, _)] = centre.timers.waiting

    centre.timers.ring()

    assert seconds == 7
    assert control.look(centre.aws, contact)["said"][-1] == "늦었습니다"


def test_a_key_in_time_stops_the_clock(centre: ContactCentre) -> None:
    wait = block("wait", "MessageParticipantIteratively", Messages=[{"Text": "기다리세요"}])
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_menu(centre, wait))

    control.give_input(centre.aws, contact, "1")
    centre.timers.ring()

    seen = control.look(centre.aws, contact)
    assert seen["said"][-2:] == ["하나", "기다리세요"]
    assert (seen["state"], seen["waits_for"]) == ("IN_FLOW", "messages")


def test_a_chat_has_no_menu(centre: ContactCentre) -> None:
    flow = centre.aws.store.find("AWS::Connect::ContactFlow", _menu(centre))

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["고장"]


@pytest.mark.parametrize(("typed", "stored"), [("19900102#", "19900102"), ("123456789", "12345678")])
def test_stores_what_is_typed(centre: ContactCentre, typed: str, stored: str) -> None:
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_question(centre))

    control.give_input(centre.aws, contact, typed)

    assert control.look(centre.aws, contact)["said"][-1] == stored


def test_stores_that_nothing_was_typed(centre: ContactCentre) -> None:
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_question(centre))

    control.let_time_pass(centre.aws, contact)

    assert control.look(centre.aws, contact)["said"][-1] == "Timeout"


def _menu(centre: ContactCentre, *more: dict[str, object]) -> str:
    menu = block(
        "menu",
        "GetParticipantInput",
        "other",
        Text="1번을 누르세요",
        InputTimeLimitSeconds="7",
        StoreInput="False",
        equals={"1": "one"},
        errors={"InputTimeLimitExceeded": "late", "NoMatchingCondition": "other", "NoMatchingError": "fault"},
    )
    after = "wait" if more else "bye"
    answers = {"one": "하나", "late": "늦었습니다", "other": "다른 번호", "fault": "고장"}
    return centre.add_flow("menu", menu, *(say(name, text, after) for name, text in answers.items()), *more).id


def _question(centre: ContactCentre) -> str:
    question = block(
        "ask",
        "GetParticipantInput",
        "tell",
        Text="생년월일을 누르세요",
        InputTimeLimitSeconds="10",
        StoreInput="True",
        InputValidation={"CustomValidation": {"MaximumLength": "8"}},
        errors={"NoMatchingError": "bye"},
    )
    return centre.add_flow("question", question, say("tell", "$.StoredCustomerInput", "bye")).id
