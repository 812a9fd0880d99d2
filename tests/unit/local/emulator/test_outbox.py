"""What is told to other services, by a thread of its own."""

import threading
from contextvars import ContextVar
from functools import partial

import pytest

from aicc_local.emulator.outbox import Outbox

ACCOUNT: ContextVar[str] = ContextVar("account", default="nobody's")


def test_delivers_in_order_and_for_the_account_that_told_it() -> None:
    outbox, delivered, done = Outbox("test"), list[object](), threading.Event()

    for number in range(3):
        token = ACCOUNT.set(f"account {number}")
        outbox.put(partial(lambda each: delivered.append((each, ACCOUNT.get())), number))
        ACCOUNT.reset(token)
    outbox.put(done.set)

    assert done.wait(5)
    assert delivered == [(0, "account 0"), (1, "account 1"), (2, "account 2")]


def test_goes_on_after_a_delivery_that_failed(caplog: pytest.LogCaptureFixture) -> None:
    outbox, done = Outbox("test"), threading.Event()

    outbox.put(lambda: 1 // 0)
    outbox.put(done.set)

    assert done.wait(5)
    assert "test could not be delivered" in caplog.text
