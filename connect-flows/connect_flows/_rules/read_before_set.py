"""Values that are read before anything can have set them."""

from collections.abc import Callable, Iterator
from functools import partial

from connect_flows._action_types import stores_input
from connect_flows._graph import Edge
from connect_flows._place import Fault
from connect_flows._references import Reference
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._rules._setters import SETTERS, written_by
from connect_flows._view import View

# Flow attributes end with their flow.
_NEVER_INHERITED = "FlowAttributes"
_INPUT = "$.Modules.Input"
_MAY_WRITE_ATTRIBUTES = frozenset(
    {"ConnectParticipantWithLexBot", "InvokeFlowModule", "InvokeLambdaFunction", "ShowView"}
)


class ReadBeforeSet(Rule):
    id = "W511"
    text = "On some way to where a value is read, something has set it."
    source = f"{GUIDE}/connect-attrib-list.html"

    def check(self, view: View) -> Iterator[Fault]:
        asked: dict[tuple[str, str], list[Reference]] = {}
        for reference in view.references:
            if view.is_module and reference.text.startswith(_INPUT):
                continue
            if reference.root in SETTERS or reference.root == "Attributes":
                name = reference.name if reference.root in ("Attributes", _NEVER_INHERITED) else ""
                asked.setdefault((reference.root, name), []).append(reference)
        for (root, name), references in asked.items():
            yield from (
                _attribute_faults(view, name, references)
                if root == "Attributes"
                else _faults(view, root, name, references)
            )


def _faults(view: View, root: str, name: str, references: list[Reference]) -> Iterator[Fault]:
    setter = SETTERS[root]
    after = _reached_after(view, lambda edge: edge.source.type in setter.types and setter.sets(edge, name))
    asked = _asked(view) if root == "StoredCustomerInput" else frozenset[str]()
    starts_empty = root == _NEVER_INHERITED or _starts_empty(view)
    for reference in _unset(view, references, after):
        if starts_empty or reference.action.identifier in asked:
            problem = f"reads {reference.text}, and no way here passes {setter.what}"
            yield Fault(reference.place, problem, "set it first, or copy it to a contact attribute where it is set")


def _starts_empty(view: View) -> bool:
    """Whether the flow brings nothing along.

    What a flow sets is still there after TransferToFlow, and may be in queue, whisper and hold flows. A flow that sets
    the contact's voice or language is the first that does anything with it. Modules see nothing of their flow.
    """
    if view.is_module:
        return True
    return view.may_come_first and ("UpdateContactTextToSpeechVoice" in view.by_type or bool(view.languages))


def _asked(view: View) -> frozenset[str]:
    """What comes after a menu: whoever reads there what was stored takes the one for the other."""
    menus = {
        known.action.identifier for known in view.of("GetParticipantInput") if not stores_input(known.action.parameters)
    }
    return _reached_after(view, lambda edge: edge.source.identifier in menus)


def _attribute_faults(view: View, name: str, references: list[Reference]) -> Iterator[Fault]:
    around = view.around.attributes
    if not name or (around is not None and name in around) or (around is None and not view.may_come_first):
        return
    writers = partial(_writes, name)
    written_here = any(writers(edge) for edges in view.graph.out.values() for edge in edges)
    if around is None and not written_here and view.type is None:
        return  # nobody knows where such a flow comes in
    may_write = writers if around is not None else partial(_may_write, name)
    for reference in _unset(view, references, _reached_after(view, may_write)):
        # On its own a flow may well ask whether it was given an attribute, or has been here before.
        if around is None and reference.action.type == "Compare":
            continue
        if written_here:
            problem = f"reads {reference.text}, which is set only later"
            yield Fault(reference.place, problem, "set it before it is read")
        else:
            where = "in this flow" if around is None else "in all flows"
            problem = f"reads {reference.text}, which nothing {where} sets"
            yield Fault(reference.place, problem, "set it first, unless whoever starts the contact gives it")


def _reached_after(view: View, sets: Callable[[Edge], bool]) -> frozenset[str]:
    targets = {edge.target.identifier for edges in view.graph.out.values() for edge in edges if sets(edge)}
    return view.graph.reached_from(targets & view.graph.reachable)


def _unset(view: View, references: list[Reference], after: frozenset[str]) -> Iterator[Reference]:
    reachable = view.graph.reachable
    for reference in references:
        if reference.action.identifier in reachable and reference.action.identifier not in after:
            yield reference


def _writes(name: str, edge: Edge) -> bool:
    return (
        edge.source.type == "UpdateContactAttributes"
        and not edge.is_error
        and name in written_by(edge.source, "Attributes")
    )


def _may_write(name: str, edge: Edge) -> bool:
    return edge.source.type in _MAY_WRITE_ATTRIBUTES or _writes(name, edge)
