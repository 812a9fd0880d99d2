"""Callbacks of one environment, where the settings ask for them."""

from aws_cdk import CfnOutput
from constructs import Construct

from aicc_constructs import CallbackQueue, CallbackRules
from aicc_constructs.placeholder_values import Placeable
from stacks.base_flows import BaseFlows
from stacks.data_keys import DataKeys
from stacks.functions import Functions
from stacks.log_retention import log_retention
from stacks.removal import removal_policy
from stacks.routing import Routing
from stacks.settings import Settings
from stacks.settings.callbacks import Callbacks as CallbackSettings
from stacks.telephony import Telephony


class Callbacks(Construct):
    """The callback queue of one environment; the bot's function books in it.

    Attributes:
        callback_queue: Ledger, schedules, functions and flow.
        values: What `${flow.callback}` and what it names stand for in tests of flows.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        callbacks: CallbackSettings,
        keys: DataKeys,
        telephony: Telephony,
        base_flows: BaseFlows,
        routing: Routing,
        functions: Functions,
    ) -> None:
        super().__init__(scope, construct_id)
        texts = {f"text.{key}": text for key, text in settings.texts.items()}
        self.callback_queue = CallbackQueue(
            self,
            "Queue",
            instance=telephony.instance,
            hours=routing.hours[settings.queues[callbacks.queue].hours],
            key=callbacks.queue,
            queue=routing.queues[callbacks.queue],
            rules=_rules(callbacks),
            values={**texts, **base_flows.values},
            name_prefix=settings.resource_name(""),
            opening_hours=functions.opening_hours,
            table_key=keys.tables,
            code=functions.code,
            layer=functions.layer,
            log_key=keys.logs,
            log_retention=log_retention(settings),
            deletion_protection=settings.removal.retain,
            removal_policy=removal_policy(settings),
        )
        self.callback_queue.let_book(functions.fulfill_intent)
        self.values: dict[str, Placeable] = {
            "flow.callback": self.callback_queue.flow,
            "function.report_callback": self.callback_queue.functions["report_callback"],
            "queue.callback": routing.queues[callbacks.queue],
        }

    def write_outputs(self, stack: Construct) -> None:
        """Name what operators need: the function behind `aicc callbacks`, and the ledger."""
        manage = self.callback_queue.functions["manage_callbacks"]
        table = self.callback_queue.table.table_name
        CfnOutput(stack, "ManageCallbacks", value=manage.function_arn, description="What operators do to callbacks")
        CfnOutput(stack, "CallbacksTable", value=table, description="The callbacks that are booked")


def _rules(callbacks: CallbackSettings) -> CallbackRules:
    return CallbackRules(
        length=callbacks.slot_minutes,
        capacity=callbacks.capacity,
        lead=callbacks.lead_minutes,
        days=callbacks.days_ahead,
        max_attempts=callbacks.max_attempts,
        first_delay=callbacks.first_delay_minutes * 60,
        grace=callbacks.grace_minutes * 60,
        max_shifts=callbacks.max_shifts,
        keep_days=callbacks.keep_days,
    )
