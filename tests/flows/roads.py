"""Where the roads through a flow lead."""

from collections.abc import Collection, Iterator

from connect_flows import Action, Flow


def blocks_of(flow: Flow) -> dict[str, Action]:
    return {action.identifier: action for action in flow.actions}


def blocks_of_type(flow: Flow, action_type: str) -> list[Action]:
    return [action for action in flow.actions if action.type == action_type]


def reachable(flow: Flow, *starts: str, without: Collection[str] = ()) -> set[str]:
    """The blocks on the roads from `starts`; a block of `without`, by its name or type, ends its road."""
    blocks, seen, todo = blocks_of(flow), set[str](), list(starts)
    while todo:
        name = todo.pop()
        if name not in seen and not {name, blocks[name].type} & set(without):
            seen.add(name)
            todo.extend(blocks[name].targets)
    return seen


def types_on(flow: Flow, names: Collection[str]) -> set[str]:
    """The types of these blocks."""
    return {blocks_of(flow)[name].type for name in names}


def branch_for(action: Action, operand: str) -> str:
    """Where a condition leads."""
    [target] = [branch.next_action for branch in action.conditions if branch.operands == (operand,)]
    return target


def error_of(action: Action, error_type: str = "NoMatchingError") -> str:
    """Where an error leads."""
    [target] = [branch.next_action for branch in action.errors if branch.error_type == error_type]
    return target


def attributes_set(action: Action) -> dict[str, str]:
    """What an UpdateContactAttributes writes."""
    attributes = action.parameters["Attributes"]
    assert isinstance(attributes, dict)
    return attributes


def checks_business_hours(flow: Flow) -> Iterator[Action]:
    """The blocks that look whether somebody is there."""
    for action in blocks_of_type(flow, "CheckHoursOfOperation"):
        if action.parameters.get("HoursOfOperationId") == "${hours.business}":
            yield action
