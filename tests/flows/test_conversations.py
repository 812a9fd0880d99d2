"""Our own flows, run: what becomes of callers and chats, whatever the bot makes of them."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.connect.contacts.actions import bots
from aicc_local.connect.contacts.contact import CONTACT
from aicc_local.errors import not_found
from connect_flows import Flow
from tests.flows.company import TEXTS, Answer, Company
from tests.unit.local.contacts.contact_centre import CUSTOMER

Opened = Callable[..., Company]
CHANNELS = ("VOICE", "CHAT")
PROVE = {"next_action": "authenticate", "bot_intent": "delivery", "resume_intent": "delivery"}
BIRTH_DATE = ("1", "19900102#")


@pytest.fixture
def company(flows: Mapping[str, Flow], monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Opens the contact centre, with a bot that answers as told."""

    def opened(*answers: Answer, **settings: Any) -> Company:
        made = Company(flows, answers=list(answers), **settings)
        monkeypatch.setattr(bots, "recognize_text", made.recognize)
        return made

    return opened


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("queue", "waits_in"),
    [("orders", "orders"), ("billing", "billing"), ("general", "general"), ("nowhere", "general"), ("", "general")],
)
def test_whoever_needs_a_person_waits_in_the_queue_that_the_bot_chose(
    company: Opened, channel: str, queue: str, waits_in: str
) -> None:
    made = company({"next_action": "queue", "queue": queue, "bot_intent": "cancel"})

    contact = made.contact(channel, "주문 취소요")

    seen = made.look(contact)
    assert (seen["state"], seen["queue"]) == ("IN_QUEUE", waits_in)
    assert "봇의 대답입니다." in seen["said"]


@pytest.mark.parametrize("channel", CHANNELS)
def test_whoever_needs_a_person_out_of_hours_is_told_when_somebody_is_there(company: Opened, channel: str) -> None:
    made = company({"next_action": "queue", "queue": "orders"}, open=False)

    contact = made.contact(channel, "주문 취소요")

    seen = made.look(contact)
    assert seen["state"] == "ENDED"
    assert TEXTS["text.opening_hours"] in seen["said"][-1]


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_bot_answers_out_of_hours_too(company: Opened, channel: str) -> None:
    made = company({"next_action": "goodbye"}, open=False)

    contact = made.contact(channel, "몇 시까지 하세요")

    seen = made.look(contact)
    assert (seen["state"], seen["said"][-2:]) == (
        "ENDED",
        ["봇의 대답입니다.", "상담을 마치겠습니다. 안녕히 계십시오."],
    )


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_callback_is_handed_to_a_person_with_time_and_number(company: Opened, channel: str) -> None:
    wish = {"callback_time": "2026-11-24T15:00:00+09:00", "callback_phone": "+821099998888"}
    made = company({"next_action": "callback", "bot_intent": "callback", **wish})

    contact = made.contact(channel, "내일 오후 세 시에 전화 주세요")

    seen = made.look(contact)
    assert (seen["state"], seen["queue"]) == ("IN_QUEUE", "general")
    assert seen["attributes"].items() >= wish.items()
    assert "전화 예약을 확인해 드릴 상담사를 연결하겠습니다." in seen["said"]


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_callback_out_of_hours_is_not_promised(company: Opened, channel: str) -> None:
    made = company({"next_action": "callback", "bot_intent": "callback"}, open=False)

    contact = made.contact(channel, "내일 오후 세 시에 전화 주세요")

    seen = made.look(contact)
    assert seen["state"] == "ENDED"
    assert "전화 예약을 마치지 못했습니다" in seen["said"][-1]
    assert TEXTS["text.opening_hours"] in seen["said"][-1]


@pytest.mark.parametrize(
    "answer", [{"next_action": "keypad"}, {"next_action": "dance"}, {}, not_found("no such alias")], ids=str
)
def test_a_caller_whom_the_bot_does_not_help_gets_the_menu(company: Opened, answer: Answer) -> None:
    made = company(answer)

    contact = made.call("5")

    seen = made.look(contact)
    assert (seen["action"], seen["waits_for"]) == ("main-menu", "input")
    assert made.look(made.say(contact, "3"))["queue"] == "general"


def test_a_caller_who_says_nothing_gets_the_menu(company: Opened) -> None:
    made = company()
    contact = made.call()

    control.let_time_pass(made.centre.aws, contact)

    assert made.look(contact)["action"] == "main-menu"


