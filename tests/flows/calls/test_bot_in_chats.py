"""What the bot does in chats: whoever it does not help gets a person, and a site may say who it is."""

import pytest

from connect_flows.simulator import Center
from tests.flows.company import (
    TEXTS,
    Dial,
    bot_answers,
    bot_fails,
    bot_was_told,
)

CLOSED = f"지금은 상담 시간이 아닙니다. 상담 시간은 {TEXTS['opening_hours']}입니다"
PROVE = {"next_action": "authenticate", "bot_intent": "delivery", "resume_intent": "delivery"}
UNHELPFUL: tuple[dict[str, str], ...] = ({"next_action": "dance"}, {})


@pytest.mark.parametrize("answer", [{"next_action": "keypad"}, PROVE, *UNHELPFUL], ids=str)
def test_a_chat_that_the_bot_does_not_help_gets_a_person(center: Center, chat: Dial, answer: dict[str, str]) -> None:
    bot_answers(center, **answer)

    chat().says("음").hears("상담사를 연결해 드리겠습니다.").is_queued("general").has(intent="unknown")


def test_a_chat_that_the_bot_gives_no_answer_gets_a_person(center: Center, chat: Dial) -> None:
    bot_fails(center)

    chat().says("음").hears("상담사를 연결해 드리겠습니다.").is_queued("general")


def test_a_chat_gets_a_person_when_there_is_no_bot(center: Center, chat: Dial) -> None:
    center.missing.add("bot.customer_service")

    chat().hears("상담사를 연결해 드리겠습니다.").is_queued("general")


def test_a_chat_that_the_bot_does_not_help_is_told_when_nobody_is_there(center: Center, chat: Dial) -> None:
    center.closes("business")
    bot_answers(center)

    chat().says("음").hears("상담사를 연결해 드리겠습니다.", CLOSED).ends()


@pytest.mark.parametrize("flow", ["chat", "inbound"])
@pytest.mark.parametrize(("customer_id", "known"), [("", "false"), ("C-7", "true")])
def test_a_chat_is_anonymous_unless_the_site_says_who_it_is(
    center: Center, chat: Dial, flow: str, customer_id: str, known: str
) -> None:
    bot_answers(center, next_action="goodbye")

    customer = chat(flow=flow, attributes={"customer_id": customer_id} if customer_id else {}).says("배송이요").ends()

    customer.has(customer_authenticated=known, intent="unknown")
    assert bot_was_told(center) == [{"channel": "CHAT", "customer_id": customer_id, "customer_authenticated": known}]
