"""Placeholders that nobody has filled in.

Connect cannot convert one to an id and does not take one for a number or a choice. A text it would read out as it is;
here it is refused too, since nobody means a caller to hear it.
"""

from collections.abc import Iterator, Mapping

from aicc_local.connect.flow_path import Steps, told
from aicc_local.connect.flow_problem_texts import failed_to_convert, invalid_value
from aicc_local.connect.flow_references import named_in
from connect_flows import Flow


def leftover_problems(flow: Flow) -> Iterator[str]:
    """What Connect says of placeholders in the parameters and operands of a content."""
    if not flow.placeholders:
        return
    spelt = [str(placeholder) for placeholder in flow.placeholders]
    for index, action in enumerate(flow.actions):
        at: Steps = ("Actions", index, "Parameters")
        resources = {named.steps for named in named_in(action, at)}
        for steps, text in _texts(at, action.parameters):
            if any(each in text for each in spelt):
                yield failed_to_convert(text) if steps in resources else invalid_value(told(steps))
        if any(each in operand for branch in action.conditions for operand in branch.operands for each in spelt):
            yield invalid_value(told(("Actions", index, "Transitions", "Conditions")))


def _texts(at: Steps, value: object) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts((*at, key), item)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts((*at, number), item)
