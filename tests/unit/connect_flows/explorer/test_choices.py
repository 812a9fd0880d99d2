"""What the world around a contact may answer, and what customers and agents may do."""

from collections.abc import Iterable

import pytest

from connect_flows import Flow
from connect_flows.simulator import Exploration, UnknownStart, explore
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.small_flows import (
    BYE,
    GOODBYE,
    ask_bot,
    ask_function,
    check_hours,
    compare,
    flow,
    hook,
    menu,
    module,
    play_music,
    say,
    set_attributes,
    to_queue,
)


def branches(found: Exploration, block: str, flow: str = "inbound") -> list[str]:
    """The branches of a block that paths take."""
    return sorted(branch for of_flow, of_block, branch in found.branches if (of_flow, of_block) == (flow, block))


def choices(found: Exploration) -> set[str]:
    """Everything that happened on some path."""
    return {choice for path in found.paths for choice in path.choices}


def test_hours_are_open_closed_and_not_there() -> None:
    hours = check_hours("hours", open="goodbye", closed="goodbye", missing="goodbye")

    found = explore([flow("inbound", hours, GOODBYE, BYE)])

    assert branches(found, "hours") == ["condition:Equals:False", "condition:Equals:True", "error:NoMatchingError"]


def test_a_function_fails_and_answers_each_value_that_is_compared_and_another() -> None:
    asked = ask_function("ask", "status", next="choose", failed="goodbye")
    choice = compare("choose", "$.External.line", {"open": "goodbye", "shut": "goodbye"}, otherwise="goodbye")

    found = explore([flow("inbound", asked, choice, GOODBYE, BYE)])

    assert branches(found, "ask") == ["error:NoMatchingError", "success"]
    assert branches(found, "choose") == [
        "condition:Equals:open",
        "condition:Equals:shut",
        "error:NoMatchingCondition",
    ]
    assert choices(found) >= {
        "function status fails",
        "function status answers line=open",
        "function status answers line=shut",
        "function status answers nothing that is asked for",
    }


def test_values_are_asked_for_through_copies_and_other_flows() -> None:
    asked = ask_function("ask", "status", next="keep", failed="goodbye")
    keep = set_attributes("keep", next="go", kept="$.External.line")
    go = block("go", "TransferToFlow", {"ContactFlowId": "${flow.second}"}, next="goodbye",
               errors={"NoMatchingError": "goodbye"})  # fmt: skip
    again = set_attributes("again", next="choose", twice="$.Attributes.kept")
    choice = compare("choose", "$.Attributes.twice", {"open": "goodbye"}, otherwise="goodbye")

    found = explore([flow("inbound", asked, keep, go, GOODBYE, BYE), flow("second", again, choice, GOODBYE, BYE)])

    assert branches(found, "choose", "second") == ["condition:Equals:open", "error:NoMatchingCondition"]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("operator", "operand"),
    [
        ("NumberGreaterThan", "5"),
        ("NumberLessThan", "5"),
        ("NumberGreaterOrEqualTo", "5"),
        ("NumberLessOrEqualTo", "5"),
        ("TextStartsWith", "+82"),
        ("TextEndsWith", "kr"),
        ("TextContains", "a b"),
        ("KeyExists", "line"),
    ],
)
def test_every_operator_is_answered_both_ways(operator: str, operand: str) -> None:
    asked = ask_function("ask", "status", next="choose", failed="goodbye")
    choice = block("choose", "Compare", {"ComparisonValue": "$.External.line"}, next="goodbye",
                   errors={"NoMatchingCondition": "goodbye"}, conditions=[(operator, operand, "goodbye")])  # fmt: skip

    found = explore([flow("inbound", asked, choice, GOODBYE, BYE)])

    assert branches(found, "choose") == [f"condition:{operator}:{operand}", "error:NoMatchingCondition"]


def test_two_answers_that_are_compared_with_one_another_are_alike_and_different() -> None:
    asked = ask_function("ask", "status", next="choose", failed="goodbye")
    choice = compare("choose", "$.External.first", {"$.External.second": "goodbye"}, otherwise="goodbye")

    found = explore([flow("inbound", asked, choice, GOODBYE, BYE)])

    assert branches(found, "choose") == ["condition:Equals:$.External.second", "error:NoMatchingCondition"]


