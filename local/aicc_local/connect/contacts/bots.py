"""A turn of a customer with a bot of the local Lex, for a flow."""

import time
from collections.abc import Mapping
from typing import Any

from aicc_local.errors import ServiceError
from aicc_local.lex.runtime import recognize_text
from aicc_local.local_aws import LocalAws
from connect_flows.simulator import BotRequest, BotResult


def converse(aws: LocalAws, request: BotRequest) -> BotResult:
    """What the bot makes of it. That Connect may talk to the bot has been checked; no lock is held."""
    began = time.monotonic()
    try:
        answer = recognize_text(
            aws,
            request.bot,
            request.locale,
            request.session,
            request.text,
            session_attributes=dict(request.attributes),
            input_mode=request.mode,
        )
    except ServiceError as error:
        return BotResult(error=f"{error.code}: {error.message}", seconds=time.monotonic() - began)
    return _told(answer, time.monotonic() - began)


def _told(answer: Mapping[str, Any], seconds: float) -> BotResult:
    state = answer["sessionState"]
    intent = state.get("intent") or {}
    [first, *_] = answer.get("interpretations") or [{}]
    return BotResult(
        # A bot that asks for the next wish has no intent any more; what it understood is told apart from that.
        intent=str(intent.get("name") or (first.get("intent") or {}).get("name") or ""),
        slots={name: _value(slot) for name, slot in (intent.get("slots") or {}).items()},
        attributes=state.get("sessionAttributes") or {},
        messages=tuple(str(message.get("content", "")) for message in answer.get("messages") or ()),
        closed=(state.get("dialogAction") or {}).get("type") == "Close",
        confidence=(first.get("nluConfidence") or {}).get("score"),
        seconds=seconds,
    )


def _value(slot: Any) -> str | None:
    return slot["value"].get("interpretedValue") if slot and slot.get("value") else None
