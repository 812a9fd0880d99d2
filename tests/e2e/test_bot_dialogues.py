"""The bot of the dev environment, each intent of it: recognized, led by the deployed function, IAM enforced."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import boto3
import pytest

from aicc_local.lifecycle import demo_orders
from aicc_local.lifecycle.demo_customers import DEMO_CUSTOMERS
from aicc_local.lifecycle.environment import isolated
from aicc_local.lifecycle.server_process import ServerProcess
from korean.clock import KOREA
from tests.e2e.conversation import Conversation, live_bot
from tests.e2e.local_server import REPOSITORY

if TYPE_CHECKING:
    pass

CALLING = "+821055556666"


@pytest.fixture(scope="module")
def bot(deployed: dict[str, str], session: boto3.Session) -> dict[str, Any]:
    """Where the deployed bot is, and the demo customers' orders are written."""
    demo_orders.seed(session.client("dynamodb"), deployed[demo_orders.TABLE_OUTPUT], today=datetime.now(KOREA).date())
    return live_bot(session, "customer_service")


@pytest.fixture
def caller(bot: dict[str, Any], session: boto3.Session) -> Conversation:
    """Somebody who has not said who they are."""
    return conversation(bot, session, channel="CHAT")


@pytest.fixture
def customer(bot: dict[str, Any], session: boto3.Session) -> Conversation:
    """The first demo customer, who has proven it."""
    return customer_of(bot, session, 0)


def customer_of(bot: dict[str, Any], session: boto3.Session, index: int) -> Conversation:
    return conversation(
        bot,
        session,
        channel="CHAT",
        customer_id=DEMO_CUSTOMERS[index].customer_id,
        customer_authenticated="true",
    )


def conversation(bot: dict[str, Any], session: boto3.Session, **attributes: str) -> Conversation:
    return Conversation(
        session=session,
        place={**bot, "sessionId": str(uuid4())},
        attributes={"customer_number": CALLING, "customer_authenticated": "false", **attributes},
    )


@pytest.fixture(scope="module")
def open_day(deployed: dict[str, str], session: boto3.Session) -> date:
    """A day next week or later on which the deployed opening hours have an afternoon."""
    [function] = [
        each
        for each in session.client("lambda").list_functions()["Functions"]
        if "FulfillIntent" in each["FunctionName"]
    ]
    name = function["Environment"]["Variables"]["OPENING_HOURS_PARAMETER"]
    hours = json.loads(session.client("ssm").get_parameter(Name=name)["Parameter"]["Value"])
    days = [datetime.now(KOREA).date() + timedelta(days=days) for days in range(7, 28)]
    return next(
        day for day in days if day.isoformat() not in hours["exceptions"] and f"{day:%A}".upper() in hours["week"]
    )


def test_agent_leads_to_a_person(caller: Conversation) -> None:
    said = caller.say("상담원 연결 부탁드립니다")

    assert caller.understood == "agent"
    assert "상담사" in said
    assert (caller.kept["next_action"], caller.kept["queue"]) == ("queue", "general")
    assert caller.state["dialogAction"]["type"] == "Close"


def test_callback_is_agreed_read_back_corrected_and_confirmed(caller: Conversation, open_day: date) -> None:
    caller.say("전화 예약하고 싶어요")
    asked = caller.state["dialogAction"]
    caller.say(f"{open_day.month}월 {open_day.day}일 오후 두 시요")
    then = caller.state["dialogAction"]
    read_back = caller.say("공일공에 이이삼삼에 사사오오요")
    confirming = caller.state["dialogAction"]["type"]
    corrected = caller.say("아니 네 시요")
    caller.say("네 맞아요")

    assert asked == {"type": "ElicitSlot", "slotToElicit": "CallbackTime"}
    assert then == {"type": "ElicitSlot", "slotToElicit": "CallbackPhone"}
    assert "오후 2시" in read_back
    assert "010-2233-4455" in read_back
    assert confirming == "ConfirmIntent"
    assert "오후 4시" in corrected
    assert caller.kept["next_action"] == "callback"
    assert caller.kept["callback_phone"] == "+821022334455"
    assert (
        caller.kept["callback_time"]
        == datetime(open_day.year, open_day.month, open_day.day, 16, tzinfo=KOREA).isoformat()
    )


def test_order_status_of_the_latest_order(customer: Conversation) -> None:
    customer.say("주문 상태 확인해 주세요")
    asked = customer.state["dialogAction"]
    said = customer.say("최근 주문이요")

    assert customer.understood == "order_status"
    assert asked == {"type": "ElicitSlot", "slotToElicit": "OrderNumber"}
    assert DEMO_CUSTOMERS[0].order_number in said
    assert customer.kept["order_number"] == DEMO_CUSTOMERS[0].order_number


def test_delivery_of_an_order_whose_number_is_spoken(customer: Conversation) -> None:
    customer.say("택배 어디쯤 왔는지 궁금해요")
    understood = customer.understood
    said = customer.say("케이알 이공이육 공공공일이요")

    assert understood == "delivery"
    assert "612345678901" in said
    assert customer.kept["order_number"] == "KR20260001"


