"""Our own flows in the local contact centre in memory, with functions and a bot that answer as told."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from aicc_local.connect.contacts.contact import CONTACT
from aicc_local.lex.resource_policy import allow_connect
from aicc_local.store import Record
from connect_flows import Flow, load, render
from tests.unit.local.contacts.contact_centre import INSTANCE_ARN, ContactCentre

FOLDER = Path(__file__).parents[4] / "flows"
TEXTS = {"callback_offer": "offered", "company_name": "가나 상점", "opening_hours": "평일 오전 아홉 시부터"}
QUEUES = ("general", "orders", "billing", "callback")

Function = Callable[[Mapping[str, Any]], Any]


class OurCentre(ContactCentre):
    """The centre; `values` has what each placeholder of the flows stands for."""

    def __init__(self, functions: Mapping[str, Function]) -> None:
        super().__init__()
        self.add_number()
        alias = self.add_bot_alias()
        self.associate(alias, "LEX_BOT")
        allow_connect(self.aws, alias, INSTANCE_ARN)
        self.values = {
            **{f"text.{name}": text for name, text in TEXTS.items()},
            "bot.customer_service": alias,
            "hours.main": self.hours.arn,
            "hours.business": self._add("HoursOfOperation", "business", Config=self.hours.properties["Config"]).arn,
            **{f"queue.{name}": self._add("Queue", name).arn for name in QUEUES},
            **{f"function.{name}": self.add_function(name, function) for name, function in functions.items()},
        }
        self._serve()
        self._publish({file.stem: load(file) for file in (*FOLDER.glob("*.json"), *FOLDER.glob("modules/*.json"))})

    def flow(self, name: str) -> Record:
        """A published flow."""
        found = self.aws.store.get(self.values[f"flow.{name}"])
        assert found is not None
        return found

    def contacts(self) -> list[Record]:
        """All contacts, in the order in which they began."""
        return list(self.aws.store.of(CONTACT))

    def _publish(self, flows: dict[str, Flow]) -> None:
        while flows:
            name = next(name for name, flow in flows.items() if self._can_be_made(flow))
            flow = flows.pop(name)
            content = render(flow, self.values)
            if flow.is_module:
                made = self.add("ContactFlowModule", f"flow-module/{name}", Name=name, Content=content)
            else:
                assert flow.type is not None
                path = f"contact-flow/{name}"
                made = self.add("ContactFlow", path, Name=name, Type=flow.type.value, Content=content)
            self.values[f"{'module' if flow.is_module else 'flow'}.{name}"] = made.arn

    def _can_be_made(self, flow: Flow) -> bool:
        return all(f"{each.kind}.{each.name}" in self.values for each in flow.placeholders)

    def _serve(self) -> None:
        """The agent serves all queues, one after the other."""
        self.profile.properties["QueueConfigs"] = [
            {
                "QueueReference": {"Channel": channel, "QueueArn": self.values[f"queue.{name}"]},
                "Priority": number,
                "Delay": 0,
            }
            for number, name in enumerate(QUEUES, 1)
            for channel in ("VOICE", "CHAT")
        ]

    def _add(self, kind: str, name: str, **properties: Any) -> Record:
        path, defaults = {
            "HoursOfOperation": ("operating-hours", {"TimeZone": "Asia/Seoul"}),
            "Queue": ("queue", {"HoursOfOperationArn": self.hours.arn}),
        }[kind]
        return self.add(kind, f"{path}/{name}", Name=name, **defaults, **properties)
