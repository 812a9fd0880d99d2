"""Parameters that are missing, are too many or are none."""

from collections.abc import Iterator

from connect_flows._action_types import ACTION_TYPES
from tests.unit.connect_flows.breakages.breakage import Breakage, with_parameters
from tests.unit.connect_flows.examples.table import EXAMPLES, Example


def broken_parameters(action_type: str) -> Iterator[Breakage]:
    """A type's examples with parameters left out and added."""
    for example in EXAMPLES[action_type].all:
        yield from _missing(action_type, example)
        yield from _unknown(action_type, example)
        yield from _groups(action_type, example)


def _missing(action_type: str, example: Example) -> Iterator[Breakage]:
    for name in ACTION_TYPES[action_type].required:
        rest = {key: value for key, value in example.parameters.items() if key != name}
        yield Breakage("E203", f"Parameters.{name}", with_parameters(example, action_type, rest))


def _unknown(action_type: str, example: Example) -> Iterator[Breakage]:
    if ACTION_TYPES[action_type].known:
        more = {**example.parameters, "Unheard": "x"}
        yield Breakage("E202", "Parameters.Unheard", with_parameters(example, action_type, more))


def _groups(action_type: str, example: Example) -> Iterator[Breakage]:
    for group in ACTION_TYPES[action_type].groups:
        rest = {key: value for key, value in example.parameters.items() if key not in group.names}
        if group.fewest:
            yield Breakage("E210", "Parameters", with_parameters(example, action_type, rest))
        if group.most:
            one, other = group.names[:2]
            both = {**rest, one: "x", other: "x"}
            yield Breakage("E210", "Parameters", with_parameters(example, action_type, both))