def test_refund_that_is_under_way(bot: dict[str, Any], session: boto3.Session) -> None:
    customer = customer_of(bot, session, 2)

    said = customer.say("환불 언제 들어오나요")

    assert customer.understood == "refund"
    assert "42,000원" in said


def test_billing_tells_the_last_payment(customer: Conversation) -> None:
    said = customer.say("이번 달 결제 내역 알려 주세요")

    assert customer.understood == "billing"
    assert "89,000원" in said


def test_who_is_unknown_proves_it_first_on_the_telephone_and_then_is_answered(
    bot: dict[str, Any], session: boto3.Session
) -> None:
    unknown = conversation(bot, session, channel="VOICE")
    known = conversation(
        bot,
        session,
        channel="VOICE",
        customer_id=DEMO_CUSTOMERS[1].customer_id,
        customer_authenticated="true",
        resume_intent="order_status",
    )

    unknown.say("주문한 거 어떻게 됐어요")
    said = known.say("네")

    assert (unknown.kept["next_action"], unknown.kept["resume_intent"]) == ("authenticate", "order_status")
    assert known.kept["order_number"] == DEMO_CUSTOMERS[1].order_number
    assert DEMO_CUSTOMERS[1].order_number in said


def test_opening_hours_are_those_of_the_settings(caller: Conversation) -> None:
    said = caller.say("몇 시까지 상담하나요")

    assert caller.understood == "opening_hours"
    assert "18:00" in said


def test_cancel_names_what_is_cancelled_and_hands_over(customer: Conversation) -> None:
    said = customer.say("정기 구독 해지하려고 해요")

    assert customer.understood == "cancel"
    assert "구독" in said
    assert customer.kept["next_action"] == "queue"


def test_faq_is_answered_from_its_table(caller: Conversation) -> None:
    said = caller.say("배송비는 얼마인가요")

    assert caller.understood == "faq"
    assert "배송비" in said
    assert caller.kept["next_action"] == ""


def test_complaint_goes_to_a_person_with_an_apology(caller: Conversation) -> None:
    said = caller.say("서비스가 너무 엉망이라 항의하려고 전화했어요")

    assert caller.understood == "complaint"
    assert "죄송" in said
    assert (caller.kept["next_action"], caller.kept["bot_intent"]) == ("queue", "complaint")


def test_repeat_says_the_last_answer_again(caller: Conversation) -> None:
    first = caller.say("몇 시까지 상담하나요")
    again = caller.say("다시 한번 말씀해 주세요")

    assert caller.understood == "repeat"
    assert again == first


def test_what_is_not_understood_twice_leads_to_a_person(caller: Conversation) -> None:
    first = caller.say("달나라 토끼가 방아를 찧습니다")
    asked_again = caller.state["dialogAction"]["type"]
    caller.say("푸른 바다 거북이와 고래")

    assert caller.understood == "FallbackIntent"
    assert "죄송" in first
    assert asked_again == "ElicitIntent"
    assert caller.kept["next_action"] == "queue"


def test_goodbye_when_there_is_nothing_else(caller: Conversation) -> None:
    caller.say("배송비는 얼마인가요")
    caller.say("아니요 없어요")

    assert caller.kept["next_action"] == "goodbye"


def test_what_was_said_is_logged_without_the_number(
    caller: Conversation, session: boto3.Session, open_day: date
) -> None:
    since = int((datetime.now(UTC) - timedelta(seconds=1)).timestamp() * 1000)

    caller.say(f"{open_day.month}월 {open_day.day}일 오후 두 시에 전화 주세요")
    caller.say("010-7777-8888이요")

    events = logged(session, since)
    of_lex = [json.loads(event) for event in events if '"inputTranscript"' in event]
    of_ours = [event for event in events if '"inputTranscript"' not in event]
    assert [line["inputTranscript"] for line in of_lex if line["sessionId"] == caller.place["sessionId"]][-1] == (
        "{CallbackPhone}"
    )
    assert any("intent_served" in event for event in of_ours)
    assert not [event for event in of_ours if "7777" in event]


def logged(session: boto3.Session, since: int) -> list[str]:
    """All that any log group holds since then, in milliseconds."""
    logs = session.client("logs")
    return [
        event["message"]
        for group in logs.describe_log_groups()["logGroups"]
        for event in logs.filter_log_events(logGroupName=group["logGroupName"], startTime=since)["events"]
    ]


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_the_example_of_the_readme_talks_to_the_bot(
    name: str, bot: dict[str, Any], server: ServerProcess, open_day: date
) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    [(example, shown)] = re.findall(r"```python\n(import boto3\n.*?)```\n\n```\n(.*?)```", text, re.DOTALL)
    # A session of its own, and no holiday.
    script = example.replace('"me"', f'"{uuid4()}"').replace("다음 주 화요일", f"{open_day.month}월 {open_day.day}일")

    done = subprocess.run(
        [sys.executable, "-c", script],
        env=isolated(os.environ, server.port),
        capture_output=True,
        text=True,
        check=True,
    )

    assert undated(done.stdout) == undated(shown)


def undated(text: str) -> list[str]:
    """The lines without their days, which are those of the day on which it was said."""
    return [re.sub("[0-9]+월 [0-9]+일 [월화수목금]요일", "그날", line) for line in text.splitlines()]
