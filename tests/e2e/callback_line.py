"""The local environment's callbacks: customers who book, are called and talk, and what becomes of their callbacks."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

import boto3

from aicc_local.control import Control
from korean.clock import KOREA
from tests.e2e.conversation import Conversation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_connect import ConnectClient
    from mypy_boto3_connect.type_defs import ContactSearchSummaryTypeDef

STACK = "ContactCenter-local"
AGENT = "admin"
SECONDS = 20.0
SHORTEST_PAUSE, LONGEST_PAUSE = 0.05, 0.25  # seconds between looks
SPAN = {"StartTime": datetime(2026, 1, 1, tzinfo=UTC), "EndTime": datetime(2028, 1, 1, tzinfo=UTC)}
YES = "네 맞아요"
SWEEP = timedelta(seconds=61)
WAKINGS = 40
KEYS = 4  # until a caller is in the queue
SECONDS_AWAKE = 4.0  # for a sweep and what comes of it

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackLine:
    """The deployed callbacks.

    Attributes:
        outputs: Of the environment's stack.
        bot: Where the bot is talked to.
        environment: Variables for programs that are to talk to its AWS.
    """

    session: boto3.Session
    control: Control
    outputs: Mapping[str, str]
    bot: Mapping[str, str]
    environment: Mapping[str, str]

    @property
    def connect(self) -> ConnectClient:
        return self.session.client("connect")

    @property
    def instance(self) -> str:
        return self.outputs["InstanceArn"].rpartition("/")[2]

    @property
    def now(self) -> datetime:
        """What the clock of the local AWS says."""
        return datetime.fromtimestamp(self.control.status()["now"], KOREA)

    def talk(self, phone: str) -> Conversation:
        """A call from a number, as the flow gives it to the bot."""
        return Conversation(
            session=self.session,
            place={**self.bot, "sessionId": str(uuid4())},
            attributes={"customer_number": phone, "customer_authenticated": "false", "channel": "VOICE"},
        )

    def book(self, phone: str, when: str = "내일 오후 세 시") -> str:
        """Have the bot book a callback to the number that calls; returns the callback's id."""
        before = {each["callback_id"] for each in self.listed()}
        call = self.talk(phone)
        for said in ("콜백 예약하고 싶어요", f"{when}에 전화 주세요", "네 이 번호로 해 주세요", YES):
            call.say(said)
        [made] = {each["callback_id"] for each in self.listed()} - before
        return str(made)

    def operate(self, action: str, **parameters: object) -> dict[str, Any]:
        """What the operators' function answers."""
        event = json.dumps({"action": action, **parameters}).encode()
        answer = self.session.client("lambda").invoke(FunctionName=self.outputs["ManageCallbacks"], Payload=event)
        told: dict[str, Any] = json.loads(answer["Payload"].read())
        return told

    def listed(self) -> list[dict[str, Any]]:
        """The open callbacks."""
        found: list[dict[str, Any]] = self.operate("list")["callbacks"]
        return found

    def callback(self, callback_id: str) -> dict[str, Any]:
        """One callback, all that operators see."""

        def told() -> dict[str, Any] | None:
            return self.operate("show", callback_id=callback_id).get("callback")

        return soon(told, f"the callback {callback_id}")

    def becomes(self, callback_id: str, *states: str) -> dict[str, Any]:
        """The callback, once it is in one of these states."""

        def there() -> dict[str, Any] | None:
            shown = self.callback(callback_id)
            return shown if shown["state"] in states else None

        return soon(there, f"callback in {states}, is {self.callback(callback_id)}")

    def calls(self, callback_id: str) -> list[ContactSearchSummaryTypeDef]:
        """The calls that Connect has made for it, the first one first."""
        criteria = {"Criteria": [{"Key": "callback_id", "Values": [callback_id]}]}
        found = self.connect.search_contacts(
            InstanceId=self.instance,
            TimeRange={"Type": "INITIATION_TIMESTAMP", **SPAN},  # type: ignore[typeddict-item]
            SearchCriteria={"SearchableContactAttributes": criteria},  # type: ignore[typeddict-item]
        )
        return sorted(found["Contacts"], key=lambda contact: contact["InitiationTimestamp"])

    def rings(self, callback_id: str) -> str:
        """The call that rings at the customer's, once it does."""

        def ringing() -> str | None:
            made = [each["Id"] for each in self.calls(callback_id)]
            return next((each for each in made if self.look(each)["state"] == "RINGING"), None)

        try:
            return soon(ringing, "a call")
        except AssertionError as error:
            raise AssertionError(f"{error} for {self.callback(callback_id)}") from None

    def calls_in(self, phone: str) -> str:
        """A customer calls, asks for a person by keys, and waits in the queue; returns the contact."""
        flows = self.connect.get_paginator("list_contact_flows").paginate(InstanceId=self.instance)
        listed = [each for page in flows for each in page["ContactFlowSummaryList"]]
        [inbound] = [each["Id"] for each in listed if each["Name"].endswith("inbound")]
        contact: str = self.people("call_in", customer_number=phone, flow_id=inbound)
        for _ in range(KEYS):
            soon(lambda: self._waits(contact) or self._is_queued(contact), "the menu or the queue")
            if self._is_queued(contact):
                return contact
            self.people("give_input", contact_id=contact, text="0")
            time.sleep(0.2)
        raise AssertionError(f"not in the queue: {self.look(contact)}")

    def queued_callback(self, contact: str) -> str | None:
        """The callback in the queue that follows a contact."""
        found = self.connect.search_contacts(
            InstanceId=self.instance,
            TimeRange={"Type": "INITIATION_TIMESTAMP", **SPAN},  # type: ignore[typeddict-item]
            SearchCriteria={"InitiationMethods": ["CALLBACK"]},
        )["Contacts"]
        return next((each["Id"] for each in found if each.get("PreviousContactId") == contact), None)

    def ended(self, contact: str) -> dict[str, Any] | None:
        """Where a contact was last, if it is over."""
        seen = self.look(contact)
        return seen if seen["state"] == "ENDED" else None

    def people(self, act: str, **parameters: str) -> Any:
        """What customers and agents do."""
        return self.control.contact(act, **parameters)

    def look(self, contact: str) -> dict[str, Any]:
        """Where a contact is."""
        seen: dict[str, Any] = self.people("look", contact_id=contact)
        return seen

    def woken_until_it_rings(self, callback_id: str) -> None:
        """Let time pass until a call rings, or may."""
        self.swept_until(callback_id, "ringing", "unknown", "dialling")

    def swept_until_over(self, callback_id: str) -> dict[str, Any]:
        """The callback once it is closed, with the sweeper's help."""
        return self.swept_until(callback_id, "done", "exhausted", "cancelled")

    def swept_until(self, callback_id: str, *states: str) -> dict[str, Any]:
        """The callback once it is in one of these states; time passes up to when somebody must look at it."""
        for _ in range(WAKINGS):
            deadline = time.monotonic() + SECONDS_AWAKE
            while time.monotonic() < deadline:
                shown = self.callback(callback_id)
                if shown["state"] in states:
                    return shown
                time.sleep(LONGEST_PAUSE)
            ahead = datetime.fromisoformat(shown["wake_at"]) - self.now if shown["wake_at"] else SWEEP
            self.control.let_pass(max(ahead, SWEEP).total_seconds())
        raise AssertionError(f"not in {states}: {shown}")

    def is_asked(self, contact: str) -> list[str]:
        """What the customer has been told, once the flow waits for a key."""
        return list(soon(lambda: self._waits(contact), "a question")["said"])

    def waits_for_agent(self, contact: str) -> list[str]:
        """What the customer has been told, once in the queue."""

        return list(soon(lambda: self._is_queued(contact), "the customer in the queue")["said"])

    def is_talked_to(self, callback_id: str) -> str:
        """The customer answers the call that rings, goes on, talks to the agent and hangs up; returns the contact."""
        contact = self.rings(callback_id)
        self.people("answer", contact_id=contact)
        self.is_asked(contact)
        self.people("give_input", contact_id=contact, text="1")
        self.waits_for_agent(contact)
        self.people("accept", contact_id=contact)
        self.people("hang_up", contact_id=contact)
        return contact

    def items(self) -> list[dict[str, Any]]:
        """Everything in the ledger."""
        pages = self.session.client("dynamodb").get_paginator("scan")
        return [item for page in pages.paginate(TableName=self.outputs["CallbacksTable"]) for item in page["Items"]]

    def held(self, callback_id: str) -> list[str]:
        """The seats, lines and locks that a callback holds."""
        return [
            item["pk"]["S"]
            for item in self.items()
            if callback_id in (*item.get("seats", {}).get("SS", ()), *item.get("lines", {}).get("SS", ()))
            or (item["sk"]["S"] == "LOCK" and item["callback_id"]["S"] == callback_id)
        ]

    def pass_to(self, moment: str, *, before: timedelta = timedelta(0)) -> None:
        """Let time pass up to a moment, ISO 8601."""
        ahead = datetime.fromisoformat(moment) - before - self.now
        self.control.let_pass(ahead.total_seconds())

    def _is_queued(self, contact: str) -> dict[str, Any] | None:
        seen = self.look(contact)
        return seen if seen["state"] == "IN_QUEUE" else None

    def _waits(self, contact: str) -> dict[str, Any] | None:
        seen = self.look(contact)
        return seen if seen["waits_for"] == "input" else None


def soon(look: Callable[[], Found | None], what: str, *, seconds: float = SECONDS) -> Found:
    """What is there in a while."""
    deadline, pause = time.monotonic() + seconds, SHORTEST_PAUSE
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        # To look may need a function, which takes its time from what is waited for.
        time.sleep(pause)
        pause = min(1.5 * pause, LONGEST_PAUSE)
    raise AssertionError(f"not within {seconds} s: {what}")
