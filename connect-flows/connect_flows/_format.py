"""One spelling for every flow, so that a change of a file shows what has changed and nothing else."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from connect_flows._blocks import error_order
from connect_flows._drawing import is_friendly
from connect_flows._drawing._graph import Block, blocks_of
from connect_flows._layout import Box, Link, Point, arrange
from connect_flows._model import Flow

_INDENT = 2
# In the console: the distance of columns, what its blocks need, and the grid that they snap to.
_COLUMN = 280
_LEAST_HEIGHT = 180
_HEADER, _ROW = 90, 30
_GRID = 20
_MARGIN = 40


class _Plan(NamedTuple):
    """The new order of the actions, by their places in the old one, and where the console shows the entry and each."""

    order: tuple[int, ...]
    entry: Point
    places: tuple[Point, ...]


def format_flow(flow: Flow) -> str:
    """The flow in the spelling of this project: what it means is as it was, and formatting twice changes nothing.

    Actions stand in the order in which one would read them, what cannot be reached last; the console shows them from
    left to right, side by side. Conditions keep their order, because the first that is true wins, and so do parameters.

    >>> from connect_flows import parse
    >>> text = '''{"Actions": [{"Type": "DisconnectParticipant", "Identifier": "bye"}],
    ...     "StartAction": "bye", "Version": "2019-10-30"}'''
    >>> formatted = format_flow(parse(text, source="goodbye.json"))
    >>> formatted.splitlines()[:3]
    ['{', '  "Version": "2019-10-30",', '  "StartAction": "bye",']
    >>> format_flow(parse(formatted, source="goodbye.json")) == formatted
    True
    """
    plan = _plan(flow)
    document = dict(flow.document)
    document["Metadata"] = _metadata(flow, plan)
    document["Actions"] = _actions(document["Actions"], plan.order)
    ordered = _first(document, ("Version", "StartAction", "Metadata", "Actions", "Settings"))
    return json.dumps(ordered, ensure_ascii=False, indent=_INDENT) + "\n"


def _plan(flow: Flow) -> _Plan:
    blocks = [block for block in blocks_of(flow) if block.missing is None]
    layout = arrange(
        [_box(block) for block in blocks],
        [
            Link(source=source, port=index, target=port.target)
            for source, block in enumerate(blocks)
            for index, port in enumerate(block.ports)
            if port.target < len(blocks)
        ],
    )
    entry, *places = [
        Point(_MARGIN + column * _COLUMN, _MARGIN + place.y // _GRID * _GRID)
        for column, place in zip(layout.columns, layout.places, strict=True)
    ]
    # Of two actions with one identifier the first is meant.
    ambiguous = len({action.identifier for action in flow.actions}) < len(flow.actions)
    order = sorted(layout.order) if ambiguous else layout.order
    return _Plan(order=tuple(number - 1 for number in order[1:]), entry=entry, places=tuple(places))


def _box(block: Block) -> Box:
    # All lines leave and enter at one height, so that rows of blocks are straight in the console.
    height = max(_LEAST_HEIGHT, _HEADER + _ROW * len(block.ports))
    return Box(width=1, height=-(-height // _GRID) * _GRID, entry=0, ports=(0,) * len(block.ports))


def _metadata(flow: Flow, plan: _Plan) -> dict[str, object]:
    given = flow.document.get("Metadata")
    metadata = dict(given) if isinstance(given, Mapping) else {}
    kept = metadata.get("ActionMetadata")
    blocks: dict[str, object] = {}
    for number in plan.order:
        identifier = flow.actions[number].identifier
        before = kept.get(identifier) if isinstance(kept, Mapping) else None
        blocks.setdefault(identifier, _block_metadata(identifier, before, plan.places[number]))
    metadata["entryPointPosition"] = plan.entry._asdict()
    metadata["ActionMetadata"] = blocks
    return _first(metadata, ("entryPointPosition", "ActionMetadata"))


def _block_metadata(identifier: str, before: object, place: Point) -> dict[str, object]:
    metadata = dict(before) if isinstance(before, Mapping) else {}
    metadata["position"] = place._asdict()
    if is_friendly(identifier):
        metadata["isFriendlyName"] = True
    return _first(metadata, ("position", "isFriendlyName"))


def _actions(actions: object, order: Sequence[int]) -> list[object]:
    assert isinstance(actions, list)
    return [_action(actions[number]) for number in order]


def _action(action: Mapping[str, object]) -> dict[str, object]:
    transitions = action.get("Transitions")
    spelled = {
        "Parameters": {},
        **action,
        "Transitions": _transitions(transitions if isinstance(transitions, Mapping) else {}),
    }
    return _first(spelled, ("Identifier", "Type", "Parameters", "Transitions"))


def _transitions(transitions: Mapping[str, object]) -> dict[str, object]:
    spelled = {key: value for key, value in transitions.items() if value != [] or key not in ("Errors", "Conditions")}
    errors, conditions = spelled.get("Errors"), spelled.get("Conditions")
    if isinstance(errors, list):
        ordered = sorted(errors, key=lambda error: error_order(error["ErrorType"]))
        spelled["Errors"] = [_first(error, ("ErrorType", "NextAction")) for error in ordered]
    if isinstance(conditions, list):
        spelled["Conditions"] = [_condition(branch) for branch in conditions]
    return _first(spelled, ("NextAction", "Errors", "Conditions"))


def _condition(branch: Mapping[str, object]) -> dict[str, object]:
    condition = branch["Condition"]
    assert isinstance(condition, Mapping)
    return _first({**branch, "Condition": _first(condition, ("Operator", "Operands"))}, ("NextAction", "Condition"))


def _first(mapping: Mapping[str, object], keys: Iterable[str]) -> dict[str, object]:
    """The mapping with some keys in front, in their order."""
    return {**{key: mapping[key] for key in keys if key in mapping}, **mapping}
