"""The twin in the local AWS."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import bots, control
from aicc_local.connect.contacts.callbacks import is_callback
from aicc_local.connect.contacts.contact import Contact, State
from tests.unit.local.contacts.contact_centre import CUSTOMER, NUMBER
from tests.unit.local.contacts.our_flows import Function, OurCentre
from tests.unit.local.contacts.twins import AGENT, Script, Streams, streams

OTHER_PROFILE: dict[str, Any] = {
    "Name": "Nothing",
    "MediaConcurrencies": [{"Channel": "VOICE", "Concurrency": 1}],
    "QueueConfigs": [],
}


class InLocalAws:
    """The local AWS."""

    def __init__(self, functions: Mapping[str, Function], bot: Script, monkeypatch: pytest.MonkeyPatch) -> None:
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