@pytest.mark.parametrize(
    "answer",
    [{"next_action": "keypad"}, {"next_action": "authenticate"}, {"next_action": "dance"}, {}, not_found("no alias")],
    ids=str,
)
def test_a_chat_that_the_bot_does_not_help_gets_a_person(company: Opened, answer: Answer) -> None:
    made = company(answer)

    contact = made.chat("음")

    seen = made.look(contact)
    assert (seen["state"], seen["queue"]) == ("IN_QUEUE", "general")
    assert "상담사를 연결해 드리겠습니다." in seen["said"]


def test_a_complaint_comes_first_and_the_agent_knows(company: Opened) -> None:
    made = company({"next_action": "queue", "queue": "general", "bot_intent": "complaint"})
    contact = made.call("정말 화가 나네요")

    control.make_available(made.centre.aws, "minsu")
    made.centre.profile.properties["QueueConfigs"][0]["QueueReference"]["QueueArn"] = made.values["queue.general"]
    control.accept(made.centre.aws, contact)

    assert made.centre.described(contact)["QueuePriority"] == 1
    assert "불편 사항이 있는 고객님입니다." in made.look(contact)["said"]


def test_whoever_proves_who_they_are_goes_on_where_they_were(company: Opened) -> None:
    made = company(PROVE, {"next_action": "goodbye"})
    contact = made.call("제 택배 어디 있어요", *BIRTH_DATE)

    made.say(contact, "네")

    caller = {"channel": "VOICE", "customer_number": CUSTOMER}
    assert made.told == [
        {**caller, "customer_authenticated": "false"},
        {
            **caller,
            "customer_authenticated": "true",
            "customer_id": "C-1",
            "resume_intent": "delivery",
            "next_action": "keypad",
        },
    ]
    assert made.look(contact)["state"] == "ENDED"
    assert made.look(contact)["attributes"]["customer_name"] == "김*지"


@pytest.mark.parametrize(
    ("intent", "queue"),
    [
        ("order_status", "orders"),
        ("delivery", "orders"),
        ("refund", "billing"),
        ("billing", "billing"),
        ("faq", "general"),
    ],
)
def test_whoever_does_not_prove_who_they_are_gets_a_person(company: Opened, intent: str, queue: str) -> None:
    made = company({**PROVE, "bot_intent": intent, "resume_intent": intent})

    contact = made.call("확인해 주세요", "0")

    seen = made.look(contact)
    assert (seen["state"], seen["queue"]) == ("IN_QUEUE", queue)
    assert seen["attributes"]["customer_authenticated"] == "false"
    assert len(made.told) == 1


def test_nobody_is_asked_twice_who_they_are(company: Opened) -> None:
    made = company(PROVE, PROVE)

    contact = made.call("제 택배 어디 있어요", *BIRTH_DATE, "네")

    assert made.look(contact)["queue"] == "orders"
    assert len(made.told) == 2


def test_whoever_is_known_and_goes_to_the_menu_is_not_asked_either(company: Opened) -> None:
    made = company(PROVE, not_found("no alias"))

    contact = made.call("제 택배 어디 있어요", *BIRTH_DATE, "네", "2")

    assert made.look(contact)["queue"] == "billing"


def test_the_menu_still_asks_who_somebody_is(company: Opened) -> None:
    made = company({"next_action": "keypad"})

    contact = made.call("5", "1", *BIRTH_DATE)

    assert made.look(contact)["queue"] == "orders"
    assert made.look(contact)["attributes"]["customer_authenticated"] == "true"


@pytest.mark.parametrize("flow", ["chat", "inbound"])
def test_a_chat_is_anonymous_unless_the_site_says_who_it_is(company: Opened, flow: str) -> None:
    made = company({"next_action": "goodbye"}, {"next_action": "goodbye"})

    made.chat("배송이요", flow=flow)
    made.chat("배송이요", flow=flow, customer_id="C-7")

    assert [(told["customer_authenticated"], told["customer_id"]) for told in made.told] == [
        ("false", ""),
        ("true", "C-7"),
    ]
    assert {told["channel"] for told in made.told} == {"CHAT"}


def test_a_chat_that_comes_to_the_flow_for_calls_runs_that_for_chats(company: Opened) -> None:
    made = company()

    contact = made.chat(flow="inbound")

    seen = made.look(contact)
    assert (seen["flow"], seen["waits_for"]) == ("chat", "input")


