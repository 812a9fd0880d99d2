"""Leads a contact through flows, in the engine of `connect_flows.simulator`, until it needs a person.

`go_on` is all that the rest of Connect knows of it. The store is locked while the engine runs, which takes no time;
what a flow asks of functions and bots is asked while the store is free, and the contact is looked up again then.
"""

import threading
from collections import deque

from aicc_local.connect.contacts.asking import ask
from aicc_local.connect.contacts.contact import contact_at
from aicc_local.connect.contacts.turn import Turn
from aicc_local.connect.contacts.walk import walk_of
from aicc_local.local_aws import LocalAws
from connect_flows.simulator import Answered, Asks, Happening, Pause, Rest, TimeIsUp


class _Inside(threading.local):
    """Contacts in whose turn this thread is, and what happens to them meanwhile."""

    def __init__(self) -> None:
        self.waiting: dict[str, list[Happening]] = {}


_INSIDE = _Inside()


def go_on(aws: LocalAws, contact_arn: str, happening: Happening, turn: int | None = None) -> None:
    """Take a contact on from something that happens, until it waits, stops or ends. Asks functions: no lock is held.

    What is to happen in one turn alone comes too late in another.
    """
    waiting = _INSIDE.waiting.get(contact_arn)
    if waiting is not None:
        # Whoever looks on has let it happen in the middle of a turn.
        waiting.append(happening)
        return
    due = deque([happening])
    while due:
        due.extend(_follow(aws, contact_arn, due.popleft(), turn))
        turn = None


def _follow(aws: LocalAws, contact_arn: str, happening: Happening, expected: int | None) -> list[Happening]:
    """All turns that follow from something that happens; answers what else has happened meanwhile."""
    meanwhile: list[Happening] = []
    rest, turn = _turn(aws, contact_arn, happening, meanwhile, expected)
    while isinstance(rest, Asks):
        answer = Answered(ask(aws, contact_arn, rest.request))
        rest, turn = _turn(aws, contact_arn, answer, meanwhile, turn)
    if isinstance(rest, Pause) and rest.seconds is not None:
        late = TimeIsUp(turn)
        aws.later(rest.seconds, lambda: go_on(aws, contact_arn, late))
    return meanwhile


def _turn(
    aws: LocalAws, contact_arn: str, happening: Happening, meanwhile: list[Happening], expected: int | None = None
) -> tuple[Rest | None, int]:
    """One turn of a contact, unless it is in another than expected by then: what it rests for, the turn's number."""
    with aws.lock:
        contact = contact_at(aws, contact_arn)
        if contact is None or expected not in (None, walk_of(contact).turn):
            return None, 0
        turn = Turn(aws, contact)
        _INSIDE.waiting[contact_arn] = meanwhile
        try:
            return turn.run(happening), turn.number
        finally:
            del _INSIDE.waiting[contact_arn]
