"""What an operator asks for, read strictly: whatever is wrong gets one line with its place, its value and the cure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from aicc_core.masking import mask
from aicc_core.phone import normalise
from callback_ledger.events import Kind
from callback_ledger.states import FINAL, State

MOST = 1000  # callbacks in one list
USUAL = 50
_Choice = TypeVar("_Choice")
_ID = re.compile(r"[0-9a-f]{32}")


class Action(StrEnum):
    """What can be asked for."""

    LIST = "list"
    SHOW = "show"
    RETRY = "retry"
    CANCEL = "cancel"
    SETTLE = "settle"
    FORGET = "forget"
    REDRIVE = "redrive"


_KEYS: Mapping[Action, tuple[str, ...]] = {
    Action.LIST: ("limit", "state"),
    Action.SHOW: ("callback_id",),
    Action.RETRY: ("callback_id",),
    Action.CANCEL: ("callback_id",),
    Action.SETTLE: ("callback_id", "as"),
    Action.FORGET: ("callback_id", "phone"),
    Action.REDRIVE: (),
}
SETTLEMENTS: Mapping[str, Kind] = {
    "talked": Kind.SETTLED_AS_TALKED,
    "not_reached": Kind.SETTLED_AS_NOT_REACHED,
    "given_up": Kind.GIVEN_UP,
}


class Refused(Exception):
    """What was asked for cannot be done; the message is for the operator and holds no telephone number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request, of which only what its action needs is filled."""

    action: Action
    callback_id: str = ""
    phone: str = ""
    settled_as: Kind | None = None
    state: State | None = None
    limit: int = USUAL


def read_request(event: object) -> Request:
    """Return the request; raises `Refused`.

    >>> read_request({"action": "list", "limit": 0})
    Traceback (most recent call last):
    manage_callbacks.request.Refused: limit: 0 is no whole number from 1 to 1000; give one, such as 50
    """
    if not isinstance(event, Mapping):
        raise Refused(f"event: {_shown(event)} is no object; give one with an action")
    action = _one_of("action", event.get("action"), {each.value: each for each in Action})
    allowed = _KEYS[action]
    for key in event:
        if key not in ("action", *allowed):
            cure = f"{action} takes {' and '.join(allowed)}" if allowed else f"{action} takes nothing else"
            raise Refused(f"event: {_shown(key)} is no key of {action}; {cure}")
    return _READERS.get(action, _read_subject)(action, event)


def _read_subject(action: Action, event: Mapping[str, Any]) -> Request:
    return Request(action=action, callback_id=_callback_id(event.get("callback_id")))


def _read_list(action: Action, event: Mapping[str, Any]) -> Request:
    state, limit = event.get("state"), event.get("limit", USUAL)
    if type(limit) is not int or not 1 <= limit <= MOST:
        raise Refused(f"limit: {_shown(limit)} is no whole number from 1 to {MOST}; give one, such as {USUAL}")
    states = {each.value: each for each in State if each not in FINAL}
    return Request(action=action, limit=limit, state=None if state is None else _one_of("state", state, states))


def _read_settlement(action: Action, event: Mapping[str, Any]) -> Request:
    callback_id = _callback_id(event.get("callback_id"))
    return Request(action=action, callback_id=callback_id, settled_as=_one_of("as", event.get("as"), SETTLEMENTS))


def _read_forgetting(action: Action, event: Mapping[str, Any]) -> Request:
    if ("callback_id" in event) == ("phone" in event):
        given = "both" if "phone" in event else "neither"
        raise Refused(f"event: {given} of callback_id and phone is given; give one of them")
    if "callback_id" in event:
        return _read_subject(action, event)
    phone = event["phone"]
    number = normalise(phone) if isinstance(phone, str) else None
    if number is None:
        # Nothing of the value: what is no number may be most of one.
        raise Refused("phone: what is given is no telephone number; write it like +82 10 and eight digits")
    return Request(action=action, phone=number)


def _read_nothing(action: Action, event: Mapping[str, Any]) -> Request:
    return Request(action=action)


_READERS: Mapping[Action, Callable[[Action, Mapping[str, Any]], Request]] = {
    Action.LIST: _read_list,
    Action.SETTLE: _read_settlement,
    Action.FORGET: _read_forgetting,
    Action.REDRIVE: _read_nothing,
}


def _callback_id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Refused(f"callback_id: {_shown(value)} is no callback; give 32 hexadecimal digits as a list shows them")
    return value


def _one_of(place: str, value: object, choices: Mapping[str, _Choice]) -> _Choice:
    if not isinstance(value, str) or value not in choices:
        raise Refused(f"{place}: {_shown(value)} is none; give one of {', '.join(choices)}")
    return choices[value]


def _shown(value: object) -> str:
    return "nothing" if value is None else mask(repr(value))[:80]