@pytest.mark.parametrize("channel", CHANNELS)
def test_in_an_emergency_nobody_is_asked_anything(company: Opened, channel: str) -> None:
    made = company(line_status="emergency")

    contact = made.contact(channel)

    seen = made.look(contact)
    assert seen["state"] == "ENDED"
    assert "안내 말씀드립니다. 점검하고 있습니다." in seen["said"]


@pytest.mark.parametrize("channel", CHANNELS)
def test_an_agent_sees_what_the_bot_has_learned(company: Opened, channel: str) -> None:
    learned = {"bot_intent": "cancel", "bot_summary": "취소: 주문", "order_number": "2026112201"}
    made = company({"next_action": "queue", "queue": "orders", **learned})

    contact = made.contact(channel, "주문 취소요")

    assert made.look(contact)["attributes"].items() >= learned.items()


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_number_of_a_customer_is_in_the_flow_log(company: Opened, channel: str) -> None:
    secrets = {"order_number": "2026112201", "callback_phone": "+821099998888"}
    made = company({"next_action": "callback", "bot_intent": "callback", **secrets})

    made.contact(channel, "내일 오후 세 시에 전화 주세요")

    lines = made.centre.log()
    assert {"choose-next", "queue-general"} <= {line["Identifier"] for line in lines}
    text = json.dumps(lines)
    assert not [secret for secret in (*secrets.values(), CUSTOMER) if secret in text]


def test_a_customer_who_is_called_back_and_wants_it_waits_for_an_agent_and_is_recorded(company: Opened) -> None:
    made = company()

    contact = made.call_back("1")

    seen = made.look(contact)
    assert (seen["state"], seen["queue"]) == ("IN_QUEUE", "callback")
    assert made.steps == ["answered", "confirmed"]
    assert TEXTS["text.company_name"] in seen["said"][0]
    assert any("녹음됩니다" in said for said in seen["said"])


def test_a_customer_who_is_called_late_hears_an_apology_before_all_else(company: Opened) -> None:
    made = company()

    in_time, late = made.look(made.call_back()), made.look(made.call_back(late=True))

    assert not any("늦게" in said for said in in_time["said"])
    assert "늦게" in late["said"][1]


def test_a_customer_who_no_longer_wants_it_is_told_that_nobody_calls_again(company: Opened) -> None:
    made = company()

    seen = made.look(made.call_back("2"))

    assert (seen["state"], made.steps) == ("ENDED", ["answered", "declined"])
    assert "다시 전화드리지 않겠습니다" in seen["said"][-1]


@pytest.mark.parametrize(("ledger", "typed"), [({"answered": "over"}, ()), ({"answered": "going_on"}, ("1",))])
def test_a_call_that_is_no_longer_wanted_by_the_ledger_apologises_and_ends(
    company: Opened, ledger: dict[str, str], typed: tuple[str, ...]
) -> None:
    made = company(ledger={"confirmed": "over", **ledger})

    seen = made.look(made.call_back(*typed))

    assert seen["state"] == "ENDED"
    assert "이미 처리되었습니다" in seen["said"][-1]


@pytest.mark.parametrize("ledger", [{}, {"answered": "unknown", "confirmed": "unknown"}])
def test_a_customer_is_put_through_when_the_ledger_cannot_be_asked(company: Opened, ledger: dict[str, str]) -> None:
    made = company(ledger=ledger)

    assert made.look(made.call_back("1"))["queue"] == "callback"


TROUBLES = pytest.mark.parametrize(
    ("trouble", "apology"),
    [({"MaxContacts": 0}, "문의가 많아"), ({"Status": "DISABLED"}, "시스템 문제로")],
    ids=["queue full", "queue disabled"],
)


@TROUBLES
def test_a_customer_who_cannot_be_put_through_is_told_of_the_next_call(
    company: Opened, trouble: dict[str, object], apology: str
) -> None:
    made = company()
    made.queue("callback").properties.update(trouble)

    seen = made.look(made.call_back("1"))

    assert (seen["state"], made.steps) == ("ENDED", ["answered", "confirmed", "dropped"])
    assert "죄송합니다. 잠시 후 다시 전화드리겠습니다." in seen["said"][-1]
    assert apology not in seen["said"][-1]


