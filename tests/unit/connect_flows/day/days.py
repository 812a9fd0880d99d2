"""Small days for tests, and flows that they run in."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from connect_flows import Flow, parse
from connect_flows._day._answering import Bot, BotOutcome, Function, FunctionAnswer, Intent
from connect_flows._day._calling_back import BookedCallbacks, QueuedCallbacks
from connect_flows._day._chance import EXPONENTIAL, Choice, Lengths
from connect_flows._day._description import DAY, Channel, Day
from connect_flows._day._working import Queue, Shift, Staff
from tests.unit.connect_flows.building import block, document_of

FOREVER = Lengths(1e8)
MOMENT = Lengths(1.0)


def named(name: str, *actions: Mapping[str, object], type: str = "contactFlow", **members: object) -> Flow:
    """The flow of a file of this name."""
    return parse(json.dumps(document_of(*actions, type=type, **members)), source=f"{name}.json")


def exponential(mean: float) -> Lengths:
    return Lengths(mean, shape=EXPONENTIAL)


def line(*before: Mapping[str, object], name: str = "line", first: str = "choose") -> Flow:
    """A flow that lets everybody wait in the queue general; other blocks may come before."""
    return named(
        name,
        *before,
        block(
            "choose",
            "UpdateContactTargetQueue",
            {"QueueId": "${queue.general}"},
            next="wait",
            errors={"NoMatchingError": "bye"},
        ),
        block(
            "wait",
            "TransferContactToQueue",
            next="bye",
            errors={"NoMatchingError": "bye", "QueueAtCapacity": "bye"},
        ),
        block("bye", "DisconnectParticipant"),
        StartAction=first,
    )


TWO_MINUTES = exponential(120.0)


def day(
    contacts: int = 200,
    *,
    agents: int = 4,
    handle: Lengths = TWO_MINUTES,
    patience: Lengths = FOREVER,
    limit: int | None = None,
    **changes: Any,
) -> Day:
    """Calls to `line` at an even rate around the clock, with agents who are always there."""
    plain = Day(
        name="plain",
        date=date(2026, 3, 3),
        contacts=contacts,
        arrivals=(1.0,) * 48,
        channels={"VOICE": Channel(share=1.0, flow="line", answering=MOMENT, patience=patience)},
        queues={"general": Queue(max_contacts=limit)},
        staff={
            "agents": Staff(
                channel="VOICE",
                agents=agents,
                queues=("general",),
                handle=handle,
                after=Lengths(0.0),
                shifts=(Shift(share=1.0, start=0.0, end=DAY),),
            )
        },
    )
    return replace(plain, **changes)


def asking() -> list[Flow]:
    """A flow that asks a function and a bot, and lets those wait whom the bot is not enough for."""
    flow = line(
        block(
            "status",
            "InvokeLambdaFunction",
            {"LambdaFunctionARN": "${function.status}", "InvocationTimeLimitSeconds": "4"},
            next="hours",
            errors={"NoMatchingError": "hours"},
        ),
        block(
            "hours",
            "CheckHoursOfOperation",
            {"HoursOfOperationId": "${hours.main}"},
            next="ask",
            errors={"NoMatchingError": "ask"},
            conditions=[("Equals", "True", "ask"), ("Equals", "False", "bye")],
        ),
        block(
            "ask",
            "ConnectParticipantWithLexBot",
            {"Text": "무엇을 도와드릴까요?", "LexV2Bot": {"AliasArn": "${bot.service}"}},
            next="what",
            errors={"NoMatchingError": "hook", "NoMatchingCondition": "what"},
        ),
        block(
            "what",
            "Compare",
            {"ComparisonValue": "$.Lex.SessionAttributes.next"},
            next="hook",
            errors={"NoMatchingCondition": "hook"},
            conditions=[("Equals", "bye", "bye")],
        ),
        block(
            "hook",
            "UpdateContactEventHooks",
            {"EventHooks": {"CustomerQueue": "${flow.waiting}"}},
            next="choose",
            errors={"NoMatchingError": "choose"},
        ),
        first="status",
    )
    waiting = named(
        "waiting",
        block(
            "music",
            "MessageParticipantIteratively",
            {"Messages": [{"Text": "잠시만 기다려 주십시오."}], "InterruptFrequencySeconds": "30"},
            errors={"NoMatchingError": "end"},
            conditions=[("Equals", "MessagesInterrupted", "offer")],
        ),
        block(
            "offer",
            "GetParticipantInput",
            {"Text": "전화를 받으시려면 2번을 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
            next="music",
            errors={
                "NoMatchingError": "music",
                "NoMatchingCondition": "music",
                "InputTimeLimitExceeded": "music",
            },
            conditions=[("Equals", "1", "leave"), ("Equals", "2", "call")],
        ),
        block(
            "call",
            "CreateCallbackContact",
            {"InitialCallDelaySeconds": "30", "MaximumConnectionAttempts": "3", "RetryDelaySeconds": "600"},
            next="leave",
            errors={"NoMatchingError": "music"},
        ),
        block("leave", "DisconnectParticipant"),
        block("end", "EndFlowExecution"),
        type="customerQueue",
    )
    return [flow, waiting]


def asking_day(contacts: int = 400, **changes: Any) -> Day:
    """A day in `asking`: three intents, callbacks of both kinds."""
    enough = BotOutcome(attributes={"next": "bye"}, says=Lengths(3.0))
    booked = BotOutcome(attributes={"next": "bye"}, books=True)
    person = BotOutcome(attributes={"next": "queue"})
    intents = [
        Intent(name="faq", turns=2.0, outcomes=Choice([(enough, 1.0)]), proven=Choice([(enough, 1.0)])),
        Intent(name="agent", turns=1.0, outcomes=Choice([(person, 1.0)]), proven=Choice([(person, 1.0)])),
        Intent(name="callback", turns=1.0, outcomes=Choice([(booked, 1.0)]), proven=Choice([(booked, 1.0)])),
    ]
    plain = day(
        contacts,
        hours={"main": (9 * 3600.0, 18 * 3600.0)},
        functions={"status": Function(seconds=Lengths(0.2), answers=Choice([(FunctionAnswer(values={}), 1.0)]))},
        bots={
            "service": Bot(
                understanding=Lengths(0.5),
                hook=Lengths(0.3),
                asks=Lengths(2.0),
                intents=Choice(list(zip(intents, (0.3, 0.6, 0.1), strict=True))),
            )
        },
        menus={"waiting/offer": Choice([("2", 0.5), ("1", 0.1), ("", 0.4)])},
        queued=QueuedCallbacks(answered=0.6, rings=Lengths(10.0)),
        booked=BookedCallbacks(
            flow="line",
            queue="general",
            hours="main",
            capacity=3,
            same_day=0.8,
            answered=0.7,
            rings=Lengths(12.0),
            from_before=0.02,
        ),
    )
    return replace(plain, **changes)


def talkative_day() -> Day:
    """A day in `asking` on which some fifteen calls at a time are nothing special."""
    described = asking_day(1500)
    staff = replace(described.staff["agents"], agents=20, handle=Lengths(900.0))
    return replace(described, staff={"agents": staff})
