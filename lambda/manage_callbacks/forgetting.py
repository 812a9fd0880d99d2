"""Forgetting people: what is open is cancelled first, then nothing is left that leads to the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from callback_ledger.events import Event, Kind
from callback_ledger.keys import lock_of
from callback_ledger.ledger import NotForgettable

if TYPE_CHECKING:
    from manage_callbacks.means import Means
    from manage_callbacks.request import Request


def forget_all(request: Request, means: Means) -> tuple[list[str], list[str]]:
    """Forget the callback, or all of the number; return which were forgotten, and which may have a call and were not.

    Asked for again it goes on where it stopped.
    """
    forgotten: list[str] = []
    left: list[str] = []
    for callback_id in [request.callback_id] if request.callback_id else _of_number(request.phone, means):
        means.telling.tell(callback_id, Event(kind=Kind.CANCELLED), means.now)
        outcome = means.ledger.forget(callback_id, means.now)
        (left if isinstance(outcome, NotForgettable) else forgotten).append(callback_id)
    return forgotten, left


def _of_number(phone: str, means: Means) -> list[str]:
    """Return the callbacks of a number; the open one is looked up, for the index may lag behind."""
    lock = lock_of(phone, means.keyed_hash)
    found = means.ledger.callbacks_of(lock)
    last = means.ledger.open_under(lock)
    return [*found, last.callback_id] if last and last.callback_id not in found else found