def test_a_text_that_is_only_a_reference_may_be_empty() -> None:
    asked = ask_function("ask", "status", next="tell", failed="goodbye")
    tell = block("tell", "MessageParticipant", {"Text": "$.External.news"}, next="bye",
                 errors={"NoMatchingError": "goodbye"})  # fmt: skip

    found = explore([flow("inbound", asked, tell, GOODBYE, BYE)])

    assert branches(found, "tell") == ["error:NoMatchingError", "success"]


def test_a_bot_fails_and_understands_each_intent_and_another() -> None:
    bot = ask_bot("ask", intents={"refund": "goodbye"}, otherwise="choose", failed="goodbye")
    choice = compare("choose", "$.Lex.SessionAttributes.next", {"queue": "goodbye"}, otherwise="by_slot")
    by_slot = compare("by_slot", "$.Lex.Slots.size", {"large": "goodbye"}, otherwise="goodbye")

    found = explore([flow("inbound", bot, choice, by_slot, GOODBYE, BYE)])

    assert branches(found, "ask") == ["condition:Equals:refund", "error:NoMatchingCondition", "error:NoMatchingError"]
    assert branches(found, "choose") == ["condition:Equals:queue", "error:NoMatchingCondition"]
    assert branches(found, "by_slot") == ["condition:Equals:large", "error:NoMatchingCondition"]
    assert found.findings == ()


def test_a_customer_may_say_nothing_to_a_bot_which_gives_up_or_does_not_answer() -> None:
    bot = ask_bot("ask", intents={"refund": "goodbye"}, otherwise="ask", failed="ask")

    found = explore([flow("inbound", bot, GOODBYE, BYE)])

    assert [finding.problem.value for finding in found.findings] == ["endless"]


def test_a_customer_presses_each_key_and_a_wrong_one_and_stays_silent() -> None:
    question = menu("menu", {"1": "goodbye", "*": "goodbye"}, timeout="goodbye", wrong="goodbye")

    found = explore([flow("inbound", question, GOODBYE, BYE)])

    assert branches(found, "menu") == [
        "condition:Equals:*",
        "condition:Equals:1",
        "error:InputTimeLimitExceeded",
        "error:NoMatchingCondition",
    ]


def test_a_customer_enters_what_is_compared_and_something_else_and_nothing() -> None:
    entry = block("enter", "GetParticipantInput",
                  {"Text": "번호를 누르십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "True",
                   "InputValidation": {"CustomValidation": {"MaximumLength": "4"}}},
                  next="choose", errors={"NoMatchingError": "goodbye"})  # fmt: skip
    choice = compare("choose", "$.StoredCustomerInput", {"1234": "goodbye", "Timeout": "goodbye"}, otherwise="goodbye")

    found = explore([flow("inbound", entry, choice, GOODBYE, BYE)])

    assert branches(found, "choose") == [
        "condition:Equals:1234",
        "condition:Equals:Timeout",
        "error:NoMatchingCondition",
    ]


def test_a_queue_takes_the_contact_or_is_full_or_is_not_there() -> None:
    found = explore([flow("inbound", *to_queue(full="goodbye", failed="goodbye", missing="goodbye"), GOODBYE, BYE)])

    assert branches(found, "queue") == ["error:NoMatchingError", "success"]
    assert branches(found, "transfer") == ["error:NoMatchingError", "error:QueueAtCapacity"]
    assert choices(found) >= {"queue general is full", "queue general is not there"}


def hooked(events: Iterable[str]) -> list[Flow]:
    """A flow that sets a flow for each event, and leads to a queue."""
    names = [*events]
    hooks = [
        hook(f"hook{number}", event, event.lower(), next=f"hook{number + 1}" if number + 1 < len(names) else "queue")
        for number, event in enumerate(names)
    ]
    first = flow("inbound", *hooks, *to_queue(full="goodbye", failed="goodbye", missing="goodbye"), GOODBYE, BYE)
    end = block("end", "EndFlowExecution")
    return [
        first,
        flow("customerqueue", play_music(seconds="20", interrupted="music"), type="customerQueue"),
        flow("agentwhisper", say("say", "고객", next="end"), end, type="agentWhisper"),
        flow("customerwhisper", say("say", "상담사", next="end"), end, type="customerWhisper"),
        flow("agenthold", play_music(), type="agentHold"),
        flow("customerhold", play_music(), type="customerHold"),
        flow("customerremaining", GOODBYE, BYE),
        flow("transfer", *to_queue(full="goodbye", failed="goodbye", missing="goodbye"), GOODBYE, BYE,
             type="queueTransfer"),
    ]  # fmt: skip


