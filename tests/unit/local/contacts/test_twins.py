"""The same calls through our own flows, without AWS and in the local AWS: the same prompts, branches and ends."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.unit.local.contacts.twin_in_local_aws import InLocalAws
from tests.unit.local.contacts.twin_in_tests import InTests
from tests.unit.local.contacts.twins import Script, Twin

BOT = Script(
    주문={"next_action": "queue", "queue": "orders", "bot_intent": "cancel"},
    화나요={"next_action": "queue", "queue": "general", "bot_intent": "complaint"},
    배송={"next_action": "authenticate", "bot_intent": "delivery", "resume_intent": "delivery"},
    네={"next_action": "goodbye", "bot_intent": "delivery"},
    번호={"next_action": "keypad", "bot_intent": "agent"},
    예약={"next_action": "callback", "bot_intent": "callback", "callback_time": "2026-11-24T15:00:00+09:00"},
)
PROVEN = {"outcome": "authenticated", "customer_id": "C-1", "display_name": "김*지", "attempts_left": "3"}


def fails(event: Mapping[str, Any]) -> Any:
    raise RuntimeError


FUNCTIONS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "read_line_status": lambda event: {"line_status": "open", "announcement": ""},
    "authenticate_customer": lambda event: PROVEN,
    "report_callback": lambda event: {"outcome": "going_on"},
}


def queued(twin: Twin) -> None:
    twin.calls()
    twin.says("주문")


def chat_queued(twin: Twin) -> None:
    twin.chats()
    twin.says("주문")


def accepted_and_left(twin: Twin) -> None:
    queued(twin)
    twin.agent_comes()
    twin.agent_hangs_up()


def proves_and_goes_on(twin: Twin) -> None:
    twin.calls()
    twin.says("배송")
    twin.presses("1")
    twin.presses("1990")
    twin.presses("0102#")
    twin.says("네")


def says_where_keys_are_wanted(twin: Twin) -> None:
    twin.calls()
    twin.says("번호")
    twin.says("여보세요")
    twin.presses("9")
    twin.waits()
    twin.presses("31")


def silent(twin: Twin) -> None:
    twin.calls()
    for _ in range(4):
        twin.waits()


def books_a_callback(twin: Twin) -> None:
    twin.chats()
    twin.says("예약")
    twin.hangs_up()


def complains(twin: Twin) -> None:
    twin.calls()
    twin.says("화나요")
    twin.agent_comes()
    twin.hangs_up()


def full(twin: Twin) -> None:
    twin.fills("orders")
    twin.calls()
    twin.says("주문")


def wants_to_be_called_back(twin: Twin) -> None:
    queued(twin)
    twin.waits()
    twin.presses("2")


def called_back(twin: Twin) -> None:
    wants_to_be_called_back(twin)
    twin.is_called_back()
    twin.agent_comes()
    twin.answers()
    twin.agent_hangs_up()


def keeps_the_place(twin: Twin) -> None:
    wants_to_be_called_back(twin)
    queued(twin)
    twin.is_called_back()
    twin.agent_comes()


def waits_and_leaves(twin: Twin) -> None:
    queued(twin)
    twin.waits()
    twin.waits()
    twin.waits()
    twin.presses("1")


def is_called_and_wants_it(twin: Twin) -> None:
    twin.is_called()
    twin.answers()
    twin.presses("1")
    twin.agent_comes()


def is_called_and_says_nothing(twin: Twin) -> None:
    twin.is_called()
    twin.answers()
    twin.waits()
    twin.presses("5")


def is_called_and_declines(twin: Twin) -> None:
    twin.is_called()
    twin.answers()
    twin.presses("2")


def is_held(twin: Twin) -> None:
    queued(twin)
    twin.agent_comes()
    twin.agent_holds()
    twin.agent_resumes()
    twin.agent_hangs_up()


def goes_on_to_billing(twin: Twin) -> None:
    queued(twin)
    twin.agent_comes()
    twin.agent_transfers_to_queue("billing")
    twin.agent_hangs_up()


def goes_on_to_an_agent(twin: Twin) -> None:
    queued(twin)
    twin.agent_comes()
    twin.agent_transfers_to_agent("jiwoo")


CALLS = [
    is_held,
    goes_on_to_billing,
    goes_on_to_an_agent,
    queued,
    chat_queued,
    accepted_and_left,
    proves_and_goes_on,
    says_where_keys_are_wanted,
    silent,
    books_a_callback,
    complains,
    full,
    wants_to_be_called_back,
    called_back,
    keeps_the_place,
    waits_and_leaves,
    is_called_and_wants_it,
    is_called_and_says_nothing,
    is_called_and_declines,
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.__name__)
def test_the_same_happens_in_both(call: Callable[[Twin], None], monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = InTests(FUNCTIONS, BOT), InLocalAws(FUNCTIONS, BOT, monkeypatch)

    call(here)
    call(there)

    assert there.streams() == here.streams()


@pytest.mark.parametrize("broken", sorted(FUNCTIONS))
def test_the_same_happens_when_a_function_fails(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    functions = {**FUNCTIONS, broken: fails}
    here, there = InTests(functions, BOT), InLocalAws(functions, BOT, monkeypatch)

    for twin in (here, there):
        proves_and_goes_on(twin)
        is_called_and_wants_it(twin)

    assert there.streams() == here.streams()
