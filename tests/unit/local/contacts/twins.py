"""The same calls in the centre of tests and in the local AWS: what happens in one has to happen in the other."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

import pytest

from aicc_local.connect.contacts import bots, control
from aicc_local.connect.contacts.callbacks import is_callback
from aicc_local.connect.contacts.contact import Contact, State
from aicc_local.connect.invocation import FUNCTION_ERROR
from connect_flows.simulator import (
    Agent,
    BotRequest,
    BotResult,
    Call,
    CallbackCreated,
    Center,
    Event,
    Started,
    TimeIsUp,
)
from tests.unit.local.contacts.contact_centre import CUSTOMER, NUMBER
from tests.unit.local.contacts.our_flows import FOLDER, QUEUES, TEXTS, Function, OurCentre

AGENT = "minsu"
OTHER_PROFILE: dict[str, Any] = {
    "Name": "Nothing",
    "MediaConcurrencies": [{"Channel": "VOICE", "Concurrency": 1}],
    "QueueConfigs": [],
}
# Where the two may differ: the clock goes on while prompts are played in one and while functions run in the other.
_TIMES = ("at", "seconds", "waited", "sequence")
_CONTACTS = ("contact", "previous", "callback")

Streams = list[list[dict[str, Any]]]


class Twin(Protocol):
    """What a test does to either centre: to the customer of the last contact, unless the agent is named."""

    def calls(self) -> None: ...
    def chats(self) -> None: ...
    def is_called(self) -> None: ...
    def says(self, text: str) -> None: ...
    def presses(self, keys: str) -> None: ...
    def waits(self) -> None: ...
    def answers(self) -> None: ...
    def hangs_up(self) -> None: ...
    def agent_comes(self) -> None: ...
    def agent_hangs_up(self) -> None: ...
    def agent_holds(self) -> None: ...
    def agent_resumes(self) -> None: ...
    def agent_transfers_to_queue(self, queue: str) -> None: ...
    def agent_transfers_to_agent(self, agent: str) -> None: ...
    def is_called_back(self) -> None: ...
    def fills(self, queue: str) -> None: ...
    def streams(self) -> Streams: ...


class InTests:
    """The centre of `connect_flows.simulator`."""

    def __init__(self, functions: Mapping[str, Function], bot: "Script") -> None:
        self.center = Center(FOLDER, texts=TEXTS)
        self.center.opens("main", "business")
        for queue in QUEUES:
            self.center.queue_named(queue).hours = "${hours.main}"
        self.center.functions.update(functions)
        self.center.bots["customer_service"] = bot
        self._call: Call | None = None

    @property
    def call(self) -> Call:
        assert self._call is not None
        return self._call

    def calls(self) -> None:
        self.center.pass_time(1)
        self._call = self.center.call(CUSTOMER)

    def chats(self) -> None:
        self._call = self.center.chat()

    def is_called(self) -> None:
        attributes = {"callback_id": "0f", "callback_dial": "1", "callback_late": "false"}
        self._call = self.center.dial(CUSTOMER, flow="callback", attributes=attributes)

    def says(self, text: str) -> None:
        self.call.says(text)

    def presses(self, keys: str) -> None:
        self.call.presses(keys)

    def waits(self) -> None:
        # The time is over now, also for a bot, whose own limit no flow knows.
        contact = self.call.contact
        self.center.go_on(contact, TimeIsUp(contact.walk.turn))
        self.center.settle()

    def answers(self) -> None:
        self.call.answers()

    def hangs_up(self) -> None:
        self.call.hangs_up()

    def agent_comes(self) -> None:
        self.center.agent(AGENT, *QUEUES)

    def agent_hangs_up(self) -> None:
        self.agent.hangs_up()

    def agent_holds(self) -> None:
        self.agent.holds()

    def agent_resumes(self) -> None:
        self.agent.resumes()

    def agent_transfers_to_queue(self, queue: str) -> None:
        self.agent.transfers(flow="queue_transfer", queue=queue)

    def agent_transfers_to_agent(self, agent: str) -> None:
        self.agent.transfers(flow="agent_transfer", agent=self.center.agent(agent, "none"))

    @property
    def agent(self) -> Agent:
        return self.center.agents[0]

    def is_called_back(self) -> None:
        [made] = [event.callback for event in self.center.events if isinstance(event, CallbackCreated)]
        self._call = Call(self.center, self.center.contacts[made])
        self.center.pass_time(31)

    def fills(self, queue: str) -> None:
        self.center.queue_named(queue).max_contacts = 0

    def streams(self) -> Streams:
        # The centre of tests names the exception that a function has raised, which Connect does not know.
        return streams(map(plain, self.center.events), {"Unhandled: RuntimeError": FUNCTION_ERROR})


class InLocalAws:
    """The local AWS."""

    def __init__(self, functions: Mapping[str, Function], bot: "Script", monkeypatch: pytest.MonkeyPatch) -> None:
        self.centre = OurCentre(functions)
        self.aws = self.centre.aws
        self.contact = ""
        monkeypatch.setattr(bots, "recognize_text", bot.recognize_text)

    def calls(self) -> None:
        self.aws.now.pass_time(1)
        flow = self.centre.flow("inbound").id
        self.contact = control.call_in(self.aws, customer_number=CUSTOMER, flow_id=flow)

    def chats(self) -> None:
        self.contact = self.centre.chat(self.centre.flow("chat"))

    def is_called(self) -> None:
        started = self.centre.ask(
            "StartOutboundVoiceContact",
            SourcePhoneNumber=NUMBER,
            ContactFlowId=self.centre.flow("callback").id,
            DestinationPhoneNumber=CUSTOMER,
            Attributes={"callback_id": "0f", "callback_dial": "1", "callback_late": "false"},
        )
        self.contact = started["ContactId"]

    def says(self, text: str) -> None:
        control.say(self.aws, self.contact, text)

    def presses(self, keys: str) -> None:
        control.press(self.aws, self.contact, keys)

    def waits(self) -> None:
        control.let_time_pass(self.aws, self.contact)

    def answers(self) -> None:
        control.answer(self.aws, self.contact)

    def hangs_up(self) -> None:
        control.hang_up(self.aws, self.contact)

    def agent_comes(self) -> None:
        """The agent is there and takes what waits first, as agents do who need not be told."""
        control.make_available(self.aws, AGENT)
        self._offer()

    def _offer(self) -> None:
        if any(Contact(record).state is State.IN_QUEUE for record in self.centre.contacts()):
            control.accept_next(self.aws, AGENT)

    def agent_hangs_up(self) -> None:
        control.agent_hangs_up(self.aws, self._held())

    def agent_holds(self) -> None:
        control.agent_holds(self.aws, self._held())

    def agent_resumes(self) -> None:
        control.agent_resumes(self.aws, self._held())

    def agent_transfers_to_queue(self, queue: str) -> None:
        told = {"QueueArn": self.centre.values[f"queue.{queue}"], "ContactFlowArn": self._flow("queue_transfer")}
        control.agent_transfers(self.aws, self._held(), self._quick_connect("QueueConfig", told))
        self._offer()

    def agent_transfers_to_agent(self, agent: str) -> None:
        other = self.centre.add("RoutingProfile", "routing-profile/r2", **OTHER_PROFILE)
        user = self.centre.add("User", "agent/a2", Username=agent, RoutingProfileArn=other.arn)
        control.make_available(self.aws, agent)
        told = {"UserArn": user.arn, "ContactFlowArn": self._flow("agent_transfer")}
        control.agent_transfers(self.aws, self._held(), self._quick_connect("UserConfig", told))

    def _flow(self, name: str) -> str:
        return self.centre.flow(name).arn

    def _held(self) -> str:
        [held] = [record.id for record in self.centre.contacts() if Contact(record).state is State.WITH_AGENT]
        return held

    def _quick_connect(self, member: str, told: Mapping[str, str]) -> str:
        config = {"QuickConnectType": member, member: told}
        return self.centre.add("QuickConnect", "transfer-destination/t1", Name="there", QuickConnectConfig=config).id

    def is_called_back(self) -> None:
        [self.contact] = [record.id for record in self.centre.contacts() if is_callback(Contact(record))]
        control.let_time_pass(self.aws, self.contact)

    def fills(self, queue: str) -> None:
        found = self.aws.store.get(self.centre.values[f"queue.{queue}"])
        assert found is not None
        found.properties["MaxContacts"] = 0

    def streams(self) -> Streams:
        names = {value: f"${{{name}}}" for name, value in self.centre.values.items() if value.startswith("arn:")}
        every = [event for record in self.centre.contacts() for event in record.links.get("events", ())]
        return streams(every, names)


class Script:
    """The bot: for each text what it makes of it, in either centre."""

    def __init__(self, **understood: Mapping[str, str]) -> None:
        self._understood = understood

    def __call__(self, request: BotRequest) -> BotResult:
        attributes = self._understood[request.text]
        return BotResult(intent=attributes["bot_intent"], attributes=attributes, messages=("봇의 대답입니다.",))

    def recognize_text(self, aws: Any, alias: str, locale: str, session: str, text: str, **more: Any) -> Any:
        attributes = dict(self._understood[text])
        intent = {"name": attributes["bot_intent"], "slots": {}}
        state = {"dialogAction": {"type": "Close"}, "intent": intent, "sessionAttributes": attributes}
        return {"sessionState": state, "messages": [{"content": "봇의 대답입니다."}]}


def plain(event: Event) -> dict[str, Any]:
    """An event as JSON has it."""
    fields: dict[str, Any] = json.loads(json.dumps(event._asdict()))
    return {"event": type(event).__name__, **fields}


def streams(events: Iterator[dict[str, Any]] | list[dict[str, Any]], names: Mapping[str, str]) -> Streams:
    """What happened to each contact, in the order in which they began: resources by name, contacts by number."""
    every = list(events)
    started = dict.fromkeys(event["contact"] for event in every if event["event"] == Started.__name__)
    numbers = {contact: number for number, contact in enumerate(started)}
    found: Streams = [[] for _ in numbers]
    seen = set()
    for event in every:
        # The contact before is told of the one that follows, too.
        if event["event"] == Started.__name__ and event["contact"] in seen:
            continue
        seen.add(event["contact"])
        bare = {key: value for key, value in event.items() if key not in _TIMES}
        bare |= {key: numbers.get(bare[key], bare[key]) for key in _CONTACTS if key in bare}
        text = json.dumps(bare, ensure_ascii=False)
        for value in sorted(names, key=len, reverse=True):
            text = text.replace(value, names[value])
        found[numbers[event["contact"]]].append(json.loads(text))
    return found
