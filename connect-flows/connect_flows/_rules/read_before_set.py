"""Values that are read before anything can have set them."""

from collections.abc import Callable, Iterable, Iterator

from connect_flows._action_types import stores_input
from connect_flows._graph import CONDITION, Edge
from connect_flows._place import Fault
from connect_flows._references import Reference
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._rules._setters import SETTERS, written_by
from connect_flows._view import View

_ATTRIBUTES = "Attributes"
# Flow attributes end with their flow.
_NEVER_INHERITED = "FlowAttributes"
_INPUT = "$.Modules.Input"


class ReadBeforeSet(Rule):
    id = "W511"
    text = "On some way to where a value is read, something has set it."
    source = f"{GUIDE}/connect-attrib-list.html"

    def check(self, view: View) -> Iterator[Fault]:
        asked: dict[tuple[str, str], list[Reference]] = {}
        for reference in view.references:
            if reference.root not in SETTERS and reference.root != _ATTRIBUTES:
                continue
            if not (view.is_module and reference.text.startswith(_INPUT)):
                name = reference.name if reference.root in (_ATTRIBUTES, _NEVER_INHERITED) else ""
                asked.setdefault((reference.root, name), []).append(reference)
        given = _given(view) if any(root == _ATTRIBUTES for root, _ in asked) else frozenset[str]()
        for (root, name), references in asked.items():
            if root == _ATTRIBUTES:
                yield from _attribute_faults(view, name, _unset(view, references, given))
            else:
                yield from _faults(view, root, name, references)


def _faults(view: View, root: str, name: str, references: list[Reference]) -> Iterator[Fault]:
    setter = SETTERS[root]
    after = _reached_after(view, setter.types, lambda edge: setter.sets(edge, name))
    asked = _asked(view) if root == "StoredCustomerInput" else frozenset[str]()
    starts_empty = root == _NEVER_INHERITED or _starts_empty(view, setter.types)
    for reference in _unset(view, references, after):
        if starts_empty or reference.action.identifier in asked:
            problem = f"reads {reference.text}, and no way here passes {setter.what}"
            cure = "set it first; what another flow has set, it had better copy to a contact attribute"
            yield Fault(reference.place, problem, cure)


def _starts_empty(view: View, setters: Iterable[str]) -> bool:
    """Whether the flow may be the first, or sees nothing of what came before, as modules do.

    A flow that does not say what it is, and sets nothing of the kind, is more likely to come after another one.
    """
    return view.is_module or (view.may_come_first and (view.type is not None or any(view.of(*setters))))


def _asked(view: View) -> frozenset[str]:
    """What comes after a menu: whoever reads there what was stored takes the one for the other."""
    return _reached_after(view, ["GetParticipantInput"], lambda edge: not stores_input(edge.source.parameters))


def _given(view: View) -> frozenset[str]:
    """Where attributes may have been set that the flow does not name; in a set of flows all of them are known."""
    return _reached_after(view, ["InvokeFlowModule"]) if view.around.attributes is None else frozenset()


def _attribute_faults(view: View, name: str, references: list[Reference]) -> Iterator[Fault]:
    around = view.around.attributes
    if not references or not name or (around is not None and name in around):
        return
    if around is None:
        if not view.may_come_first:
            return
        # On its own a flow may well ask whether it was given an attribute, or has been here before.
        references = _not_asked_for(view, references)
    setting = (action for action, _, _ in view.of("UpdateContactAttributes"))
    writers = {action.identifier for action in setting if name in written_by(action, _ATTRIBUTES)}
    if not writers:
        if around is None and view.type is None:
            return  # nobody knows where a flow without a type comes in
        yield from _never_set(references, "in this flow" if around is None else "in all flows")
        return
    after = _reached_after(
        view, ["UpdateContactAttributes"], lambda edge: not edge.is_error and edge.source.identifier in writers
    )
    for reference in _unset(view, references, after):
        yield Fault(reference.place, f"reads {reference.text}, which is set only later", "set it before it is read")


def _not_asked_for(view: View, references: list[Reference]) -> list[Reference]:
    """Those that are read where no Compare has found the attribute."""
    asking = {reference.action.identifier for reference in references if reference.action.type == "Compare"}
    found = _reached_after(view, ["Compare"], lambda edge: edge.kind == CONDITION and edge.source.identifier in asking)
    left = _unset(view, references, found)
    return [reference for reference in left if reference.action.type != "Compare"]


def _never_set(references: list[Reference], where: str) -> Iterator[Fault]:
    for reference in references:
        problem = f"reads {reference.text}, which nothing {where} sets"
        yield Fault(reference.place, problem, "set it first, unless whoever starts the contact or a function gives it")


def _reached_after(
    view: View, types: Iterable[str], sets: Callable[[Edge], bool] = lambda edge: True
) -> frozenset[str]:
    """Where a contact may come after an action of these types, on a way that sets something."""
    reachable = view.graph.reachable
    sources = {action.identifier for action, _, _ in view.of(*types)} & reachable
    ways = (edge for source in sources for edge in view.graph.out[source])
    return view.graph.reached_from({edge.target.identifier for edge in ways if sets(edge)})


def _unset(view: View, references: list[Reference], after: frozenset[str]) -> list[Reference]:
    identifiers = view.graph.reachable - after
    return [reference for reference in references if reference.action.identifier in identifiers]
