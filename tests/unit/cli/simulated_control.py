"""The control endpoint of a local AWS, over a simulated contact centre: what `aicc call` talks to, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aicc_local.control import ControlError
from connect_flows.simulator import Agent, Begins, Call, Center, Event, Pressed, Said

REFUSED = 'POST http://127.0.0.1:4566/_aicc/contacts/{act}: 400 {{"error": "InvalidRequestException: {why}"}}'


class SimulatedControl:
    """Answers what `aicc_local.control.Control` would; nothing here takes time."""

    def __init__(self, center: Center, agent: Agent | None = None) -> None:
        self.center = center
        self.passed: list[float] = []
        self.customers: list[str] = []
        self._agent = agent
        self._told: dict[str, list[dict[str, Any]]] = {}
        center.listeners.append(self._tell)

    def contact(self, act: str, **parameters: str) -> Any:
        found: Any = getattr(self, f"_{act}")(**parameters)
        self.center.settle()
        return found

    def events(self, contact_id: str, after: int = 0) -> list[dict[str, Any]]:
        return [event for event in self._told.get(contact_id, []) if event["sequence"] > after]

    def status(self) -> Mapping[str, Any]:
        return {"now": self.center.now()}

    def let_pass(self, seconds: float) -> float:
        self.passed.append(seconds)
        self.center.pass_time(seconds)
        return self.center.now()

    def _tell(self, event: Event) -> None:
        told = self._told.setdefault(event.contact, [])
        told.append({"sequence": len(told) + 1, "event": type(event).__name__, **event._asdict()})

    def _call_in(self, customer_number: str, flow_id: str, instance_id: str) -> str:
        self.customers.append(customer_number)
        contact = self.center.begin(channel="VOICE", method="INBOUND", customer=customer_number)
        self.center.go_on(contact, Begins(flow_id))
        return contact.id

    def _look(self, contact_id: str) -> Mapping[str, Any]:
        contact = self.center.contacts.get(contact_id)
        if contact is None:
            return {"state": "ENDED", "waits_for": "", "reason": "", "flow": "", "action": ""}
        frames = contact.walk.frames
        where = {"flow": frames[-1].flow, "action": frames[-1].block} if frames else {"flow": "", "action": ""}
        return {"state": contact.state, "waits_for": contact.walk.waits_for, "reason": "", **where}

    def _say(self, contact_id: str, text: str) -> None:
        self.center.go_on(self._there(contact_id, "say"), Said(text))

    def _press(self, contact_id: str, keys: str) -> None:
        self.center.go_on(self._there(contact_id, "press"), Pressed(keys))

    def _let_time_pass(self, contact_id: str) -> None:
        contact = self._there(contact_id, "let_time_pass")
        turn, state = contact.walk.turn, contact.state
        while (contact.walk.turn, contact.state) == (turn, state) and self.center.timeline.step():
            pass

    def _hang_up(self, contact_id: str) -> None:
        self.center.end(self._there(contact_id, "hang_up"), "CUSTOMER_DISCONNECT")

    def _make_available(self, user: str) -> None:
        if self._agent:
            self.center.offer(self._agent.comes())

    def _accept(self, contact_id: str) -> None:
        if self._there(contact_id, "accept").state == "IN_QUEUE":
            raise ControlError(REFUSED.format(act="accept", why="No agent is available for the contact"))

    def _agent_hangs_up(self, contact_id: str) -> None:
        assert self._agent
        self._agent.hangs_up()

    def _agent_holds(self, contact_id: str) -> None:
        assert self._agent
        self._agent.holds()

    def _agent_resumes(self, contact_id: str) -> None:
        assert self._agent
        self._agent.resumes()

    def _agent_transfers(self, contact_id: str, quick_connect: str) -> str:
        queue = quick_connect.removeprefix("aicc-To ").lower()
        return self.center.transfer(self._there(contact_id, "transfer"), flow="queue_transfer", queue=queue).id

    def _answer(self, contact_id: str) -> None:
        Call(self.center, self._ringing(contact_id, "answer")).answers()

    def _not_answered(self, contact_id: str) -> None:
        Call(self.center, self._ringing(contact_id, "not_answered")).does_not_answer()

    def _ringing(self, contact_id: str, act: str) -> Any:
        contact = self._there(contact_id, act)
        if contact.state != "RINGING":
            raise ControlError(REFUSED.format(act=act, why=f"The contact is {contact.state}, not RINGING"))
        return contact

    def _there(self, contact_id: str, act: str) -> Any:
        contact = self.center.contacts.get(contact_id)
        if contact is None:
            raise ControlError(REFUSED.format(act=act, why="The contact is ENDED"))
        return contact
