"""What the engine sees of the local AWS around a contact: hours, queues, agents, associations. The store is locked."""

import random

from aicc_local.connect.contacts import callbacks, lifecycle, offering
from aicc_local.connect.contacts.agents import counts_of
from aicc_local.connect.contacts.asking import invoke
from aicc_local.connect.contacts.caller import QUEUE
from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.counts import oldest_age, waiting
from aicc_local.connect.contacts.happenings import tell
from aicc_local.connect.contacts.hours import is_open
from aicc_local.connect.contacts.overrides import take_override
from aicc_local.connect.contacts.programs import running
from aicc_local.connect.contacts.starting import ALLOWED_PREFIXES
from aicc_local.connect.contacts.traces import Traces
from aicc_local.connect.contacts.walk import save_walk
from aicc_local.connect.invocation import may_converse, may_invoke
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows import simulator
from connect_flows.simulator import (
    CallbackPlan,
    Event,
    FunctionRequest,
    Override,
    Program,
    QueueMetrics,
    QueueState,
    Surroundings,
)

HOURS = "AWS::Connect::HoursOfOperation"


class Around(Surroundings):
    """The local AWS around one contact, for one turn; `contact` of each method is that one."""

    def __init__(self, aws: LocalAws, record: Contact, caller: simulator.Contact, traces: Traces) -> None:
        self._aws = aws
        self._record = record
        self._caller = caller
        self._traces = traces

    def now(self) -> float:
        return self._aws.now()

    def emit(self, event: Event) -> None:
        self._traces.leave(event)
        tell(self._record, event)
        if self._record.ended:
            # Whoever looks on may end a contact.
            self._caller.state = "ENDED"

    def program(self, resource: str) -> Program | None:
        return running(self._aws, resource)

    def is_open(self, contact: simulator.Contact, hours: str) -> bool | None:
        found = self._found(HOURS, hours)
        return None if found is None else is_open(found, self._aws.now())

    def queue(self, contact: simulator.Contact, queue: str) -> QueueState | None:
        found = self._found(QUEUE, queue)
        if found is None:
            return None
        most = found.properties.get("MaxContacts")
        return QueueState(
            arn=found.arn,
            name=found.name,
            hours=found.properties.get("HoursOfOperationArn", ""),
            enabled=found.properties.get("Status") != "DISABLED",
            full=most is not None and len(self._waiting(found)) >= int(most),
        )

    def measure(self, contact: simulator.Contact, queue: str, channel: str) -> QueueMetrics:
        found = self._found(QUEUE, queue)
        if found is None:
            return QueueMetrics()
        contacts = self._waiting(found, channel)
        agents = counts_of(self._aws, self._record.instance_arn, queues=[found.arn])
        return QueueMetrics(
            size=len(contacts),
            oldest_age=oldest_age(self._aws, contacts),
            online=agents.online,
            available=agents.available,
            staffed=agents.staffed,
            busy=agents.on_contact,
            non_productive=agents.non_productive,
        )

    def enqueue(self, contact: simulator.Contact, queue: str) -> None:
        found = self._found(QUEUE, queue)
        assert found is not None
        lifecycle.enqueue(self._aws, self._record, found)
        contact.queue, contact.state = found.arn, self._record.state.value

    def end(self, contact: simulator.Contact, reason: str) -> None:
        lifecycle.end(self._aws, self._record, reason)
        contact.state = self._record.state.value

    def to_agent(self, contact: simulator.Contact) -> bool:
        user = self._aws.store.get(self._record.kept.pop("transfers_to", ""))
        if user is None or not offering.is_free(self._aws, user, contact.channel):
            return False
        lifecycle.connect_to_agent(self._aws, self._record, user)
        contact.agent, contact.state = user.arn, self._record.state.value
        # They follow the flow that has brought the contact here.
        hooks = contact.walk.hooks
        contact.walk.next_flows = [hooks[hook] for hook in ("AgentWhisper", "CustomerWhisper") if hook in hooks]
        return True

    def create_callback(self, contact: simulator.Contact, plan: CallbackPlan) -> str:
        queue = self._found(QUEUE, plan.queue)
        assert queue is not None
        source = callbacks.number_shown(self._aws, queue, plan.caller_id)
        if source is None:
            return "CallerId is no number of the instance"
        # The callback goes on with what the flow has set.
        save_walk(self._record, contact.walk)
        wanted = callbacks.Plan(
            number=plan.number,
            queue=queue.arn,
            source=source,
            delay=plan.delay,
            retry_delay=plan.retry_delay,
            attempts=plan.attempts,
            place=self._record.place,
        )
        callbacks.create(self._aws, self._record, wanted)
        return ""

    def dialable(self, contact: simulator.Contact, number: str) -> bool:
        allowed = self._record.instance(self._aws).properties["Attributes"].get("OutboundCalls")
        return bool(allowed) and number.startswith(ALLOWED_PREFIXES)

    def speech_seconds(self, text: str) -> float:
        # Nobody listens here: a text has been heard as soon as it is said.
        return 0.0

    def percentage(self) -> int:
        return random.randint(1, 100)

    def refusal(self, contact: simulator.Contact, resource: str) -> str:
        may = may_converse if resource.startswith("arn:aws:lex:") else may_invoke
        return may(self._aws, self._record.instance(self._aws), resource)

    def invoke_later(self, contact: simulator.Contact, request: FunctionRequest) -> None:
        aws, arn = self._aws, self._record.arn
        aws.spawn(lambda: _forget(aws, arn, request))

    def fault(self, contact: simulator.Contact, flow: str, block: str) -> str | None:
        return None

    def override(self, contact: simulator.Contact, type: str, resource: str) -> Override | None:
        return take_override(self._record.arn, type, resource)

    def stand_in(self, step: simulator.Step) -> None:
        return None

    def _waiting(self, queue: Record, channel: str = "") -> list[Contact]:
        channels = [channel] if channel else []
        return waiting(self._aws, self._record.instance_arn, queues=[queue.arn], channels=channels)

    def _found(self, kind: str, id_or_arn: str) -> Record | None:
        found = self._aws.store.get(id_or_arn)
        if found is not None and found.kind == kind and found.owner == self._record.instance_arn:
            return found
        try:
            return self._aws.store.find(kind, id_or_arn, self._record.instance_arn) if id_or_arn else None
        except ServiceError:
            return None


def _forget(aws: LocalAws, contact_arn: str, request: FunctionRequest) -> None:
    invoke(aws, contact_arn, request)
