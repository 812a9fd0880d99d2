"""Runs executions of test cases: five of an instance at once, each beside a contact of the local Connect.

`connect_flows.test_cases.Execution` says what to do; here it is done. What the test sends reaches the contact as soon
as it has come to rest; what no event tells, such as the end of the time, is looked for now and then.
"""

from collections import deque
from typing import Any

from aicc_local.connect.contacts import lifecycle, walker
from aicc_local.connect.contacts.beginning import begin_flow
from aicc_local.connect.contacts.contact import Contact, contact_at
from aicc_local.connect.contacts.happenings import observe
from aicc_local.connect.contacts.overrides import override
from aicc_local.connect.contacts.walk import stopped
from aicc_local.connect.flow_address import address
from aicc_local.connect.test_case_contact import begin_contact, hang_up, refer
from aicc_local.connect.test_case_execution import LONGEST_SECONDS, Status, executions, move, next_in_line
from aicc_local.connect.test_case_problems import read_test_case
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows.simulator import (
    ActionCompleted,
    ActionStarted,
    Disconnected,
    Event,
    FlowEntered,
    Pressed,
    Prompt,
    Said,
)
from connect_flows.test_cases import EndContact, Execution, Instruction, Replace, Send

# Seconds after which a contact is looked at again.
_AT_ONCE = 0.0
_LATER = 0.5
# The contact is in a turn of the engine then, at whose end it hears what has been sent meanwhile.
_IN_A_TURN = (ActionCompleted, ActionStarted, FlowEntered, Prompt)
_PARTS = {
    "CheckHoursOfOperation": "operating-hours",
    "DequeueContactAndTransferToQueue": "queue",
    "TransferContactToQueue": "queue",
}

_RUNS: dict[str, "Run"] = {}


class Run:
    """One execution that is in progress, and its contact."""

    def __init__(self, aws: LocalAws, record: Record, contact: Contact, execution: Execution) -> None:
        self.aws = aws
        self.record = record
        self.contact_arn = contact.arn
        self.execution = execution
        self._sends: deque[Send] = deque()
        self._ends = aws.now() + LONGEST_SECONDS

    def sees(self, event: Event) -> None:
        """Something happens to the contact; the store is locked."""
        self.follow(self.execution.see(event))
        if isinstance(event, _IN_A_TURN):
            self._say()
        if self.execution.is_over or self._sends or isinstance(event, Disconnected):
            self.aws.later(_AT_ONCE, self.look)

    def follow(self, instructions: tuple[Instruction, ...]) -> None:
        """Do what the test says, in its order; the store is locked."""
        for instruction in instructions:
            if isinstance(instruction, Send):
                self._sends.append(instruction)
            elif isinstance(instruction, Replace):
                self._replace(instruction)
            elif isinstance(instruction, EndContact):
                self._end_contact()

    def look(self) -> None:
        """See whether the execution is over."""
        with self.aws.lock:
            if self.record.arn not in _RUNS:
                return
            contact = contact_at(self.aws, self.contact_arn)
            if contact is not None and self._sends and hang_up(self.aws, contact):
                self._sends.clear()
            self._judge(contact)
            if self.execution.is_over:
                self._end_contact()
                self.leave()
        if self.execution.is_over:
            go_on(self.aws, self.record.owner.rpartition("/test-case/")[0])
        else:
            self.aws.later(_LATER, self.look)

    def stop(self) -> None:
        """End the execution, and leave the contact to itself; the store is locked."""
        self.execution.stop(self.aws.now())
        self.leave()

    def leave(self) -> None:
        """Remember what has come of it, and make room for another; the store is locked."""
        keep(self.aws, self.record, self.execution)
        del _RUNS[self.record.arn]

    def _say(self) -> None:
        """Let the customer press keys and speak, until the test lets him hang up."""
        while self._sends and self._sends[0].kind != "Disconnect":
            kind, text = self._sends.popleft()
            walker.go_on(self.aws, self.contact_arn, Pressed(text) if kind == "DtmfInput" else Said(text))

    def _judge(self, contact: Contact | None) -> None:
        now = self.aws.now()
        if contact is None or contact.ended:
            self.execution.contact_is_over(now)
        elif stopped(contact):
            self.execution.fail(now, "SIMULATION", stopped(contact))
        elif now >= self._ends:
            self.execution.time_is_up(now)

    def _replace(self, what: Replace) -> None:
        instance_arn = self.contact_arn.rpartition("/contact/")[0]
        found = address(instance_arn, _PARTS[what.type], what.resource) if what.type in _PARTS else None
        override(self.contact_arn, what.type, found.arn if found else what.resource, what.override)

    def _end_contact(self) -> None:
        contact = contact_at(self.aws, self.contact_arn)
        if contact is not None and not contact.ended:
            lifecycle.end(self.aws, contact, "OTHER")


def go_on(aws: LocalAws, instance_arn: str) -> None:
    """Begin the executions whose turn it is."""
    with aws.lock:
        stop_lost(aws, instance_arn)
        while record := next_in_line(aws, instance_arn):
            _begin(aws, instance_arn, record)


def stop_lost(aws: LocalAws, instance_arn: str) -> None:
    """Say so of executions that ran when the local AWS was ended; the store is locked."""
    for record in executions(aws, instance_arn, Status.IN_PROGRESS):
        if record.arn not in _RUNS:
            move(aws, record, Status.STOPPED)


def run_of(record: Record) -> Run | None:
    """The run of an execution that is in progress; None for any other."""
    return _RUNS.get(record.arn)


def keep(aws: LocalAws, record: Record, execution: Execution) -> None:
    """Remember what has come of an execution that is over; the store is locked."""
    record.links["records"] = records_told(execution)
    move(aws, record, Status(execution.status), ObservationSummary=execution.summary)


def records_told(execution: Execution) -> list[dict[str, Any]]:
    """The records of an execution as answers have them; one that is about no observation is named by its type."""
    return [
        {
            "ObservationId": record.observation or record.record["Type"],
            "Status": record.status,
            "Timestamp": record.at,
            "Record": record.text,
        }
        for record in execution.records
    ]


def _begin(aws: LocalAws, instance_arn: str, record: Record) -> None:
    contact: Contact | None = None
    execution = Execution(
        read_test_case(record.links["name"], record.links["version"]),
        lambda parts: refer(aws, contact, parts) if contact else None,
    )
    move(aws, record, Status.IN_PROGRESS)
    try:
        contact = begin_contact(aws, instance_arn, execution.case)
    except ServiceError as error:
        execution.begin("", aws.now())
        execution.fail(aws.now(), "INITIALIZATION_FAILURE", error.message)
        keep(aws, record, execution)
        return
    run = _RUNS[record.arn] = Run(aws, record, contact, execution)
    observe(contact.arn, run.sees)
    run.follow(execution.begin(contact.id, aws.now()))
    if not execution.is_over:
        begin_flow(aws, contact)
    aws.later(_AT_ONCE, run.look)
