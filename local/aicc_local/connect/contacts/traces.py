"""What a contact's way through a flow leaves: texts that were heard, changes, lines of the flow log, metrics."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts import flow_log, metrics
from aicc_local.connect.contacts.caller import put_back
from aicc_local.connect.contacts.contact import Contact
from aicc_local.local_aws import LocalAws
from connect_flows import simulator
from connect_flows.simulator import AttributesSet, Branch, ContactUpdated, Event, FlowFailed, FunctionAnswered, Prompt

# The outcomes of a block that Connect counts as no error of the flow.
_USUAL = ("NoMatchingCondition", "InputTimeLimitExceeded")


class Traces:
    """What one turn leaves. The store is locked."""

    def __init__(self, aws: LocalAws, contact: Contact, caller: simulator.Contact) -> None:
        self._aws = aws
        self._contact = contact
        self._caller = caller
        self._answer: Mapping[str, Any] | None = None

    def leave(self, event: Event) -> None:
        """What an event leaves."""
        match event:
            case Prompt():
                self._contact.say(event.text)
            case AttributesSet():
                put_back(self._aws, self._contact, self._caller, "UpdateContactAttributes")
            case ContactUpdated():
                put_back(self._aws, self._contact, self._caller, event.what)
            case FunctionAnswered():
                self._answer = None if event.error else event.values
            case Branch():
                self._passed(event)
            case FlowFailed():
                metrics.fatal_flow_error(self._aws, self._contact, event.flow)

    def not_run(self, flow: str, block: str, type: str, reason: str) -> None:
        """A block cannot be run here."""
        self._log(flow, block, type, {}, f"Not run: {reason}")

    def _passed(self, event: Branch) -> None:
        answer, self._answer = self._answer, None
        self._log(event.flow, event.block, event.type, event.parameters, event.results, answer)
        kind, _, error = event.branch.partition(":")
        if kind != "error":
            return
        if error not in _USUAL and event.results not in _USUAL:
            metrics.flow_error(self._aws, self._contact, event.flow)
        if "QueueAtCapacity" in (error, event.results):
            queue = self._aws.store.get(str(event.parameters.get("QueueId") or self._contact.queue_arn))
            metrics.queue_full(self._aws, self._contact, queue.name if queue else "")
        if "CallbackNumberNotDialable" in (error, event.results):
            metrics.not_dialable(self._aws, self._contact, event.flow)

    def _log(
        self,
        flow: str,
        block: str,
        type: str,
        parameters: Mapping[str, Any],
        results: str,
        external: Mapping[str, Any] | None = None,
    ) -> None:
        walk = self._caller.walk
        if walk.logging or type == "UpdateFlowLoggingBehavior":
            flow_log.write(
                self._aws,
                self._contact,
                flow_arn=walk.frames[-1].flow,
                flow_name=flow,
                action=block,
                kind=type,
                parameters=parameters,
                results=results,
                external=external,
            )
