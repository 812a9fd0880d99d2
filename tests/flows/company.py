"""A contact centre in memory that runs our own flows; the bot and the functions answer what a test says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aicc_local.connect.contacts import control
from aicc_local.connect.contacts.contact import find_contact_anywhere
from aicc_local.lex.resource_policy import allow_connect
from aicc_local.store import Record
from connect_flows import Flow, render
from tests.unit.local.contacts.contact_centre import CUSTOMER, INSTANCE_ARN, NUMBER, ContactCentre

TEXTS = {
    "text.callback_offer": "offered",
    "text.company_name": "가나 상점",
    "text.opening_hours": "평일 오전 아홉 시부터 오후 여섯 시까지",
}
Answer = Mapping[str, str] | Exception


@dataclass
class Company:
    """The centre.

    Attributes:
        open: Whether agents are there.
        line_status: What operators have switched.
        outcome: What comes of proving who one is.
        ledger: What the ledger says to each step of a customer who is called back; a step that it lacks fails.
        steps: What the ledger was told.
        texts: What `${text.<key>}` stands for.
        answers: What the bot makes of what it hears, one after the other: the session attributes it ends with.
        told: The session attributes that the bot was given, for each time it was asked.
        heard: What it was told.
    """

    flows: Mapping[str, Flow]
    open: bool = True
    line_status: str = "open"
    outcome: str = "authenticated"
    ledger: Mapping[str, str] = field(
        default_factory=lambda: dict.fromkeys(("answered", "confirmed", "declined", "dropped"), "going_on")
    )
    steps: list[str] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=lambda: dict(TEXTS))
    answers: list[Answer] = field(default_factory=list)
    told: list[dict[str, str]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    centre: ContactCentre = field(default_factory=ContactCentre)

    def __post_init__(self) -> None:
        centre = self.centre
        centre.add_number()
        alias = centre.add_bot_alias()
        centre.associate(alias, "LEX_BOT")
        allow_connect(centre.aws, alias, INSTANCE_ARN)
        always = centre.hours.properties["Config"]
        business = self._add("OperatingHours", "business", Config=always if self.open else [])
        self.values: dict[str, str] = {
            **self.texts,
            "bot.customer_service": alias,
            "function.authenticate_customer": centre.add_function("authenticate", self._authenticate),
            "function.report_callback": centre.add_function("report", self._report),
            "function.read_line_status": centre.add_function("status", self._status),
            "hours.business": business.arn,
            "hours.main": centre.hours.arn,
            **{f"queue.{name}": self._add("Queue", name).arn for name in ("general", "orders", "billing", "callback")},
        }
        waiting = dict(self.flows)
        while waiting:
            name = next(name for name, flow in waiting.items() if self._can_be_made(flow))
            flow = waiting.pop(name)
            kind = "module" if flow.is_module else "flow"
            self.values[f"{kind}.{name}"] = self._made(name, flow).arn

    def call(self, *said: str) -> str:
        """A customer calls and says, or types, one thing after the other."""
        contact = control.call_in(
            self.centre.aws, customer_number=CUSTOMER, flow_id=self.values["flow.inbound"].rpartition("/")[2]
        )
        return self.say(contact, *said)

    def chat(self, *said: str, flow: str = "chat", **attributes: str) -> str:
        """A customer begins a chat, and writes one thing after the other."""
        record = self.centre.aws.store.get(self.values[f"flow.{flow}"])
        assert record is not None
        return self.say(self.centre.chat(record, Attributes=attributes), *said)

    def call_back(self, *typed: str, late: bool = False) -> str:
        """A customer is called, answers, and types one thing after the other."""
        # It names no queue, which the flow does.
        started = self.centre.ask(
            "StartOutboundVoiceContact",
            SourcePhoneNumber=NUMBER,
            ContactFlowId=self.values["flow.callback"].rpartition("/")[2],
            DestinationPhoneNumber=CUSTOMER,
            Attributes={"callback_id": "0f", "callback_dial": "1", "callback_late": "true" if late else "false"},
        )
        control.answer(self.centre.aws, started["ContactId"])
        return self.say(started["ContactId"], *typed)

    def contact(self, channel: str, *said: str) -> str:
        """A customer calls or writes."""
        return self.call(*said) if channel == "VOICE" else self.chat(*said)

    def say(self, contact: str, *said: str) -> str:
        """The customer says, types or writes more."""
        for text in said:
            control.give_input(self.centre.aws, contact, text)
        return contact

    def look(self, contact: str) -> dict[str, Any]:
        """Where a contact is, with the queue that it waits in."""
        seen = control.look(self.centre.aws, contact)
        queue = self.centre.aws.store.get(find_contact_anywhere(self.centre.aws, contact).queue_arn)
        return {**seen, "queue": queue.name if queue and seen["state"] == "IN_QUEUE" else ""}

    def queue(self, name: str) -> Record:
        """A queue, to be changed."""
        queue = self.centre.aws.store.get(self.values[f"queue.{name}"])
        assert queue is not None
        return queue

    def recognize(self, aws: Any, alias: str, locale: str, session: str, text: str, **more: Any) -> dict[str, Any]:
        """In place of Lex: every turn ends the conversation."""
        if locale != "ko_KR":
            raise AssertionError(f"the bot speaks Korean, not {locale}")
        given = more["session_attributes"]
        self.told.append({key: value for key, value in given.items() if not key.startswith("x-amz-lex:")})
        self.heard.append(text)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        intent = {"name": answer.get("bot_intent", "agent"), "slots": {}}
        state = {"dialogAction": {"type": "Close"}, "intent": intent, "sessionAttributes": dict(answer)}
        return {"sessionState": state, "messages": [{"content": "봇의 대답입니다."}]}

    def _can_be_made(self, flow: Flow) -> bool:
        return all(f"{each.kind}.{each.name}" in self.values for each in flow.placeholders)

    def _made(self, name: str, flow: Flow) -> Record:
        content = render(flow, self.values)
        if flow.is_module:
            return self.centre.add("ContactFlowModule", f"flow-module/{name}", Name=name, Content=content)
        assert flow.type is not None
        return self.centre.add("ContactFlow", f"contact-flow/{name}", Name=name, Type=flow.type.value, Content=content)

    def _add(self, kind: str, name: str, **properties: Any) -> Record:
        made = {
            "OperatingHours": ("HoursOfOperation", f"operating-hours/{name}", {"TimeZone": "Asia/Seoul"}),
            "Queue": ("Queue", f"queue/{name}", {"HoursOfOperationArn": self.centre.hours.arn}),
        }
        resource, path, defaults = made[kind]
        return self.centre.add(resource, path, Name=name, **defaults, **properties)

    def _status(self, event: Mapping[str, Any]) -> dict[str, str]:
        return {"line_status": self.line_status, "announcement": "점검하고 있습니다."}

    def _report(self, event: Mapping[str, Any]) -> dict[str, str]:
        step = event["Details"]["Parameters"]["Step"]
        self.steps.append(step)
        return {"outcome": self.ledger[step]}

    def _authenticate(self, event: Mapping[str, Any]) -> dict[str, str]:
        known = self.outcome == "authenticated"
        return {
            "outcome": self.outcome,
            "customer_id": "C-1" if known else "",
            "display_name": "김*지" if known else "",
            "attempts_left": "3",
        }
