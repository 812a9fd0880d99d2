"""With an agent: what each of the two hears, on hold, in transfers, and when the agent hangs up."""

import pytest

from connect_flows.simulator import Center, ContactUpdated
from tests.flows.company import CHANNELS, CUSTOMER, bot_answers, calls_back, heard
from tests.flows.promises import SETS_RECORDING
from tests.flows.scenes import talks, told

CONNECTED = "상담사가 연결되었습니다"
OVER = "상담이 종료되었습니다. 가나 상점 고객센터를 이용해 주셔서 감사합니다"
UNPROVEN = "본인 확인이 필요한 고객님입니다."
HELD = ("상담사가 문의하신 내용을 확인하고 있습니다", "기다려 주셔서 감사합니다. 곧 다시 연결해 드리겠습니다")


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("queue", "intent", "about"),
    [
        ("orders", "cancel", "주문 배송 문의입니다."),
        ("billing", "refund", "환불 결제 문의입니다."),
        ("general", "faq", "일반 문의입니다."),
        ("orders", "complaint", "불편 사항이 있는 고객님입니다."),
        ("general", "callback", "전화 예약을 원하는 고객님입니다."),
    ],
)
def test_an_agent_hears_what_it_is_about(center: Center, channel: str, queue: str, intent: str, about: str) -> None:
    customer, _ = talks(center, channel, queue, intent)

    assert told(customer) == [about, UNPROVEN]


def test_an_agent_hears_that_a_customer_is_known(center: Center) -> None:
    bot_answers(center, next_action="authenticate", bot_intent="refund", resume_intent="refund")
    bot_answers(center, next_action="queue", queue="billing", bot_intent="refund")
    customer = center.call(CUSTOMER).says("환불이요").presses("1").presses("19900102#").says("네").is_queued("billing")

    center.agent("minsu", "billing")

    assert told(customer) == ["환불 결제 문의입니다.", "본인 확인이 완료된 고객님입니다."]


def test_an_agent_hears_that_a_signed_in_customer_of_a_chat_is_known(center: Center) -> None:
    bot_answers(center, next_action="queue", queue="general", bot_intent="agent")
    customer = center.chat(attributes={"customer_id": "C-7"}).says("상담사요").is_queued("general")

    center.agent("minsu", "general")

    assert told(customer) == ["일반 문의입니다.", "본인 확인이 완료된 고객님입니다."]


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_customer_whose_agent_hangs_up_is_told_goodbye(center: Center, channel: str) -> None:
    customer, agent = talks(center, channel)

    agent.hangs_up()

    customer.hears(OVER).ends("CONTACT_FLOW_DISCONNECT")
    assert OVER in heard(customer)[-1]


def test_a_customer_who_is_called_back_is_told_goodbye_too(center: Center) -> None:
    customer = calls_back(center).answers().presses("1")
    agent = center.agent("minsu", "callback")
    customer.hears(CONNECTED)

    agent.hangs_up()

    customer.hears(OVER).ends()


def test_a_customer_on_hold_hears_what_the_agent_does(center: Center) -> None:
    customer, agent = talks(center)

    agent.holds()

    customer.is_held().hears(*HELD).agent_hears("통화 대기 중입니다")
    agent.resumes()
    agent.hangs_up()
    customer.hears(OVER).ends()


def test_a_customer_who_is_called_back_may_be_held(center: Center) -> None:
    customer = calls_back(center).answers().presses("1")

    center.agent("minsu", "callback").holds()

    customer.is_held().hears(*HELD).agent_hears("통화 대기 중입니다")


def test_a_customer_who_hangs_up_on_an_agent_is_gone(center: Center) -> None:
    customer, agent = talks(center)

    customer.hangs_up().ends("CUSTOMER_DISCONNECT")

    assert agent.contact is None


@pytest.mark.parametrize("broken", ["set-voice", "set-language", "greet-customer"])
def test_a_customer_whom_an_agent_calls_may_be_held_whatever_else_fails(center: Center, broken: str) -> None:
    center.breaks("outbound", broken)

    customer = center.dial(CUSTOMER, flow="outbound").answers()

    assert set(customer.contact.walk.hooks) == {"AgentHold", "CustomerHold"}
    assert (customer.contact.language == "ko-KR") == (broken != "set-language")
    assert bool(customer.contact.recording) == (broken != "greet-customer")


def test_a_customer_whom_an_agent_calls_is_greeted_and_recorded(center: Center) -> None:
    customer = center.dial(CUSTOMER, flow="outbound").answers()

    customer.hears("안녕하십니까. 가나 상점 고객센터입니다. 이 통화는")
    assert len(heard(customer)) == 1
    assert [event.values for event in customer.events(ContactUpdated) if event.what == SETS_RECORDING] == [
        {"RecordingBehavior": {"RecordedParticipants": ["Agent", "Customer"]}}
    ]
    assert customer.contact.walk.hooks == {
        "AgentHold": "${flow.agent_hold}",
        "CustomerHold": "${flow.customer_hold}",
    }
    assert customer.contact.language == "ko-KR"
