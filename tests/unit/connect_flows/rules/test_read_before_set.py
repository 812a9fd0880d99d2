from typing import Any

import pytest

from connect_flows._rules.read_before_set import ReadBeforeSet
from connect_flows._view import Surroundings, View

VOICE = {"TextToSpeechVoice": "Seoyeon"}


def set_voice(block: Any, next: str) -> Any:
    return block("voice", "UpdateContactTextToSpeechVoice", VOICE, next=next)


def say(block: Any, path: str, next: str = "bye") -> Any:
    return block("say", "MessageParticipant", {"Text": f"안내: {path} 입니다."}, next=next)


def ask_function(block: Any, next: str, error: str = "bye", **parameters: str) -> Any:
    return block("ask", "InvokeLambdaFunction", parameters, next=next, errors={"NoMatchingError": error})


def places(flow: Any, attributes: frozenset[str]) -> list[str]:
    view = View(flow, None, Surroundings(attributes=attributes))
    return [f"{place.action}: {problem}; {cure}" for place, problem, cure in ReadBeforeSet().check(view)]


def test_finds_an_answer_that_is_read_before_the_function_is_asked(
    block: Any, bye: Any, flow_of: Any, found: Any
) -> None:
    flow = flow_of(set_voice(block, "say"), say(block, "$.External.name", next="ask"), ask_function(block, "bye"), bye)

    assert found(flow) == [
        "say: Parameters.Text reads $.External.name, and no way here passes a function that has answered; "
        "set it first; what another flow has set, it had better copy to a contact attribute"
    ]


