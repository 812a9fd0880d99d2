"""What goes wrong in a simulation: never silently, and with the cure."""

import pytest

from connect_flows.simulator import Branch, Center, FlowFailed, MissingValue, NotRun, SimulationError, UnknownAction
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import BYE, flow, hook, loop, say, to_queue


def test_a_type_that_amazon_connect_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownAction, match="block it: Amazon Connect has no type PlayPrompt; correct the type"):
        center_of(it("PlayPrompt"), *told()).call(CUSTOMER)


def test_no_stub_stands_in_for_a_type_that_amazon_connect_does_not_have() -> None:
    with pytest.raises(UnknownAction, match="Amazon Connect has no type PlayPrompt"):
        center_of(it("PlayPrompt"), *told()).stub("PlayPrompt", "success").call(CUSTOMER)


def test_a_way_to_a_block_that_is_not_there_is_an_error() -> None:
    with pytest.raises(NotRun, match="there is no block nowhere; lead to another"):
        center_of(say("say", "안내", next="nowhere")).call(CUSTOMER)


def test_a_flow_that_circles_in_silence_is_an_error() -> None:
    first, second = loop("first", "5", again="second", done="second"), loop("second", "5", again="first", done="first")

    with pytest.raises(NotRun, match="more than 1000 blocks without a pause"):
        center_of(first, second).call(CUSTOMER)


def test_a_flow_that_is_not_there_is_named_with_those_there_are() -> None:
    with pytest.raises(SimulationError, match="flow 'outbound' is not there; there are inbound"):
        center_of().call(CUSTOMER, flow="outbound")


def test_a_text_without_a_value_is_an_error_with_its_cure() -> None:
    flows = [flow("inbound", say("say", "${text.company_name}입니다.", next="bye"), BYE)]

    with pytest.raises(MissingValue, match=r"block say: \$\{text.company_name\} has no value; give it: texts="):
        Center(flows)
    Center(flows, texts={"company_name": "가나 상점"}).call(CUSTOMER).hears("가나 상점입니다.")


def test_an_error_without_a_branch_fails_the_flow_and_ends_the_contact() -> None:
    call = center_of(say("say", " ", next="bye")).call(CUSTOMER).ends("CONTACT_FLOW_DISCONNECT")

    [failed] = call.events(FlowFailed)
    assert (failed.flow, failed.block) == ("inbound", "say")
    assert "no branch for NoMatchingError" in failed.reason
    assert [event.branch for event in call.events(Branch)] == [""]


def test_a_queue_flow_that_fails_leaves_the_contact_in_the_queue() -> None:
    broken = flow("waiting", say("say", " ", next="end"), block("end", "EndFlowExecution"), type="customerQueue")
    queue = to_queue(full="bye", failed="bye", missing="bye")

    call = center_of(hook("hook", "CustomerQueue", "waiting", next="queue"), *queue, others=(broken,)).call(CUSTOMER)

    call.is_queued("general")
    assert [event.flow for event in call.events(FlowFailed)] == ["waiting"]


@pytest.mark.parametrize("error", ["NoMatchingError", "QueueAtCapacity"])
def test_a_block_that_a_test_breaks_meets_this_error(error: str) -> None:
    queue = to_queue(full="full", failed="failed", missing="bye")
    center = center_of(*queue, say("full", "대기가 많습니다.", next="bye"), say("failed", "고장입니다.", next="bye"))

    center.breaks("inbound", "transfer", error).call(CUSTOMER).took("inbound", "transfer", f"error:{error}")


def test_an_error_without_a_branch_of_its_own_takes_that_for_all_errors() -> None:
    queue = to_queue(full="bye", failed="bye", missing="bye")

    center_of(*queue).breaks("inbound", "queue", "QueueAtCapacity").call(CUSTOMER).took(
        "inbound", "queue", "error:NoMatchingError"
    )


def test_a_broken_block_does_nothing_else() -> None:
    center = center_of(it("MessageParticipant", {"Text": "안녕하십니까."}), *told()).breaks("inbound", "it")

    center.call(CUSTOMER).hears_nothing_of("안녕하십니까").took("inbound", "it", "error:NoMatchingError")
