"""A contact centre in memory that `aicc call` and `aicc chat` take for the deployed one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from aicc_cli.call_place import Centre
from aicc_cli.main import app
from connect_flows.simulator import Begins, Center
from tests.unit.cli.simulated_control import SimulatedControl

FLOWS = Path(__file__).parents[3] / "flows"
TEXTS = {"company_name": "가나 상점", "opening_hours": "평일 오전 아홉 시부터", "callback_offer": "offered"}
TO_ORDERS = {"next_action": "queue", "queue": "orders", "bot_intent": "cancel"}


class Chats:
    """Amazon Connect, as far as it starts chats."""

    def __init__(self, center: Center) -> None:
        self._center = center

    def start_chat_contact(self, **asked: Any) -> dict[str, str]:
        assert asked["ParticipantDetails"]["DisplayName"]
        contact = self._center.begin(channel="CHAT", method="API")
        self._center.go_on(contact, Begins(asked["ContactFlowId"]))
        self._center.settle()
        return {"ContactId": contact.id}


class Simulated:
    """A contact centre in memory in the place of the local AWS."""

    def __init__(self) -> None:
        self.center = Center(FLOWS, texts=TEXTS)
        self.center.opens("main", "business")
        self.center.function("read_line_status").answers(line_status="open", announcement="")
        self.center.bot("customer_service").understands("주문 취소요", intent="cancel", attributes=TO_ORDERS)
        self.control = SimulatedControl(self.center)
        self.people: list[str] = []

    def found(self, environment: str | None) -> Centre:
        return _SimulatedCentre(
            environment=environment or "dev",
            control=self.control,  # type: ignore[arg-type]  # answers the same
            connect=Chats(self.center),  # type: ignore[arg-type]  # as far as it is asked
            instance_id="instance",
            flows={f"aicc-{name}": f"${{flow.{name}}}" for name in ("inbound", "chat")},
        )


class _SimulatedCentre(Centre):
    @property
    def agents(self) -> list[str]:
        return ["minsu"]

    @property
    def transfers(self) -> list[str]:
        return ["aicc-To Billing"]


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=typed, env={"COLUMNS": "200"})
