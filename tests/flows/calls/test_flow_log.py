"""The flow log tells what happened, and nothing about who it happened to."""

import pytest

from connect_flows.simulator import Center
from tests.flows.company import CHANNELS, CUSTOMER, begins, bot_answers
from tests.flows.promises import witness_of

SECRETS = {"order_number": "2026112201", "callback_phone": "+821099998888"}


@pytest.mark.parametrize("channel", CHANNELS)
def test_what_the_bot_has_learned_is_not_in_the_log(center: Center, channel: str) -> None:
    bot_answers(center, next_action="callback", bot_intent="callback", **SECRETS)

    begins(center, channel).says("내일 오후 세 시에 전화 주세요").is_queued("general")

    witness = witness_of(center)
    assert {"choose-next", "queue-general"} <= {event.block for event in witness.log}
    assert not {"ask-bot", "keep-order-number", "keep-callback-wish"} & {event.block for event in witness.log}
    assert witness.secrets >= set(SECRETS.values())
    assert witness.leaks == []


@pytest.mark.parametrize(("key", "entry"), [("1", "19900102"), ("2", "2026112201")])
def test_what_a_caller_types_as_a_proof_is_not_in_the_log(center: Center, key: str, entry: str) -> None:
    bot_answers(center, next_action="authenticate", bot_intent="delivery")

    center.call(CUSTOMER).says("택배요").presses(key).presses(entry).hears("본인 확인이 완료되었습니다")

    witness = witness_of(center)
    assert {"choose-method", "check-outcome", "say-authenticated"} <= {event.block for event in witness.log}
    assert {entry, "김*지"} <= witness.secrets
    assert witness.leaks == []


def test_the_number_of_whoever_wants_to_be_called_in_turn_is_not_in_the_log(center: Center) -> None:
    bot_answers(center, next_action="queue", queue="orders")

    center.call(CUSTOMER).says("주문이요").waits_to_hear("전화를 받으시려면 2번").presses("2").ends()

    witness = witness_of(center)
    assert {"create-callback", "offer-callback"} <= {event.block for event in witness.log}
    assert not {"check-number", "set-callback-number"} & {event.block for event in witness.log}
    assert CUSTOMER in witness.secrets
