"""Calls to whatever number the caller says."""

from collections.abc import Iterator

from connect_flows._place import Fault, Place
from connect_flows._references import Reference, references_at
from connect_flows._rules._rule import Rule
from connect_flows._rules._setters import written_by
from connect_flows._strings import Located
from connect_flows._view import Known, View

# What the caller types, says, or sends along; $.External is what a function of ours made of it.
_CALLERS = frozenset(
    {"StoredCustomerInput", "Lex", "CustomerEndpoint", "Views", "Media", "ChatMessage", "CallbackNumber"}
)
_ATTRIBUTES = {"UpdateContactAttributes": "Attributes", "UpdateFlowAttributes": "FlowAttributes"}


class UntrustedNumber(Rule):
    id = "W516"
    text = "A flow calls no number that a caller could choose, unless it compares it first."
    source = "toll fraud: whoever may choose the number calls at the cost of the instance"

    def check(self, view: View) -> Iterator[Fault]:
        called = list(_called(view))
        if not called:
            return
        compared = {str(action.parameters.get("ComparisonValue")) for action, _, _ in view.of("Compare")}
        origins = _origins(view)
        for located in called:
            for reference in references_at(located):
                origin = _untrusted(reference, origins, view)
                if origin and reference.text not in compared:
                    problem = f"calls {reference.text}, which {origin}"
                    yield Fault(located.place, problem, "call a fixed number, or one that a function has chosen")


def _called(view: View) -> Iterator[Located]:
    for known in view.of("TransferParticipantToThirdParty"):
        yield from _string(known, "ThirdPartyPhoneNumber")
    for known in view.of("StartOutboundChatContact"):
        for located in _string(known, "DestinationEndpoint", "Address"):
            if not located.value.startswith("$.CustomerEndpoint"):  # a message to whom we are talking with anyway
                yield located


def _string(known: Known, *steps: str) -> Iterator[Located]:
    value: object = known.action.parameters
    place: Place = known.place / "Parameters"
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
        place = place / step
    if isinstance(value, str):
        yield Located(known.action, place, value)


def _origins(view: View) -> dict[tuple[str, str], list[Reference]]:
    """What each attribute that the flow sets is made of."""
    origins: dict[tuple[str, str], list[Reference]] = {}
    for action, place, _ in view.of(*_ATTRIBUTES):
        root = _ATTRIBUTES[action.type]
        for name, value in written_by(action, root).items():
            text = value.get("Value") if isinstance(value, dict) else value
            parts = references_at(Located(action, place, text)) if isinstance(text, str) else ()
            origins.setdefault((root, name), []).extend(parts)
    return origins


def _untrusted(called: Reference, origins: dict[tuple[str, str], list[Reference]], view: View) -> str:
    """Where an untrusted number is from, in the words of a message; "" if it can be trusted."""
    waiting, seen = [called], set[str]()
    while waiting:
        reference = waiting.pop()
        if reference.root in _CALLERS:
            return "the caller chooses" if reference is called else f"is made of the caller's {reference.text}"
        if reference.root not in _ATTRIBUTES.values() or reference.text in seen:
            continue
        seen.add(reference.text)
        if (reference.root, reference.name) in origins:
            waiting.extend(origins[reference.root, reference.name])
        elif reference.root == "Attributes" and reference.name not in (view.around.attributes or ()):
            return "nothing in this flow sets"
    return ""
