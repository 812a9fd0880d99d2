"""An agent of the simulated contact centre. Free agents take what waits, without being asked."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from connect_flows._simulator._contact import Contact

if TYPE_CHECKING:
    from connect_flows._simulator._routing import Routing


@dataclass(slots=True, kw_only=True)
class Agent:
    """One agent, who holds one contact at a time.

    Attributes:
        name: Any name.
        queues: The queues that the agent serves; the first come first.
        contact: What the agent holds now.
        online: Whether the agent is there.
        taken: How many contacts the agent has taken.

    >>> from connect_flows.simulator import Center
    >>> agent = Center([]).agent("minsu", "general", "orders")
    >>> agent.available, agent.queues
    (True, ('general', 'orders'))
    """

    name: str
    queues: tuple[str, ...]
    center: "Routing" = field(repr=False)
    contact: Contact | None = None
    online: bool = True
    taken: int = field(default=0, repr=False)
    resting: bool = False

    @property
    def available(self) -> bool:
        """Whether the agent is free for a contact."""
        return self.online and self.contact is None and not self.resting

    def comes(self) -> "Agent":
        """Is there from now on, and takes whoever waits."""
        self.online = True
        self.center.offer(self)
        return self._then()

    def leaves(self) -> "Agent":
        """Takes nothing more; a contact that the agent holds goes on."""
        self.online = False
        return self

    def hangs_up(self) -> "Agent":
        """Leaves the customer, who hears the disconnect flow, if the flow has set one."""
        self.center.agent_left(self._held())
        return self._then()

    def holds(self) -> "Agent":
        """Puts the customer on hold: both hear their hold flows, if the flow has set them."""
        self.center.hold(self._held(), self)
        return self._then()

    def resumes(self) -> "Agent":
        """Takes the customer off hold."""
        self.center.resume(self._held(), self)
        return self._then()

    def transfers(self, *, flow: str, queue: str = "", agent: "Agent | None" = None) -> "Agent":
        """Transfers the customer through a flow, for a queue or to an agent, as a quick connect does."""
        self.center.transfer(self._held(), flow=flow, queue=queue, agent=agent)
        return self._then()

    def _held(self) -> Contact:
        if self.contact is None:
            raise AssertionError(f"agent {self.name} holds no contact")
        return self.contact

    def _then(self) -> "Agent":
        self.center.settle()
        return self
