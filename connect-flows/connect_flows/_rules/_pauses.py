"""Where a contact stays for a while: for an answer, for time to pass, or until a count is over."""

from connect_flows._action_types import only_sets_buffer, stores_input
from connect_flows._graph import CONDITION, Edge
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
    """Whether a contact stays here for a while, or only comes here again and again until a count is over."""
    return action.type in _OTHERWISE or asks(action)


def fails_at_once(edge: Edge) -> bool:
    """Whether the action has not waited for anybody: a menu or a prompt that loops does not in a chat.

    Input that is stored has no branch of its own for callers who are silent.
    """
    return edge.kind == "NoMatchingError" and not stores_input(edge.source.parameters)


def pauses_on(edge: Edge) -> bool:
    """Whether a contact that takes this way again and again is not caught. A Loop that is done counts anew."""
    if fails_at_once(edge) or not pauses(edge.source):
        return False
    if edge.source.type == "Loop" and edge.kind == CONDITION:
        return edge.source.conditions[int(edge.at[1])].operands != ("DoneLooping",)
    return True
