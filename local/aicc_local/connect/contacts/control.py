"""What customers and agents do to contacts, for tests and demonstrations: people are the one thing that no API starts.

Each function takes the account and names a contact by its id; those that lead the contact into a flow answer at once,
and the flow goes on in the background. A contact that is not in the state for it is refused with
InvalidRequestException.
"""

from typing import Any

from aicc_local.connect.contacts.agent_acts import (
    accept,
    accept_next,
    agent_hangs_up,
    agent_holds,
    agent_resumes,
    agent_transfers,
    make_available,
)
from aicc_local.connect.contacts.contact import find_contact_anywhere
from aicc_local.connect.contacts.customers import (
    answer,
    call_in,
    give_input,
    hang_up,
    let_time_pass,
    not_answered,
    press,
    say,
    silent,
)
from aicc_local.connect.contacts.happenings import events_of
from aicc_local.connect.contacts.walk import at_rest, stopped, walk_of
from aicc_local.local_aws import LocalAws

__all__ = [
    "accept",
    "accept_next",
    "agent_hangs_up",
    "agent_holds",
    "agent_resumes",
    "agent_transfers",
    "answer",
    "call_in",
    "events",
    "give_input",
    "hang_up",
    "let_time_pass",
    "look",
    "make_available",
    "not_answered",
    "press",
    "say",
    "silent",
]


def look(aws: LocalAws, contact_id: str) -> dict[str, Any]:
    """Where a contact is: its state, the action it is at, what it waits for, and what the customer was told.

    It waits for input, time or the end of messages; or for nothing, because of `reason`. While it goes, or a function
    or a bot is asked, `waits_for` is empty.
    """
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        walk, reason = walk_of(contact), stopped(contact)
        place = walk.frames[-1] if walk.frames else None
        flow = aws.store.get(place.flow) if place else None
        return {
            "contact_id": contact.id,
            "channel": contact.channel,
            "state": contact.state.value,
            "flow": flow.name if flow else "",
            "action": place.block if place else "",
            "waits_for": "nothing" if reason else walk.waits_for if at_rest(walk) else "",
            "reason": reason,
            "said": list(contact.kept.get("said", ())),
            "attributes": dict(contact.attributes),
        }


def events(aws: LocalAws, contact_id: str, after: int | str = 0) -> list[dict[str, Any]]:
    """What has happened to a contact after the event of this number: the events of `connect_flows.simulator`.

    Each has its `sequence`, its name as `event`, and its fields. Of a long contact the first are forgotten.
    """
    with aws.lock:
        return events_of(find_contact_anywhere(aws, contact_id), int(after))
