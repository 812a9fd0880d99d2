"""What a verb of a call must not take for a proof."""

import pytest

from connect_flows.simulator import CallFailure
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of
from tests.unit.connect_flows.simulator.test_callback import with_callback
from tests.unit.connect_flows.simulator.test_whisper_hold import with_hooks
from tests.unit.connect_flows.small_flows import say


def test_a_customer_whose_agent_has_gone_is_not_on_hold() -> None:
    center = with_hooks("AgentHold", "CustomerHold")
    agent = center.agent("minsu", "general")
    call = center.call(CUSTOMER)
    agent.holds()
    call.is_held()
    agent.hangs_up()

    with pytest.raises(CallFailure, match="expected to be on hold"):
        call.is_held()


@pytest.mark.parametrize("text", ["", " ", "?!", "<break/>"])
def test_a_text_of_which_nothing_is_heard_is_no_proof(text: str) -> None:
    call = center_of(say("greet", "안녕하십니까.", next="bye")).call(CUSTOMER)

    for verb in (call.hears, call.hears_nothing_of, call.agent_hears, call.waits_to_hear):
        with pytest.raises(ValueError, match="can be heard; give words"):
            verb(text)


def test_a_callback_hears_nothing_of_the_call_before_it() -> None:
    before = say("before", "곧 전화 드리겠습니다.", next="it")
    center = with_callback(before)
    call = center.call(CUSTOMER).hears("곧 전화")

    with pytest.raises(CallFailure, match="expected to hear '곧 전화'"):
        call.callback().hears("곧 전화")
