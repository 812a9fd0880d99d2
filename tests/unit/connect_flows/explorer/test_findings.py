"""Each thing that may be wrong with a path: a flow that shows it, and its twin that does not."""

import pytest

from connect_flows import Flow
from connect_flows.simulator import Exploration, PathFinding, PathProblem, explore
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.small_flows import (
    BYE,
    GOODBYE,
    ask_function,
    check_hours,
    compare,
    flow,
    hook,
    loop,
    menu,
    module,
    play_music,
    say,
    set_attributes,
    to_queue,
)


def only(found: Exploration) -> PathFinding:
    """The one finding there is."""
    assert [str(finding) for finding in found.findings][1:] == []
    [finding] = found.findings
    return finding


def test_a_contact_that_ends_without_any_word_ends_in_silence() -> None:
    found = only(explore([flow("inbound", BYE)]))

    assert (found.problem, found.flow, found.block) == (PathProblem.SILENCE, "inbound", "bye")
    assert found.path == ("call to inbound",)


def test_only_the_path_without_a_word_ends_in_silence() -> None:
    hours = check_hours("hours", open="goodbye", closed="bye", missing="goodbye")

    found = only(explore([flow("inbound", hours, GOODBYE, BYE)]))

    assert found.problem is PathProblem.SILENCE
    assert found.path == ("call to inbound", "hours main are closed")
    assert "after hours" in found.message


@pytest.mark.parametrize(
    ("asked", "said", "problems"),
    [("bye", "goodbye", ["silence"]), ("goodbye", "bye", ["silence"]), ("goodbye", "goodbye", [])],
)
def test_the_question_is_no_answer_to_what_the_customer_does(asked: str, said: str, problems: list[str]) -> None:
    question = menu("menu", {"1": said}, timeout=asked, wrong=said)

    found = explore([flow("inbound", question, GOODBYE, BYE)])

    assert [finding.problem.value for finding in found.findings] == problems


def test_both_silent_ends_are_found_where_two_blocks_lead_to_the_same_end() -> None:
    hours = check_hours("hours", open="menu", closed="bye", missing="menu")
    question = menu("menu", {"1": "bye"}, timeout="goodbye", wrong="goodbye")

    found = explore([flow("inbound", hours, question, GOODBYE, BYE)])

    assert [finding.path[-1] for finding in found.findings] == ["hours main are closed", "the customer presses 1"]


