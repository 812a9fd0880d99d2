"""What operators ask for, and what the ledger makes of it. A callback that cannot be helped so is left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Applied, Missing
from callback_ledger.states import BEFORE_A_CALL, State
from manage_callbacks.forgetting import forget_all
from manage_callbacks.page import page, summary
from manage_callbacks.request import MOST, Action, Refused, Request, read_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from callback_ledger.record import Record
    from manage_callbacks.means import Means

    Answer = dict[str, object]


def manage(event: object, means: Means) -> Answer:
    """Do what is asked for; the answer says `ok`, and why not in one line. Raises what the ports raise."""
    try:
        request = read_request(event)
        return {"ok": True, **_ACTIONS[request.action](request, means)}
    except Refused as refused:
        return {"ok": False, "error": str(refused)}


def _list(request: Request, means: Means) -> Answer:
    found = means.ledger.open_callbacks(MOST if request.state else request.limit)
    wanted = [record for record in found if request.state in (None, record.state)]
    return {"callbacks": [summary(record, means.rules) for record in wanted[: request.limit]]}


def _show(request: Request, means: Means) -> Answer:
    return {"callback": page(_found(request, means), means.rules)}


def _retry(request: Request, means: Means) -> Answer:
    record = _found(request, means)
    if record.state in BEFORE_A_CALL:
        return _told(record, Event(kind=Kind.HURRIED), means)
    if record.state is State.NEEDS_OPERATOR and record.attempts >= means.rules.max_attempts:
        raise Refused(f"callback_id: {record.callback_id} has no attempt left; settle it, or cancel it")
    if record.state is State.NEEDS_OPERATOR:
        return _told(record, Event(kind=Kind.SETTLED_AS_NOT_REACHED, dial=record.dial), means)
    raise Refused(f"callback_id: {record.callback_id} is {record.state}; only what waits or needs you can be retried")


def _cancel(request: Request, means: Means) -> Answer:
    record = _found(request, means)
    if record.state is State.CANCELLED:
        return {"callback": summary(record, means.rules)}
    return _told(record, Event(kind=Kind.CANCELLED), means)


def _settle(request: Request, means: Means) -> Answer:
    record = _found(request, means)
    if record.state is not State.NEEDS_OPERATOR or request.settled_as is None:
        raise Refused(f"callback_id: {record.callback_id} is {record.state}; only what needs you can be settled")
    return _told(record, Event(kind=request.settled_as, dial=record.dial), means)


def _forget(request: Request, means: Means) -> Answer:
    if request.callback_id:
        _found(request, means)
    forgotten, left = forget_all(request, means)
    if left:
        raise Refused(
            f"{'callback_id' if request.callback_id else 'phone'}: {', '.join(left)} may have a call, so that only "
            f"{len(forgotten)} of {len(forgotten) + len(left)} could be forgotten; settle it or wait, then ask again"
        )
    return {"forgotten": forgotten}


def _redrive(request: Request, means: Means) -> Answer:
    moved = means.dead_letters.redrive()
    failed = {name: why for name, why in moved.items() if why}
    if failed:
        whys = ", ".join(f"{name} ({why})" for name, why in failed.items())
        raise Refused(f"dead letters: {whys} could not be moved; see whether a move is under way, and ask again")
    return {"moving": list(moved)}


def _found(request: Request, means: Means) -> Record:
    record = means.ledger.record(request.callback_id)
    if record is None:
        raise Refused(f"callback_id: {request.callback_id} does not exist; list shows those that are open")
    return record


def _told(record: Record, event: Event, means: Means) -> Answer:
    told = means.telling.tell(record.callback_id, event, means.now)
    if isinstance(told, Applied):
        return {"callback": summary(told.record, means.rules)}
    state = "gone" if isinstance(told, Missing) else told.record.state
    raise Refused(f"callback_id: {record.callback_id} is {state}; look at it again with show")


_ACTIONS: Mapping[Action, Callable[[Request, Means], Answer]] = {
    Action.LIST: _list,
    Action.SHOW: _show,
    Action.RETRY: _retry,
    Action.CANCEL: _cancel,
    Action.SETTLE: _settle,
    Action.FORGET: _forget,
    Action.REDRIVE: _redrive,
}
