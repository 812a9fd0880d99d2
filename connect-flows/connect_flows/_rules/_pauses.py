"""Where a contact stays for a while: for an answer, for time to pass, or until a count is over."""

from connect_flows._action_types import only_sets_buffer
from connect_flows._model import Action

_ASKING = frozenset({"ConnectParticipantWithLexBot", "ShowView", "AuthenticateParticipant"})
# A module may ask, and a third party may talk as long as they like.
_OTHERWISE = frozenset(
    {"Wait", "Loop", "MessageParticipantIteratively", "InvokeFlowModule", "TransferParticipantToThirdParty"}
)


def asks(action: Action) -> bool:
    """Whether the action waits for what somebody says, types or chooses."""
    if action.type == "GetParticipantInput":
        return not only_sets_buffer(action.parameters)
    return action.type in _ASKING


def pauses(action: Action) -> bool:
    """Whether a contact that comes here again and again is not caught."""
    return action.type in _OTHERWISE or asks(action)