@TROUBLES
@pytest.mark.parametrize("dropped", [{"dropped": "over"}, {"dropped": "unknown"}, {}], ids=["over", "unknown", "away"])
def test_a_customer_who_cannot_be_put_through_is_promised_no_call_that_may_not_come(
    company: Opened, trouble: dict[str, object], apology: str, dropped: dict[str, str]
) -> None:
    made = company(ledger={"answered": "going_on", "confirmed": "going_on", **dropped})
    made.queue("callback").properties.update(trouble)

    seen = made.look(made.call_back("1"))

    assert (seen["state"], made.steps[-1]) == ("ENDED", "dropped")
    assert apology in seen["said"][-1]
    assert "다시 문의해 주시기 바랍니다" in seen["said"][-1]


@pytest.mark.parametrize("ledger", [{"answered": "going_on"}, {"answered": "going_on", "declined": "unknown"}])
def test_a_wish_that_could_not_be_written_down_is_not_called_done(company: Opened, ledger: dict[str, str]) -> None:
    made = company(ledger=ledger)

    seen = made.look(made.call_back("2"))

    assert (seen["state"], seen["waits_for"]) == ("IN_FLOW", "input")
    assert any("취소하지 못했습니다" in said for said in seen["said"])
    assert not any("취소해 드렸습니다" in said for said in seen["said"])


def test_whoever_presses_nothing_that_is_offered_is_asked_twice_and_let_go(company: Opened) -> None:
    made = company()

    contact = made.call_back("5")
    asked_again = made.look(contact)["waits_for"]
    made.say(contact, "7")

    assert (asked_again, made.look(contact)["state"]) == ("input", "ENDED")
    assert made.steps == ["answered"]


WANTS_AN_AGENT = {"next_action": "queue", "queue": "orders"}


def offered(made: Company, contact: str) -> str:
    """What somebody hears who has waited for a while."""
    control.let_time_pass(made.centre.aws, contact)
    return str(made.look(contact)["said"][-1])


def callbacks_of(made: Company) -> list[Mapping[str, Any]]:
    found = [made.centre.described(contact.id) for contact in made.centre.aws.store.of(CONTACT)]
    return [each for each in found if each["InitiationMethod"] == "CALLBACK"]


def test_whoever_waits_may_be_called_in_turn_and_hangs_up(company: Opened) -> None:
    made = company(WANTS_AN_AGENT)
    contact = made.call("주문이요")

    offer = offered(made, contact)
    made.say(contact, "2")

    assert "순서가 되면" in offer
    assert made.look(contact)["state"] == "ENDED"
    assert "지금 거신 번호로 전화드리겠습니다" in made.look(contact)["said"][-1]
    [callback] = callbacks_of(made)
    assert callback["CustomerEndpoint"]["Address"] == CUSTOMER
    control.let_time_pass(made.centre.aws, callback["Id"])
    assert made.look(callback["Id"])["queue"] == "orders"


def test_nobody_is_offered_a_call_where_the_settings_offer_none(company: Opened) -> None:
    made = company(WANTS_AN_AGENT, texts={**TEXTS, "text.callback_offer": "not_offered"})

    contact = made.call("주문이요")

    assert "순서가 되면" not in offered(made, contact)
    made.say(contact, "2")
    assert (made.look(contact)["state"], callbacks_of(made)) == ("IN_QUEUE", [])


def test_a_customer_who_was_called_is_offered_no_call(company: Opened) -> None:
    made = company()

    contact = made.call_back("1")

    assert "순서가 되면" not in offered(made, contact)


def test_whoever_cannot_be_called_is_told_so_and_keeps_waiting(company: Opened) -> None:
    made = company(WANTS_AN_AGENT)
    made.centre.instance.properties["Attributes"]["OutboundCalls"] = False

    contact = made.call("주문이요")
    offered(made, contact)
    made.say(contact, "2")

    seen = made.look(contact)
    assert (seen["state"], callbacks_of(made)) == ("IN_QUEUE", [])
    assert any("전화를 드릴 수 없습니다" in said for said in seen["said"])


def test_the_number_of_who_waits_is_in_no_flow_log(company: Opened) -> None:
    made = company(WANTS_AN_AGENT)

    contact = made.call("주문이요")
    offered(made, contact)
    made.say(contact, "2")

    lines = made.centre.log()
    assert {"create-callback", "offer-callback"} <= {line["Identifier"] for line in lines}
    assert CUSTOMER not in json.dumps(lines)