EVENTS = ("CustomerQueue", "AgentWhisper", "CustomerWhisper", "AgentHold", "CustomerHold", "CustomerRemaining")


def test_agents_take_contacts_and_hold_them_and_transfer_them_and_hang_up() -> None:
    found = explore(hooked(EVENTS), "inbound")

    entered = {flow for flow, _, _ in found.branches}
    assert entered >= {"agentwhisper", "customerwhisper", "customerremaining", "transfer", "customerqueue"}
    heard = {text for path in found.paths for text in path.heard}
    assert {"상담사", "잠시만 기다려 주십시오.", "안녕히 계십시오."} <= heard
    assert "고객" not in heard
    assert {"an agent takes the contact", "the agent hangs up", "the agent transfers through transfer"} <= choices(
        found
    )


def test_whispers_follow_a_transfer_to_an_agent() -> None:
    go = block("go", "TransferContactToAgent")
    by_agent = flow("by_agent", hook("hook", "AgentWhisper", "whisper", next="go"), go, type="agentTransfer")
    whisper = flow("whisper", say("say", "고객", next="end"), block("end", "EndFlowExecution"), type="agentWhisper")

    found = explore([by_agent, whisper])

    assert branches(found, "say", "whisper") == ["success"]
    assert found.findings == ()


def test_whoever_waits_in_a_queue_may_be_called_back() -> None:
    callback = block("callback", "CreateCallbackContact",
                     {"InitialCallDelaySeconds": "5", "MaximumConnectionAttempts": "1", "RetryDelaySeconds": "600"},
                     next="goodbye", errors={"NoMatchingError": "goodbye"})  # fmt: skip
    number = block("number", "UpdateContactCallbackNumber", {"CallbackNumber": "$.CustomerEndpoint.Address"},
                   next="callback",
                   errors={"InvalidCallbackNumber": "goodbye", "CallbackNumberNotDialable": "goodbye"})  # fmt: skip
    inbound = flow("inbound", hook("hook", "CustomerWhisper", "whisper", next="queue"),
                   block("queue", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, next="number",
                         errors={"NoMatchingError": "goodbye"}), number, callback, GOODBYE, BYE)  # fmt: skip
    whisper = flow("whisper", say("say", "전화드렸습니다.", next="end"), block("end", "EndFlowExecution"),
                   type="customerWhisper")  # fmt: skip

    found = explore([inbound, whisper])

    assert branches(found, "number") == [
        "error:CallbackNumberNotDialable",
        "error:InvalidCallbackNumber",
        "success",
    ]
    assert branches(found, "callback") == ["error:NoMatchingError", "success"]
    assert "the callback is answered" in choices(found)
    assert branches(found, "say", "whisper") == ["success"]
    assert found.findings == ()


def test_a_flow_that_looks_at_the_channel_is_for_calls_and_chats() -> None:
    choice = compare("channel", "$.Channel", {"VOICE": "goodbye"}, otherwise="goodbye")

    found = explore([flow("inbound", choice, GOODBYE, BYE)])
    only_calls = explore([flow("inbound", choice, GOODBYE, BYE)], channels=["VOICE"])

    assert branches(found, "channel") == ["condition:Equals:VOICE", "error:NoMatchingCondition"]
    assert branches(only_calls, "channel") == ["condition:Equals:VOICE"]


