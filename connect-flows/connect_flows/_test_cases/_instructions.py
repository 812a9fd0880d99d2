"""What an execution asks of whoever drives the contact, and what is put in the place of resources meanwhile."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from connect_flows._simulator._surroundings import BotResult, Override
from connect_flows._test_cases._flow_actions import resource_of
from connect_flows._test_cases._model import Action
from connect_flows._test_cases._view import mapping

# The override has another name than the action of the flow.
_IN_FLOWS = {"DequeueAndTransferToQueue": "DequeueContactAndTransferToQueue"}


class Send(NamedTuple):
    """Let the customer press keys, speak or hang up, as soon as the contact comes to rest.

    `kind`: DtmfInput, Utterance or Disconnect.

    >>> Send("DtmfInput", "1").text
    '1'
    """

    kind: str
    text: str = ""


class Replace(NamedTuple):
    """The next time that a block of this type asks for this resource, this is there instead; at once.

    Of several for one resource the first given is the first taken.

    >>> Replace("TransferContactToQueue", "${queue.general}", Override(error="QueueAtCapacity")).override.error
    'QueueAtCapacity'
    """

    type: str
    resource: str
    override: Override


class EndContact(NamedTuple):
    """End the contact at once, before its flow goes on: the test is over. DisconnectReason: OTHER.

    >>> EndContact()
    EndContact()
    """


Instruction = Send | Replace | EndContact


def sent(action: Action) -> Send:
    """What SendInstruction sends."""
    instruction = mapping(action.parameters.get("Instruction"))
    return Send(str(instruction.get("Type")), str(mapping(instruction.get("Properties")).get("Value", "")))


def replaced(action: Action) -> Replace:
    """What OverrideSystemBehavior puts in the place of what."""
    properties = mapping(mapping(action.parameters.get("Behavior")).get("Properties"))
    action_type = str(properties.get("ActionType"))
    resource = resource_of(action_type, properties.get("ActionParameters"))
    override = _override(action_type, mapping(properties.get("Strategy")))
    return Replace(_IN_FLOWS.get(action_type, action_type), resource, override)


def _override(action_type: str, strategy: Mapping[str, Any]) -> Override:
    if strategy.get("Type") == "SubstituteResource":
        return Override(substitute=str(strategy["SubstituteArn"]))
    response = mapping(strategy.get("Response"))
    if response.get("Type") == "Error":
        error = mapping(response.get("Error"))
        return Override(error=str(error.get("Value")), seconds=float(error.get("DelaySeconds", 0)))
    result = mapping(response.get("ExecutionResult"))
    loaded = json.loads(result["LoadedData"])
    seconds = float(result.get("DelaySeconds", 0))
    if action_type == "ConnectParticipantWithLexBot":
        return Override(result=_bot_result(loaded), seconds=seconds)
    return Override(result=loaded, seconds=seconds)


def _bot_result(loaded: Mapping[str, Any]) -> BotResult:
    """A mocked bot answers what flows see of one: `$.Lex`. Connect has not published the shape that it reads."""
    score = mapping(loaded.get("IntentConfidence")).get("Score")
    return BotResult(
        intent=str(loaded.get("IntentName") or ""),
        slots=dict(mapping(loaded.get("Slots"))),
        attributes={key: str(value) for key, value in mapping(loaded.get("SessionAttributes")).items()},
        confidence=float(score) if isinstance(score, (int, float)) else None,
    )