def test_an_error_without_a_branch_drops_the_caller() -> None:
    music = block("ask", "GetParticipantInput", {"Text": "1번", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
                  next="goodbye", errors={"NoMatchingCondition": "goodbye"},
                  conditions=[("Equals", "1", "goodbye")])  # fmt: skip

    found = only(explore([flow("inbound", music, GOODBYE, BYE)]))

    assert (found.problem, found.block) == (PathProblem.DROPPED, "ask")
    assert found.path == ("call to inbound", "the customer stays silent")
    assert "InputTimeLimitExceeded" in found.message


def test_blocks_that_lead_in_a_circle_in_silence_are_a_loop() -> None:
    again = ask_function("ask", "status", next="goodbye", failed="ask")

    found = only(explore([flow("inbound", again, GOODBYE, BYE)]))

    assert (found.problem, found.block) == (PathProblem.LOOP, "ask")
    assert found.path == ("call to inbound",)


def test_a_counted_circle_is_no_loop() -> None:
    again = ask_function("ask", "status", next="goodbye", failed="count")
    count = loop("count", "3", again="ask", done="goodbye")

    assert explore([flow("inbound", again, count, GOODBYE, BYE)]).findings == ()


def test_a_menu_that_a_silent_caller_never_leaves_is_endless() -> None:
    question = menu("menu", {"1": "goodbye"}, timeout="menu", wrong="goodbye")

    found = only(explore([flow("inbound", question, GOODBYE, BYE)]))

    assert (found.problem, found.block) == (PathProblem.ENDLESS, "menu")


def test_a_menu_that_only_the_customer_repeats_is_not_endless() -> None:
    question = menu("menu", {"1": "goodbye", "*": "menu"}, timeout="goodbye", wrong="menu")

    assert explore([flow("inbound", question, GOODBYE, BYE)]).findings == ()


def test_a_menu_that_gives_up_is_not_endless() -> None:
    question = menu("menu", {"1": "goodbye"}, timeout="count", wrong="goodbye")
    count = loop("count", "2", again="menu", done="goodbye")

    assert explore([flow("inbound", question, count, GOODBYE, BYE)]).findings == ()


def test_a_message_that_follows_itself_is_endless() -> None:
    found = explore([flow("inbound", say("one", "하나", next="two"), say("two", "둘", next="one"))])

    assert [finding.problem for finding in found.findings] == [PathProblem.ENDLESS]


def test_a_flow_that_ends_and_leaves_the_contact_to_nobody_strands_it() -> None:
    found = only(
        explore([flow("inbound", say("greet", "안녕하십니까.", next="end"), block("end", "EndFlowExecution"))])
    )

    assert (found.problem, found.block) == (PathProblem.STRANDED, "end")


def queueing(*hooks: dict[str, object]) -> list[Flow]:
    """A flow that leads to a queue, with a flow for those who wait there."""
    return [
        flow("inbound", *hooks, *to_queue(full="goodbye", failed="goodbye", missing="goodbye"), GOODBYE, BYE),
        flow("waiting", play_music(), type="customerQueue"),
    ]


def test_who_waits_without_a_queue_flow_is_found() -> None:
    found = only(explore(queueing(), "inbound"))

    assert (found.problem, found.block) == (PathProblem.NO_QUEUE_FLOW, "transfer")


def test_who_waits_with_a_queue_flow_is_well() -> None:
    found = explore(queueing(hook("hook", "CustomerQueue", "waiting", next="queue")))

    assert found.findings == ()


def test_an_attribute_that_nothing_sets_is_found_where_it_is_compared() -> None:
    choice = compare("choose", "$.Attributes.vip", {"true": "goodbye"}, otherwise="goodbye")

    found = only(explore([flow("inbound", choice, GOODBYE, BYE)]))

    assert (found.problem, found.block) == (PathProblem.UNSET, "choose")
    assert "attribute vip" in found.message


def test_an_attribute_that_contacts_bring_along_is_set() -> None:
    choice = compare("choose", "$.Attributes.vip", {"true": "goodbye"}, otherwise="goodbye")

    found = explore([flow("inbound", choice, GOODBYE, BYE)], given=["vip"])

    assert (found.findings, found.unreached) == ((), {})


def test_a_value_that_an_attribute_never_has_is_a_branch_that_no_path_takes() -> None:
    given = set_attributes("set", intent="refund", next="choose")
    choice = compare("choose", "$.Attributes.intent", {"refund": "goodbye", "refunds": "goodbye"}, otherwise="goodbye")

    found = only(explore([flow("inbound", given, choice, GOODBYE, BYE)]))

    assert (found.problem, found.block) == (PathProblem.UNREACHED, "choose")
    assert "condition:Equals:refunds" in found.message
    assert "$.Attributes.intent never is such" in found.message


def test_a_condition_that_an_earlier_one_takes_is_a_branch_that_no_path_takes() -> None:
    asked = ask_function("ask", "status", next="choose", failed="goodbye")
    choice = block("choose", "Compare", {"ComparisonValue": "$.External.status"}, next="goodbye",
                   errors={"NoMatchingCondition": "goodbye"},
                   conditions=[("TextStartsWith", "o", "goodbye"), ("Equals", "open", "goodbye")])  # fmt: skip

    found = only(explore([flow("inbound", asked, choice, GOODBYE, BYE)]))

    assert (found.problem, found.block) == (PathProblem.UNREACHED, "choose")
    assert "condition:Equals:open" in found.message


def test_a_block_that_nothing_leads_to_is_found() -> None:
    alone = say("alone", "아무도 오지 않습니다.", next="bye")

    found = only(explore([flow("inbound", GOODBYE, alone, BYE)]))

    assert (found.problem, found.block) == (PathProblem.UNREACHED, "alone")
    assert "no path comes to this block" in found.message


def test_a_flow_that_no_path_comes_to_is_found() -> None:
    lost = module("lost", say("say", "안내", next="end"), block("end", "EndFlowModuleExecution"))

    found = only(explore([flow("inbound", GOODBYE, BYE), lost]))

    assert (found.problem, found.flow, found.block) == (PathProblem.UNREACHED, "lost", "")


def test_a_module_that_never_ends_leaves_a_branch_that_no_path_takes() -> None:
    invoked = block("invoke", "InvokeFlowModule", {"FlowModuleId": "${module.asks}"}, next="goodbye",
                    errors={"NoMatchingError": "bye2"})  # fmt: skip
    asks = module("asks", say("say", "안내", next="bye"), BYE)

    found = only(explore([flow("inbound", invoked, say("bye2", "죄송합니다.", next="bye"), GOODBYE, BYE), asks]))

    assert (found.problem, found.block) == (PathProblem.UNREACHED, "invoke")
    assert "the block never succeeds" in found.message


def test_says_which_flow_is_missing_that_a_block_names() -> None:
    late = hook("hook", "CustomerRemaining", "survey", next="goodbye")
    late["Transitions"]["Errors"] = [{"ErrorType": "NoMatchingError", "NextAction": "sorry"}]

    found = only(explore([flow("inbound", late, say("sorry", "죄송합니다.", next="bye"), GOODBYE, BYE)]))

    assert (found.problem, found.block) == (PathProblem.UNREACHED, "hook")
    assert found.message == "no path takes success: ${flow.survey} is not among these flows"
    assert found.cure == "give that flow, too, or correct its name"


def test_a_type_that_amazon_connect_does_not_have_cannot_be_run() -> None:
    found = explore([flow("inbound", block("what", "NoSuchType", next="goodbye"), GOODBYE, BYE)])

    assert [(finding.problem, finding.block) for finding in found.findings][:1] == [(PathProblem.STUCK, "what")]
    assert "no type NoSuchType" in str(found.findings[0])


def test_a_way_to_nowhere_cannot_be_run() -> None:
    found = only(explore([flow("inbound", say("greet", "안녕하십니까.", next="nowhere"), type="contactFlow")]))

    assert (found.problem, found.block) == (PathProblem.STUCK, "greet")


def test_parameters_that_make_no_sense_cannot_be_run() -> None:
    question = menu("menu", {"1": "goodbye"}, timeout="goodbye", wrong="goodbye")
    question["Parameters"]["InputTimeLimitSeconds"] = "soon"

    found = explore([flow("inbound", question, GOODBYE, BYE)])

    assert found.findings[0].problem is PathProblem.STUCK
    assert "'soon'" in found.findings[0].message


def test_a_finding_reads_as_one_line_with_place_cure_and_path() -> None:
    [finding] = explore([flow("inbound", BYE)]).findings

    assert str(finding) == (
        "inbound: block bye: the contact ends without a word; say what is the matter before it ends (call to inbound)"
    )