def test_one_way_on_which_it_is_set_is_enough(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block(
        "check", "Compare", {"ComparisonValue": "$.Channel"}, next="say", errors={"NoMatchingCondition": "ask"}
    )

    flow = flow_of(set_voice(block, "check"), check, ask_function(block, "say"), say(block, "$.External.name"), bye)

    assert found(flow) == []


def test_a_loop_may_have_set_it_in_an_earlier_round(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(set_voice(block, "say"), say(block, "$.External.name", next="ask"), ask_function(block, "say"), bye)

    assert found(flow) == []


def test_a_function_that_failed_has_not_answered(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(set_voice(block, "ask"), ask_function(block, "bye", error="say"), say(block, "$.External.name"), bye)

    assert len(found(flow)) == 1


def test_nor_has_one_that_nobody_waits_for(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    ask = ask_function(block, "say", InvocationType="ASYNCHRONOUS")

    assert len(found(flow_of(set_voice(block, "ask"), ask, say(block, "$.External.name"), bye))) == 1


@pytest.mark.parametrize("type", [None, "customerQueue", "queueTransfer", "agentWhisper"])
def test_the_flow_before_may_have_set_it(block: Any, bye: Any, flow_of: Any, found: Any, type: str | None) -> None:
    assert found(flow_of(say(block, "$.External.name"), bye, type=type)) == []


def test_modules_see_nothing_of_their_flow_but_their_input(block: Any, flow_of: Any, found: Any) -> None:
    first = block("first", "MessageParticipant", {"Text": "$.Modules.Input.name"}, next="say")
    flow = flow_of(first, say(block, "$.External.name"), block("bye", "EndFlowModuleExecution"), type=None)

    assert [finding[:4] for finding in found(flow, flow_type="MODULE")] == ["say:"]


@pytest.mark.parametrize(
    ("path", "action_type", "parameters"),
    [
        ("$.Lex.IntentName", "ConnectParticipantWithLexBot", {}),
        ("$.StoredCustomerInput", "GetParticipantInput", {"StoreInput": "True"}),
        ("$.FlowAttributes.intent", "UpdateFlowAttributes", {"FlowAttributes": {"intent": {"Value": "orders"}}}),
        ("$.Metrics.Queue.Size", "GetMetricData", {}),
        ("$.Modules.Result", "InvokeFlowModule", {}),
        ("$.Customer.FirstName", "GetCustomerProfile", {}),
        ("$.Case.status", "GetCase", {}),
        ("$.Views.Action", "ShowView", {}),
        ("$.Wisdom.SessionArn", "CreateWisdomSession", {}),
    ],
)
def test_knows_what_sets_each_value(
    block: Any, bye: Any, flow_of: Any, found: Any, path: str, action_type: str, parameters: dict[str, object]
) -> None:
    setter = block("set", action_type, parameters, next="say", errors={"NoMatchingError": "bye"})

    without = found(flow_of(set_voice(block, "say"), say(block, path), bye))
    with_it = found(flow_of(set_voice(block, "set"), setter, say(block, path), bye))

    assert (len(without), len(with_it)) == (1, 0)


def test_a_menu_stores_nothing(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    menu = block("menu", "GetParticipantInput", {"Text": "번호?", "StoreInput": "False"}, next="say")

    assert len(found(flow_of(menu, say(block, "$.StoredCustomerInput"), bye))) == 1


def test_flow_attributes_do_not_come_from_elsewhere(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(say(block, "$.FlowAttributes.intent"), bye, type="queueTransfer"))) == 1


def set_attribute(block: Any, next: str = "bye") -> Any:
    parameters = {"Attributes": {"name": "김"}}
    return block("set", "UpdateContactAttributes", parameters, next=next, errors={"NoMatchingError": "bye"})


def test_finds_an_attribute_that_is_set_only_later(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(say(block, "$.Attributes.name", next="set"), set_attribute(block), bye)) == [
        "say: Parameters.Text reads $.Attributes.name, which is set only later; set it before it is read"
    ]


def test_finds_an_attribute_that_nothing_sets(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(say(block, "$.Attributes.name"), bye)) == [
        "say: Parameters.Text reads $.Attributes.name, which nothing in this flow sets; "
        "set it first, unless whoever starts the contact or a function gives it"
    ]


def test_an_attribute_that_is_set_before_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(set_attribute(block, next="say"), say(block, "$.Attributes['name']"), bye)) == []


def test_a_module_may_write_attributes_too(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    module = block("module", "InvokeFlowModule", next="say", errors={"NoMatchingError": "bye"})

    assert found(flow_of(module, say(block, "$.Attributes.name"), bye)) == []


def test_a_flow_may_ask_whether_it_was_given_an_attribute(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block("check", "Compare", {"ComparisonValue": "$.Attributes.name"}, next="bye")

    assert found(flow_of(check, bye)) == []


def test_a_flow_may_read_an_attribute_where_it_has_found_it(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block("check", "Compare", {"ComparisonValue": "$.Attributes.name"}, next="bye", conditions={"Kim": "say"})

    there = found(flow_of(check, say(block, "$.Attributes.name"), bye))
    elsewhere = found(flow_of({**check, "Transitions": {"NextAction": "say"}}, say(block, "$.Attributes.name"), bye))

    assert (there, len(elsewhere)) == ([], 1)


@pytest.mark.parametrize("type", [None, "customerQueue", "agentWhisper"])
def test_attributes_come_from_elsewhere(block: Any, bye: Any, flow_of: Any, found: Any, type: str | None) -> None:
    assert found(flow_of(say(block, "$.Attributes.name"), bye, type=type)) == []


@pytest.mark.parametrize("type", ["contactFlow", "agentWhisper"])
def test_knows_better_when_all_flows_are_known(block: Any, bye: Any, flow_of: Any, type: str) -> None:
    flow = flow_of(say(block, "$.Attributes.name"), bye, type=type)

    assert places(flow, frozenset({"name"})) == []
    assert places(flow, frozenset()) == [
        "say: reads $.Attributes.name, which nothing in all flows sets; "
        "set it first, unless whoever starts the contact or a function gives it"
    ]


def test_tells_once_of_what_a_text_reads_twice(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    say = block("say", "MessageParticipant", {"Text": "$.External.name 고객님, $.External.name 고객님."}, next="bye")

    assert len(found(flow_of(say, bye))) == 1
