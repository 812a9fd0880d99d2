"""Types of action that Amazon Connect does not have."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from connect_flows._action_types import ACTION_TYPES
from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View

MEANT: Mapping[str, str] = {
    "PlayPrompt": "MessageParticipant",
    "GetUserInput": "GetParticipantInput",
    "StoreUserInput": "GetParticipantInput with StoreInput True",
    "StoreCustomerInput": "GetParticipantInput with StoreInput True",
    "SetContactAttributes": "UpdateContactAttributes",
    "CheckAttribute": "Compare",
    "CheckContactAttributes": "Compare",
    "SetWorkingQueue": "UpdateContactTargetQueue",
    "SetCallbackNumber": "UpdateContactCallbackNumber",
    "SetVoice": "UpdateContactTextToSpeechVoice",
    "SetLoggingBehavior": "UpdateFlowLoggingBehavior",
    "SetRecordingBehavior": "UpdateContactRecordingBehavior",
    "SetRecordingAndAnalyticsBehavior": "UpdateContactRecordingAndAnalyticsBehavior",
    "TransferToQueue": "TransferContactToQueue",
    "TransferParticipantToQueue": "TransferContactToQueue",
    "TransferContactToFlow": "TransferToFlow",
    "TransferToPhoneNumber": "TransferParticipantToThirdParty",
    "TransferToThirdParty": "TransferParticipantToThirdParty",
    "TransferToAgent": "TransferContactToAgent, or UpdateContactTargetQueue{AgentId} and TransferContactToQueue",
    "CheckStaffing": "CheckMetricData",
    "CheckQueueStatus": "CheckMetricData",
    "GetQueueMetrics": "GetMetricData",
    "Distribute": "DistributeByPercentage",
    "StartMediaStreaming": "UpdateContactMediaStreamingBehavior",
    "StopMediaStreaming": "UpdateContactMediaStreamingBehavior",
    "Disconnect": "DisconnectParticipant",
    "EndFlow": "DisconnectParticipant, or EndFlowExecution in whispers and customer queue flows",
    "ReturnFromFlowModule": "EndFlowModuleExecution",
    "UnTagContact": "UntagContact",
    "UpdateRoutingCriteria": "UpdateContactRoutingCriteria",
}
"""What people, models and the pages of AWS write for other types."""

_NONE_NEEDED = frozenset({"Trigger", "EntryPoint", "Start"})


class UnknownType(Rule):
    id = "E201"
    text = "Every action is of a type that Amazon Connect has."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action type"

    def check(self, view: View) -> Iterator[Fault]:
        if len(view.known) < len(view.flow.actions):
            for action, place in view.places:
                if action.type not in ACTION_TYPES:
                    yield Fault(place / "Type", f"{shown(action.type)} is no type of action", _cure(action.type))


def _cure(wrong: str) -> str:
    if wrong in _NONE_NEEDED:
        return "a flow starts where StartAction says; leave the block out"
    meant = MEANT.get(wrong) or next(iter(get_close_matches(wrong, ACTION_TYPES, 1)), None)
    return f"use {meant}" if meant else "use one of the flow language's types"
