"""Agents: their status, the contacts they hold, and what they are free for. Nobody is there until somebody says so."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from aicc_local.connect.contacts.contact import Contact, State, contacts_of
from aicc_local.connect.user import USER
from aicc_local.errors import not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

AGENT_STATUS = "AWS::Connect::AgentStatus"
ROUTING_PROFILE = "AWS::Connect::RoutingProfile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A user, now.

    Attributes:
        user: The user.
        status: The status; None for who was never there.
        since: When the status began.
        profile: The routing profile.
        contacts: What the agent holds.
    """

    user: Record
    status: Record | None
    since: float
    profile: Record
    contacts: tuple[Contact, ...]

    @property
    def kind(self) -> str:
        """ROUTABLE, CUSTOM or OFFLINE."""
        return str(self.status.properties.get("Type", "CUSTOM")) if self.status else "OFFLINE"

    @property
    def online(self) -> bool:
        return self.kind != "OFFLINE"

    def slots(self) -> dict[str, int]:
        """How many contacts of each channel the agent can hold at once."""
        concurrencies = self.profile.properties["MediaConcurrencies"]
        return {each["Channel"]: int(each["Concurrency"]) for each in concurrencies}

    def held(self) -> dict[str, int]:
        """How many contacts of each channel the agent holds."""
        return {channel: sum(contact.channel == channel for contact in self.contacts) for channel in self.slots()}

    def free(self) -> dict[str, int]:
        """How many more of each channel; while a contact is held only of its channel, which is Connect's default."""
        held = self.held()
        busy = {channel for channel, count in held.items() if count}
        return {
            channel: max(0, slots - held[channel]) if self.kind == "ROUTABLE" and (not busy or channel in busy) else 0
            for channel, slots in self.slots().items()
        }

    def config(self, queue_arn: str, channel: str | None = None) -> Mapping[str, Any] | None:
        """What the routing profile says of a queue (for the channel): its priority and its delay."""
        for each in self.profile.properties.get("QueueConfigs") or ():
            reference = each["QueueReference"]
            if reference["QueueArn"] == queue_arn and (channel is None or reference["Channel"] == channel):
                found: Mapping[str, Any] = each
                return found
        return None

    def serves(self, queue_arn: str, channel: str | None = None) -> bool:
        """Whether the routing profile has the queue (for the channel)."""
        return self.config(queue_arn, channel) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentCounts:
    """How many agents are what; metrics definitions of the administrator guide."""

    online: int
    available: int
    staffed: int
    on_contact: int
    non_productive: int
    slots_active: int
    slots_available: int


def agents_of(aws: LocalAws, instance_arn: str) -> list[Agent]:
    """The users of an instance that have a routing profile."""
    held: dict[str, list[Contact]] = {}
    for contact in contacts_of(aws, instance_arn):
        # Of a callback the agent waits until the customer picks up.
        if contact.agent_arn and contact.state in (State.WITH_AGENT, State.RINGING):
            held.setdefault(contact.agent_arn, []).append(contact)
    found = []
    for user in aws.store.of(USER, instance_arn):
        profile = aws.store.get(user.properties["RoutingProfileArn"])
        status: Mapping[str, Any] = user.links.get("agent_status") or {}
        if profile is not None:
            agent = Agent(
                user=user,
                status=aws.store.get(status.get("arn", "")),
                since=float(status.get("since", user.made)),
                profile=profile,
                contacts=tuple(held.get(user.arn, ())),
            )
            found.append(agent)
    return found


def set_status(aws: LocalAws, user: Record, status: Record) -> None:
    """From now on the agent has this status."""
    user.links["agent_status"] = {"arn": status.arn, "since": aws.now()}


def find_status(aws: LocalAws, instance_arn: str, id_or_arn: str) -> Record:
    """An agent status by its id or ARN.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    return aws.store.find(AGENT_STATUS, id_or_arn, instance_arn)


def available_status(aws: LocalAws, instance_arn: str) -> Record:
    """The status in which agents take contacts.

    Raises:
        ServiceError: The instance has none.
    """
    for status in aws.store.of(AGENT_STATUS, instance_arn):
        if status.properties.get("Type") == "ROUTABLE":
            return status
    raise not_found("The instance has no routable agent status")


def counts_of(
    aws: LocalAws,
    instance_arn: str,
    *,
    queues: Collection[str] = (),
    profiles: Collection[str] = (),
    channels: Collection[str] = (),
) -> AgentCounts:
    """Count the agents who serve one of the queues or have one of the profiles (ARNs), for the channels."""
    wanted = [
        agent
        for agent in agents_of(aws, instance_arn)
        if (not queues or any(agent.serves(queue, channel) for queue in queues for channel in channels or (None,)))
        and (not profiles or agent.profile.arn in profiles)
    ]
    return count(wanted, channels)


def count(agents: Collection[Agent], channels: Collection[str] = ()) -> AgentCounts:
    """Count agents; slots of some channels only if named."""
    online = [agent for agent in agents if agent.online]
    non_productive = [agent for agent in online if agent.kind == "CUSTOM"]

    def slots(of: Mapping[str, int]) -> int:
        return sum(number for channel, number in of.items() if not channels or channel in channels)

    return AgentCounts(
        online=len(online),
        available=sum(slots(agent.free()) > 0 for agent in online),
        staffed=len(online) - len(non_productive),
        on_contact=sum(bool(agent.contacts) for agent in online),
        non_productive=len(non_productive),
        slots_active=sum(slots(agent.held()) for agent in online),
        slots_available=sum(slots(agent.free()) for agent in online),
    )
