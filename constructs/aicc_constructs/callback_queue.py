"""Callbacks that customers are promised: booked for a time, called once somebody is free, never lost, never doubled.

Source: docs/decisions/0021; `callback_ledger`, which the functions behind it keep the callbacks in.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from aws_cdk import RemovalPolicy
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_kms import IKey, Key
from aws_cdk.aws_lambda import Code, ILayerVersion
from aws_cdk.aws_logs import RetentionDays
from aws_cdk.aws_ssm import IStringParameter
from constructs import Construct

from aicc_constructs.callback_flow import CallbackFlow
from aicc_constructs.callback_functions import (
    LONGEST_RUN,
    dial_callback,
    manage_callbacks,
    report_callback,
    sweep_callbacks,
    track_callbacks,
)
from aicc_constructs.callback_handler import Common
from aicc_constructs.callback_keys import CallbackKeys
from aicc_constructs.callback_ledger_access import CallbackLedgerAccess
from aicc_constructs.callback_ledger_table import CallbackLedgerTable
from aicc_constructs.callback_metrics import CallbackMetrics
from aicc_constructs.callback_rules import CallbackRules
from aicc_constructs.callback_wakers import CallbackWakers
from aicc_constructs.contact_events import ContactEvents
from aicc_constructs.contact_flow import ContactFlow
from aicc_constructs.dead_letter_queue import DeadLetterQueue
from aicc_constructs.dependency_layer import DependencyLayer
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import ExistingInstance
from aicc_constructs.hours_of_operation import HoursOfOperation
from aicc_constructs.opening_hours_parameter import OpeningHoursParameter
from aicc_constructs.phone_number import IPhoneNumber
from aicc_constructs.placeholder_values import Placeable
from aicc_constructs.python_handler import PythonHandler, handlers
from aicc_constructs.queue import IQueue, Queue
from connect_flows import Flow

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
# Slots, calling times and schedules are Korea's.
TIME_ZONE = "Asia/Seoul"


class CallbackQueue(CallbackMetrics, Construct):
    """Callbacks of one queue: ledger, schedules, functions, and the flow that customers hear.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent; changing it replaces the ledger.
        instance: The instance that calls.
        hours: When there is somebody to call back; in Korea's time.
        key: Name of the queue in the ledger: "general". Changing it loses what is booked.
        queue: Where customers wait for the agent once they have answered; its outbound number is what they see: a
            queue of its own.
        name: Name of that queue of its own: "Callbacks".
        outbound_number: Number that the queue of its own calls from.
        rules: How callbacks are offered and tried: 30 minutes to a slot, 4 callbacks in each, up to 14 days ahead,
            3 calls; see `CallbackRules`.
        flow: What customers hear, a file, a flow or a `ContactFlow`: the flow that comes with this package.
        values: What placeholders of the flow stand for besides `${queue.callback}` and `${function.report_callback}`:
            `text.company_name` at least.
        name_prefix: Put before the names of queue and flows, because an instance owns some of AWS's own: none.
        opening_hours: Parameter with the hours for functions: one made from `hours`.
        table: The ledger, with the keys and indexes of `CallbackLedgerTable`, and of no other callback queue: a table
            of its own.
        table_key: KMS key of the table: a key of its own for a table of its own, none for a given one.
        phone_key: KMS key that seals telephone numbers: a key of its own.
        hash_key: HMAC key that telephone numbers are recognized by: a key of its own.
        code: The handlers: those that come with this package.
        layer: Their libraries: a layer of its own.
        log_key: KMS key of the logs: CloudWatch's own encryption. Its policy must let CloudWatch Logs use it.
        log_retention: How long logs are kept: three months.
        deletion_protection: Whether the table of its own is protected from being deleted: yes.
        removal_policy: What becomes of table, keys and logs: RETAIN.

    Attributes:
        queue: As given or made; `table` and `flow` likewise.
        functions: By name: `dial_callback`, `report_callback`, `track_callbacks`, `sweep_callbacks`,
            `manage_callbacks`.
        dead_letter_queues: What could not be handled, by what it was for: `dial`, `events`, `sweep`.

    Raises:
        InvalidInput: No number to call from, a stack of no Region, hours of another time zone, a key that is no
            name, arguments that contradict each other.
        InvalidFlow: Amazon Connect would refuse the flow.

    Example:
        >>> from aws_cdk import Environment, Stack
        >>> from aicc_constructs import ConnectInstance, PhoneNumber, Weekly
        >>> stack = Stack(env=Environment(region="ap-northeast-2"))
        >>> instance = ConnectInstance.from_arn(
        ...     stack, "Instance", "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"
        ... )
        >>> week = Weekly.weekdays("09:00", "18:00")
        >>> callbacks = CallbackQueue(
        ...     stack,
        ...     "Callbacks",
        ...     instance=instance,
        ...     hours=HoursOfOperation(stack, "Hours", instance=instance, name="Business", week=week),
        ...     outbound_number=PhoneNumber.from_arn("arn:aws:connect:ap-northeast-2:111122223333:phone-number/7a8b"),
        ...     rules=CallbackRules(capacity=6),
        ...     values={"text.company_name": "한빛상사"},
        ... )
        >>> sorted(callbacks.dead_letter_queues)
        ['dial', 'events', 'sweep']
        >>> booking = PythonHandler(stack, "Book", handler="book.handler", description="Books callbacks")
        >>> callbacks.let_book(booking)
        >>> [
        ...     each.metric_name
        ...     for each in (
        ...         callbacks.metric_overdue(),
        ...         callbacks.metric_waiting_for_operator(),
        ...         callbacks.metric_due_lag(),
        ...         callbacks.metric_unknown(),
        ...         callbacks.metric_exhausted(),
        ...         callbacks.metric("Reached"),
        ...     )
        ... ]
        ['Overdue', 'WaitingForOperator', 'DueLag', 'Unknown', 'Exhausted', 'Reached']
        >>> stuck = callbacks.metric_dead_letters("dial")
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: ExistingInstance,
        hours: HoursOfOperation,
        key: str = "general",
        queue: IQueue | None = None,
        name: str = "Callbacks",
        outbound_number: IPhoneNumber | None = None,
        rules: CallbackRules | None = None,
        flow: Path | Flow | ContactFlow | None = None,
        values: Mapping[str, Placeable | str] | None = None,
        name_prefix: str = "",
        opening_hours: IStringParameter | None = None,
        table: ITable | None = None,
        table_key: IKey | None = None,
        phone_key: IKey | None = None,
        hash_key: IKey | None = None,
        code: Code | None = None,
        layer: ILayerVersion | None = None,
        log_key: IKey | None = None,
        log_retention: RetentionDays = RetentionDays.THREE_MONTHS,
        deletion_protection: bool = True,
        removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    ) -> None:
        place = f"{scope.node.path}/{construct_id}"
        _check_key(place, key)
        _check_number(place, queue, outbound_number)
        if hours.time_zone != TIME_ZONE:
            raise InvalidInput(
                f"{place}: hours", f"{hours.name!r} are in {hours.time_zone}", f"give hours in {TIME_ZONE}"
            )
        _check_table(place, scope, table)
        super().__init__(scope, construct_id)
        self.key = key
        self.rules = rules or CallbackRules()
        self.queue = queue or Queue(
            self,
            "Queue",
            instance=instance,
            name=f"{name_prefix}{name}",
            hours=hours,
            outbound_number=outbound_number,
        )
        self.keys = CallbackKeys(self, "Keys", phones=phone_key, hashes=hash_key, removal_policy=removal_policy)
        if table is None:
            table_key = table_key or Key(self, "TableKey", enable_key_rotation=True, removal_policy=removal_policy)
            table = CallbackLedgerTable(
                self,
                "Ledger",
                encryption_key=table_key,
                deletion_protection=deletion_protection,
                removal_policy=removal_policy,
            )
        self.table = table
        self._ledger = CallbackLedgerAccess(table=table, key=table_key)
        self._wakers = CallbackWakers(self, "Wakers", longest_run=LONGEST_RUN)
        events = ContactEvents(self, "Events", instance=instance, longest_run=LONGEST_RUN)
        common = Common(
            key=key,
            environment=self._environment,
            code=code or handlers(),
            layer=layer or DependencyLayer(self, "Layer"),
            log_key=log_key,
            log_retention=log_retention,
            log_removal_policy=removal_policy,
            ledger=self._ledger,
            wakers=self._wakers,
            keys=self.keys,
            instance=instance,
            queue=self.queue,
            opening_hours=opening_hours or OpeningHoursParameter(self, "OpeningHours", hours=hours),
        )
        report = report_callback(self, common)
        known = {**(values or {}), "queue.callback": self.queue.queue_arn, "function.report_callback": report}
        self.flow = (
            flow
            if isinstance(flow, ContactFlow)
            else CallbackFlow(self, "Flow", instance=instance, flow=flow, values=known, name_prefix=name_prefix)
        )
        sweep_dead_letters = DeadLetterQueue(self, "SweepDeadLetters", from_rules=True)
        self.functions = {
            "dial_callback": dial_callback(self, common, self.flow),
            "report_callback": report,
            "track_callbacks": track_callbacks(self, common, events),
            "sweep_callbacks": sweep_callbacks(self, common, sweep_dead_letters),
            "manage_callbacks": manage_callbacks(self, common, events),
        }
        self.dead_letter_queues = {
            "dial": self._wakers.dead_letters,
            "events": events.dead_letters,
            "sweep": sweep_dead_letters,
        }

    @property
    def _environment(self) -> dict[str, str]:
        return {
            "CALLBACKS_TABLE": self.table.table_name,
            "CALLBACK_RULES": self.rules.document,
            "CALLBACK_QUEUE": self.key,
            **self._wakers.environment,
        }

    def let_book(self, function: PythonHandler) -> None:
        """Let a function book, move and cancel callbacks, and tell it what it has to know for that.

        Args:
            function: It reads the hours itself, under OPENING_HOURS_PARAMETER.
        """
        told = {
            **self._environment,
            "HASH_KEY_ID": self.keys.hashes.key_arn,
            "PHONE_KEY_ID": self.keys.phones.key_arn,
        }
        for name, value in told.items():
            function.function.add_environment(name, value)
        self._ledger.allow(function, batches=True)
        self._wakers.let_wake(function)
        self.keys.let_seal(function)
        self.keys.let_recognize(function)


def _check_table(place: str, scope: Construct, table: ITable | None) -> None:
    for other in scope.node.root.node.find_all() if table is not None else ():
        if isinstance(other, CallbackQueue) and other.table is table:
            raise InvalidInput(
                f"{place}: table",
                f"is the ledger of {other.node.path}, and whoever reads it calls all that is in it",
                "give each callback queue a table of its own",
            )


def _check_key(place: str, key: str) -> None:
    if not _KEY.fullmatch(key):
        raise InvalidInput(
            f"{place}: key", f"{key!r} is no key", "use lower-case letters, digits and _, a letter first, at most 40"
        )


def _check_number(place: str, queue: IQueue | None, number: IPhoneNumber | None) -> None:
    if queue is None and number is None:
        raise InvalidInput(
            f"{place}: outbound_number", "is missing", "give the number that customers are called from, or a queue"
        )
    if queue is not None and number is not None:
        raise InvalidInput(
            f"{place}: outbound_number", "has no use beside queue", "give it to the queue, or leave the queue out"
        )
    if isinstance(queue, Queue) and queue.outbound_number is None:
        raise InvalidInput(
            f"{place}: queue", f"{queue.name!r} has no outbound number", "give the queue an outbound_number"
        )