def test_numbers_of_queues_lie_on_both_sides_of_what_they_are_compared_with() -> None:
    measure = block("measure", "GetMetricData", {"QueueId": "${queue.general}"}, next="choose",
                    errors={"NoMatchingError": "goodbye"})  # fmt: skip
    choice = block("choose", "Compare", {"ComparisonValue": "$.Metrics.Queue.Size"}, next="staffed",
                   errors={"NoMatchingCondition": "staffed"},
                   conditions=[("NumberGreaterThan", "7", "staffed")])  # fmt: skip
    staffed = block("staffed", "CheckMetricData",
                    {"MetricType": "OldestContactInQueueAgeSeconds", "QueueId": "${queue.general}"},
                    next="goodbye", errors={"NoMatchingError": "goodbye", "NoMatchingCondition": "goodbye"},
                    conditions=[("NumberGreaterThan", "300000", "goodbye")])  # fmt: skip

    found = explore([flow("inbound", measure, choice, staffed, GOODBYE, BYE)])

    assert branches(found, "choose") == ["condition:NumberGreaterThan:7", "error:NoMatchingCondition"]
    assert len(branches(found, "staffed")) == 3


def test_every_share_is_drawn() -> None:
    draw = block("draw", "DistributeByPercentage", next="goodbye", errors={"NoMatchingCondition": "goodbye"},
                 conditions=[("NumberLessThan", "31", "goodbye"), ("NumberLessThan", "61", "goodbye")])  # fmt: skip

    found = explore([flow("inbound", draw, GOODBYE, BYE)])

    assert branches(found, "draw") == [
        "condition:NumberLessThan:31",
        "condition:NumberLessThan:61",
        "error:NoMatchingCondition",
    ]


def test_a_module_hands_its_answers_to_the_flow() -> None:
    invoke = block("invoke", "InvokeFlowModule", {"FlowModuleId": "${module.choose}"}, next="data",
                   errors={"NoMatchingError": "goodbye"}, conditions=[("Equals", "yes", "data")])  # fmt: skip
    data = compare("data", "$.Modules.ResultData.colour", {"red": "goodbye"}, otherwise="goodbye")
    asked = ask_function("ask", "status", next="end", failed="end")
    end = block("end", "EndFlowModuleExecution",
                {"Result": "$.External.result", "ResultData": {"colour": "$.External.colour"}})  # fmt: skip

    found = explore([flow("inbound", invoke, data, GOODBYE, BYE), module("choose", asked, end)])

    assert branches(found, "invoke") == ["condition:Equals:yes", "success"]
    assert branches(found, "data") == ["condition:Equals:red", "error:NoMatchingCondition"]


def test_a_block_that_is_not_simulated_leads_wherever_it_can() -> None:
    case = block("case", "GetCase", {"LinkContactToCase": "false", "GetLastUpdatedCase": "true"}, next="goodbye",
                 errors={"NoneFound": "goodbye", "NoMatchingError": "goodbye"})  # fmt: skip
    choice = compare("choose", "$.Case.case_id", {"7": "case"}, otherwise="goodbye")

    found = explore([flow("inbound", choice, case, GOODBYE, BYE)])

    assert branches(found, "case") == ["error:NoMatchingError", "error:NoneFound", "success"]
    assert found.findings == ()


def test_a_text_that_is_not_given_may_be_each_that_it_is_compared_with() -> None:
    keep = set_attributes("keep", next="choose", offer="${text.offer}")
    choice = compare("choose", "$.Attributes.offer", {"offered": "goodbye"}, otherwise="goodbye")
    flows = [flow("inbound", keep, choice, GOODBYE, BYE)]

    assert branches(explore(flows), "choose") == ["condition:Equals:offered", "error:NoMatchingCondition"]
    assert branches(explore(flows, texts={"offer": "offered"}), "choose") == ["condition:Equals:offered"]


def test_a_withheld_number_is_a_way_of_its_own_where_flows_look_at_numbers() -> None:
    choice = block("choose", "Compare", {"ComparisonValue": "$.CustomerEndpoint.Address"}, next="goodbye",
                   errors={"NoMatchingCondition": "goodbye"},
                   conditions=[("TextStartsWith", "+", "goodbye")])  # fmt: skip

    found = explore([flow("inbound", choice, GOODBYE, BYE)])

    assert branches(found, "choose") == ["condition:TextStartsWith:+", "error:NoMatchingCondition"]
    assert "the number is withheld" in choices(found)


def test_blocks_fail_for_no_reason_only_when_asked_to() -> None:
    keep = set_attributes("keep", next="second", vip="true")
    second = set_attributes("second", next="goodbye", other="true")
    flows = [flow("inbound", keep, second, GOODBYE, BYE)]

    assert branches(explore(flows), "keep") == ["success"]
    assert branches(explore(flows, faults=True), "keep") == ["error:NoMatchingError", "success"]
    once, twice = explore(flows, faults=1), explore(flows, faults=2)
    assert max(sum("meets" in choice for choice in path.choices) for path in once.paths) == 1
    assert max(sum("meets" in choice for choice in path.choices) for path in twice.paths) == 2


