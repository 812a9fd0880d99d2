"""What happens when an agent accepts a contact, and what both then hear. The store is locked."""

from collections.abc import Sequence

from aicc_local.connect.contacts import callbacks, lifecycle, walker
from aicc_local.connect.contacts.beginning import ring_out
from aicc_local.connect.contacts.contact import Contact, contact_at
from aicc_local.connect.contacts.walk import leave_flows, save_walk, walk_of
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows.simulator import Begins


def accept_for(aws: LocalAws, contact: Contact, agent: Record) -> str:
    """Connect a contact to an agent who is free; of a callback the customer is called now. Answers the user's id."""
    leave_flows(contact)
    if callbacks.is_callback(contact):
        callbacks.dial(aws, contact, agent)
        arn = contact.arn
        aws.later(callbacks.RING_SECONDS, lambda: ring_out(aws, arn))
        play(aws, contact, "AgentWhisper")
    else:
        lifecycle.connect_to_agent(aws, contact, agent)
        play(aws, contact, "AgentWhisper", "CustomerWhisper")
    return agent.id


def play_together(aws: LocalAws, contact: Contact, *hooks: str) -> None:
    """Let both sides hear what the flow has set for each of them; none of the flows waits for the end of another."""
    set_by_flow = walk_of(contact).hooks
    flows = [set_by_flow[hook] for hook in hooks if hook in set_by_flow]
    if not flows:
        return
    arn, hold = contact.arn, leave_flows(contact).turn
    contact.kept["hold"] = hold

    def begin_all() -> None:
        for flow in flows:
            with aws.lock:
                found = contact_at(aws, arn)
                if found is None or found.kept.get("hold") != hold:
                    return
                turn = walk_of(found).turn
            walker.go_on(aws, arn, Begins(flow), turn)

    aws.spawn(begin_all)


def play(aws: LocalAws, contact: Contact, *hooks: str) -> None:
    """Let the whispers that the flow has set be heard, one after the other."""
    set_by_flow = walk_of(contact).hooks
    play_flows(aws, contact, [set_by_flow[hook] for hook in hooks if hook in set_by_flow])


def play_flows(aws: LocalAws, contact: Contact, flows: Sequence[str]) -> None:
    """Let these flows be heard, one after the other."""
    walk = walk_of(contact)
    if flows:
        walk.next_flows = list(flows[1:])
        # Whoever has planned a flow before this one comes too late with it.
        walk.turn += 1
        save_walk(contact, walk)
        arn, turn = contact.arn, walk.turn
        aws.spawn(lambda: walker.go_on(aws, arn, Begins(flows[0]), turn))
