from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callback_ledger.events import Kind
from callback_ledger.states import State
from manage_callbacks.request import Action, Refused, Request, read_request
from tests.unit.callbacks.desk import ID, PHONE


@pytest.mark.parametrize(
    ("event", "request_"),
    [
        ({"action": "list"}, Request(action=Action.LIST)),
        ({"action": "list", "limit": 1000, "state": None}, Request(action=Action.LIST, limit=1000)),
        ({"action": "list", "state": "ringing"}, Request(action=Action.LIST, state=State.RINGING)),
        ({"action": "show", "callback_id": ID}, Request(action=Action.SHOW, callback_id=ID)),
        (
            {"action": "settle", "callback_id": ID, "as": "not_reached"},
            Request(action=Action.SETTLE, callback_id=ID, settled_as=Kind.SETTLED_AS_NOT_REACHED),
        ),
        ({"action": "forget", "phone": PHONE}, Request(action=Action.FORGET, phone=PHONE)),
        ({"action": "forget", "phone": "010-1234-5678"}, Request(action=Action.FORGET, phone=PHONE)),
        ({"action": "redrive"}, Request(action=Action.REDRIVE)),
    ],
)
def test_reads_what_is_asked_for(event: dict[str, Any], request_: Request) -> None:
    assert read_request(event) == request_


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (None, "event: nothing is no object; give one with an action"),
        ([], "event: [] is no object; give one with an action"),
        ({}, "action: nothing is none; give one of list, show, retry, cancel, settle, forget, redrive"),
        (
            {"action": "delete"},
            "action: 'delete' is none; give one of list, show, retry, cancel, settle, forget, redrive",
        ),
        ({"action": "list", "limit": 1001}, "limit: 1001 is no whole number from 1 to 1000; give one, such as 50"),
        ({"action": "list", "limit": True}, "limit: True is no whole number from 1 to 1000; give one, such as 50"),
        (
            {"action": "list", "state": "done"},
            "state: 'done' is none; give one of booked, waiting, dialling, unknown, ringing, talking, needs_operator",
        ),
        ({"action": "list", "colour": 1}, "event: 'colour' is no key of list; list takes limit and state"),
        ({"action": "redrive", "force": 1}, "event: 'force' is no key of redrive; redrive takes nothing else"),
        (
            {"action": "show"},
            "callback_id: nothing is no callback; give 32 hexadecimal digits as a list shows them",
        ),
        (
            {"action": "retry", "callback_id": ID.upper()},
            f"callback_id: '{ID.upper().replace('0123456789', '[NUMBER]')}' is no callback; "
            "give 32 hexadecimal digits as a list shows them",
        ),
        (
            {"action": "cancel", "callback_id": PHONE},
            "callback_id: '[NUMBER]' is no callback; give 32 hexadecimal digits as a list shows them",
        ),
        (
            {"action": "settle", "callback_id": ID, "as": "lost"},
            "as: 'lost' is none; give one of talked, not_reached, given_up",
        ),
        ({"action": "forget"}, "event: neither of callback_id and phone is given; give one of them"),
        (
            {"action": "forget", "callback_id": ID, "phone": PHONE},
            "event: both of callback_id and phone is given; give one of them",
        ),
        (
            {"action": "forget", "phone": "010-1234-567"},
            "phone: what is given is no telephone number; write it like +82 10 and eight digits",
        ),
    ],
)
def test_refuses_in_one_line_with_place_value_and_cure(event: object, line: str) -> None:
    with pytest.raises(Refused) as refused:
        read_request(event)

    assert str(refused.value) == line


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=9), each, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(["callback_id", "phone", "limit", "state", "as", "action", "other"])


def line_about(event: dict[str, object]) -> str:
    try:
        return f"{read_request(event).action} was understood"
    except Refused as refused:
        return str(refused)


@given(st.dictionaries(KEYS, ANYTHING | st.sampled_from([*Action, ID, PHONE])))
def test_any_input_is_read_or_refused_in_one_short_line(event: dict[str, object]) -> None:
    line = line_about(event)

    assert len(line) < 250
    assert len(line.splitlines()) == 1
    assert PHONE[3:] not in line
