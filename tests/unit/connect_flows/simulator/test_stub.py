"""What stands in for blocks that are not simulated."""

import pytest

from connect_flows.simulator import Center, SimulationError, Step, Unscripted
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import say

FOUND = (("Equals", "Found", "bye"),)


def with_case() -> Center:
    return center_of(it("GetCase", {"LinkContactToCase": "false"}, "NoneFound", conditions=FOUND), *told("NoneFound"))


@pytest.mark.parametrize(
    ("outcome", "branch"),
    [
        ("success", "success"),
        ("error:NoneFound", "error:NoneFound"),
        ("error:NoMatchingError", "error:NoMatchingError"),
        ("condition:Found", "condition:Equals:Found"),
    ],
)
def test_a_stub_leads_where_the_test_says(outcome: str, branch: str) -> None:
    with_case().stub("GetCase", outcome).call(CUSTOMER).took("inbound", "it", branch).ends()


def test_a_stub_may_end_the_flow() -> None:
    call = with_case().stub("GetCase", "end").call(CUSTOMER).took("inbound", "it")

    assert (call.contact.walk.frames, call.contact.state) == ([], "IN_FLOW")


def test_a_stub_may_be_a_function_that_provides_what_the_block_would() -> None:
    def found(step: Step) -> str:
        step.contact.extras["Case"] = {"case_id": f"{step.contact.attributes['order']}-1"}
        return "success"

    tell = say("tell", "사례 $.Case.case_id", next="bye")
    case = it("GetCase", {"LinkContactToCase": "false"}, "NoneFound", next="tell")
    center = center_of(case, tell, *told("NoneFound")).stub("GetCase", found)

    center.call(CUSTOMER, attributes={"order": "7"}).hears("사례 7-1")


def test_a_stub_for_one_block_comes_before_that_for_its_type() -> None:
    center = with_case().stub("GetCase", "success").stub("inbound/it", "error:NoneFound")

    center.call(CUSTOMER).took("inbound", "it", "error:NoneFound")


def test_a_stub_stands_in_for_a_mode_that_is_not_simulated() -> None:
    bot = it("ConnectParticipantWithLexBot", {"Text": "네?", "LexBot": {"Name": "a", "Region": "b", "Alias": "c"}},
             "NoMatchingCondition")  # fmt: skip
    center = center_of(bot, *told("NoMatchingCondition"))

    center.stub("ConnectParticipantWithLexBot", "error:NoMatchingCondition").call(CUSTOMER).took(
        "inbound", "it", "error:NoMatchingCondition"
    )


def test_a_stub_does_not_stand_in_for_what_is_simulated() -> None:
    center = center_of(it("MessageParticipant", {"Text": "안녕하십니까."}), *told())

    center.stub("MessageParticipant", "error:NoMatchingError").call(CUSTOMER).took("inbound", "it", "success")


@pytest.mark.parametrize("outcome", ["error:MultipleFound", "condition:Lost", "somewhere", ""])
def test_a_stub_that_leads_nowhere_is_an_error_with_the_ways_there_are(outcome: str) -> None:
    ways = "end, success, error:NoneFound, error:NoMatchingError, condition:Found"

    with pytest.raises(
        SimulationError, match=f"inbound: block it: the stub leads to '{outcome}'; the block has {ways}"
    ):
        with_case().stub("GetCase", lambda step: outcome).call(CUSTOMER)


def test_without_a_stub_the_block_says_how_to_script_it() -> None:
    with pytest.raises(Unscripted, match=r"inbound: block it: GetCase is not simulated; script it: center.stub"):
        with_case().call(CUSTOMER)


def test_a_block_without_a_next_action_has_no_success() -> None:
    center = center_of(block("it", "RouteContactToAgent", errors={"NoMatchingError": "bye"}))

    with pytest.raises(SimulationError, match="the block has end, error:NoMatchingError"):
        center.stub("RouteContactToAgent", "success").call(CUSTOMER)