def test_the_bound_ends_the_walk_and_says_so() -> None:
    keep = [set_attributes(f"keep{number}", next=f"keep{number + 1}", vip="true") for number in range(20)]
    flows = [flow("inbound", *keep, say("keep20", "안내", next="bye"), BYE)]

    whole, part = explore(flows), explore(flows, bound=5)

    assert (whole.complete, whole.states) == (True, 22)
    assert (part.complete, part.states, part.findings) == (False, 5, ())


def test_progress_is_told_at_each_new_situation() -> None:
    told: list[int] = []

    found = explore([flow("inbound", GOODBYE, BYE)], progress=told.append)

    assert told == list(range(1, found.states + 1))


def test_too_many_answers_are_tried_one_value_after_the_other() -> None:
    names = [f"key{number}" for number in range(12)]
    asked = ask_function("ask", "status", next=names[0], failed="goodbye")
    chain = [
        compare(name, f"$.External.{name}", {"yes": following}, otherwise=following)
        for name, following in zip(names, [*names[1:], "goodbye"], strict=True)
    ]

    found = explore([flow("inbound", asked, *chain, GOODBYE, BYE)])

    assert found.shortened == (("inbound", "ask"),)
    assert branches(found, "key11") == ["condition:Equals:yes", "error:NoMatchingCondition"]


def test_contacts_begin_with_the_flows_that_no_other_leads_to() -> None:
    go = block("go", "TransferToFlow", {"ContactFlowId": "${flow.second}"}, next="goodbye",
               errors={"NoMatchingError": "goodbye"})  # fmt: skip
    flows = [flow("inbound", go, GOODBYE, BYE), flow("second", GOODBYE, BYE)]

    assert {path.choices[0] for path in explore(flows).paths} == {"call to inbound"}
    assert {path.choices[0] for path in explore(flows, "second").paths} == {"call to second"}


def test_a_start_that_is_not_there_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownStart, match="flow 'outbound' is not there; start with one of inbound"):
        explore([flow("inbound", GOODBYE, BYE)], "outbound")


def test_the_shortest_path_is_shown() -> None:
    hours = check_hours("hours", open="ask", closed="bye", missing="goodbye")
    asked = ask_function("ask", "status", next="bye2", failed="goodbye")
    second = block("bye2", "TransferToFlow", {"ContactFlowId": "${flow.end}"}, next="goodbye",
                   errors={"NoMatchingError": "goodbye"})  # fmt: skip

    found = explore([flow("inbound", hours, asked, second, GOODBYE, BYE), flow("end", BYE)])

    assert [finding.path for finding in found.findings] == [
        ("call to inbound", "hours main are closed"),
        ("call to inbound", "hours main are open", "function status answers nothing that is asked for"),
    ]


@pytest.mark.parametrize(
    "validation",
    [
        {"CustomValidation": {"MaximumLength": "15"}},
        {"PhoneNumberValidation": {"NumberFormat": "Local", "CountryCode": "KR"}},
    ],
    ids=lambda validation: next(iter(validation)),
)
def test_an_entry_may_be_a_number_that_can_be_called(validation: dict[str, object]) -> None:
    entry = block("entry", "GetParticipantInput",
                  {"Text": "전화번호를 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "True",
                   "InputValidation": validation},
                  next="keep", errors={"NoMatchingError": "goodbye", "InvalidPhoneNumber": "goodbye"})  # fmt: skip
    keep = block("keep", "UpdateContactCallbackNumber", {"CallbackNumber": "$.StoredCustomerInput"}, next="goodbye",
                 errors={"InvalidCallbackNumber": "goodbye", "CallbackNumberNotDialable": "goodbye"})  # fmt: skip

    found = explore([flow("inbound", entry, keep, GOODBYE, BYE)])

    assert "success" in branches(found, "keep")


def test_modules_alone_cannot_be_walked() -> None:
    with pytest.raises(UnknownStart, match="there are only modules"):
        explore([module("asks", BYE)])
