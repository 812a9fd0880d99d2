"""Our contact centre on a day when everything goes well; a test says what goes otherwise."""

from collections.abc import Callable, Mapping
from datetime import timedelta, timezone
from typing import Any

from connect_flows.simulator import Call, Center, Program, Prompt

KOREA = timezone(timedelta(hours=9))
CHANNELS = ("VOICE", "CHAT")
CUSTOMER = "+821012345678"
TEXTS = {
    "callback_offer": "offered",
    "company_name": "가나 상점",
    "opening_hours": "평일 오전 아홉 시부터 오후 여섯 시까지",
}
NAME = "김*지"
Dial = Callable[..., Call]
"""Calls, or opens a chat."""


def goes_well(center: Center) -> Center:
    """It is open, functions answer, queues take whoever comes. What the bot understands is for the test to say."""
    center.opens("main", "business")
    for queue in ("general", "orders", "billing", "callback"):
        center.queue_named(queue).hours = "${hours.business}"
        center.queue_named(queue).outbound = "outbound"
    center.function("read_line_status").answers(line_status="open", announcement="")
    center.function("authenticate_customer").answers(proof("authenticated"))
    center.function("report_callback").answers(outcome="going_on")
    return center


def say(center: Center, **texts: str) -> None:
    """The settings say something else for these texts, of which the flows are full."""
    center.programs = {
        name: Program(each.flow, {**TEXTS, **texts}, each.name) for name, each in center.programs.items()
    }


def proof(outcome: str) -> dict[str, str]:
    """What the function answers to whoever proves who they are."""
    known = outcome == "authenticated"
    return {
        "outcome": outcome,
        "customer_id": "C-1" if known else "",
        "display_name": NAME if known else "",
        "attempts_left": "3",
    }


def begins(center: Center, channel: str) -> Call:
    """A customer calls or writes."""
    return center.call(CUSTOMER) if channel == "VOICE" else center.chat()


def answers(center: Center, function: str, *payloads: Mapping[str, Any]) -> None:
    """The function answers this, one after the other, instead of what it answers on a good day."""
    del center.functions[function]
    for payload in payloads:
        center.function(function).answers(payload)


def fails(center: Center, function: str) -> None:
    """The function fails, however often it is asked."""
    del center.functions[function]
    center.function(function).fails()


def bot_answers(center: Center, *, says: str = "봇의 대답입니다.", **attributes: str) -> None:
    """What the bot makes of whatever it hears next: what it says, and the session attributes that it ends with."""
    intent = attributes.get("bot_intent", "agent")
    center.bot("customer_service").answers(intent=intent, attributes=attributes, says=says)


def bot_fails(center: Center) -> None:
    """The bot gives no answer to what it hears next."""
    center.bot("customer_service").fails()


def bot_was_told(center: Center) -> list[dict[str, str]]:
    """The session attributes that the bot was given with each turn, but for those that tell Lex how to listen."""
    return [
        {key: value for key, value in turn.attributes.items() if not key.startswith("x-amz-lex:")}
        for turn in center.bot("customer_service").asked
    ]


def steps_told(center: Center) -> list[str]:
    """What the ledger of callbacks was told, in order."""
    return [event["Details"]["Parameters"]["Step"] for event in center.function("report_callback").asked]


def calls_back(center: Center, *, late: bool = False) -> Call:
    """The centre calls a customer who has booked a call; it rings."""
    attributes = {"callback_id": "0f", "callback_dial": "1", "callback_late": "true" if late else "false"}
    return center.dial(CUSTOMER, flow="callback", attributes=attributes)


def heard(call: Call) -> list[str]:
    """Everything that the customer was told."""
    return [event.text for event in call.events(Prompt) if event.to == "customer"]
