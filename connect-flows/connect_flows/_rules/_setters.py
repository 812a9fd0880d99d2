"""What sets the values that a flow reads."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from connect_flows._action_types import stores_input
from connect_flows._graph import Edge
from connect_flows._model import Action

Sets = Callable[[Edge, str], bool]
"""Whether a value of a name is there at the end of a way."""


class Setter(NamedTuple):
    """What gives a root of JSONPaths its values. `types`: the actions that may. `what`: in the words of a message."""

    types: frozenset[str]
    what: str
    sets: Sets


def _succeeds(edge: Edge, name: str) -> bool:
    return not edge.is_error


def _always(edge: Edge, name: str) -> bool:
    """Even a bot or a module that failed has left something behind."""
    return True


def _answers(edge: Edge, name: str) -> bool:
    return not edge.is_error and edge.source.parameters.get("InvocationType") != "ASYNCHRONOUS"


def _stores(edge: Edge, name: str) -> bool:
    return stores_input(edge.source.parameters) and edge.kind != "NoMatchingError"


def written_by(action: Action, parameter: str) -> Mapping[str, object]:
    """The attributes that an action writes."""
    written = action.parameters.get(parameter)
    return written if isinstance(written, dict) else {}


def _writes_flow_attribute(edge: Edge, name: str) -> bool:
    return not edge.is_error and name in written_by(edge.source, "FlowAttributes")


_PROFILES = frozenset(
    {
        "AssociateContactToCustomerProfile",
        "AuthenticateParticipant",
        "CreateCustomerProfile",
        "GetCalculatedAttributesForCustomerProfile",
        "GetCustomerProfile",
        "GetCustomerProfileObject",
        "UpdateCustomerProfile",
    }
)

SETTERS: Mapping[str, Setter] = {
    "Case": Setter(frozenset({"CreateCase", "GetCase", "UpdateCase"}), "an action on a case", _succeeds),
    "Customer": Setter(_PROFILES, "an action on a customer profile", _always),
    "External": Setter(frozenset({"InvokeLambdaFunction"}), "a function that has answered", _answers),
    "FlowAttributes": Setter(
        frozenset({"UpdateFlowAttributes"}), "an UpdateFlowAttributes of it", _writes_flow_attribute
    ),
    "Lex": Setter(frozenset({"ConnectParticipantWithLexBot"}), "a bot", _always),
    "Metrics": Setter(frozenset({"GetMetricData"}), "a GetMetricData", _succeeds),
    "Modules": Setter(frozenset({"InvokeFlowModule"}), "a module", _always),
    "StoredCustomerInput": Setter(frozenset({"GetParticipantInput"}), "a GetParticipantInput that stores", _stores),
    "Views": Setter(frozenset({"ShowView"}), "a ShowView", _always),
    "Wisdom": Setter(frozenset({"CreateWisdomSession"}), "a CreateWisdomSession", _succeeds),
}
"""By the root of the JSONPath. Contact attributes have other writers too: `read_before_set` knows them."""
