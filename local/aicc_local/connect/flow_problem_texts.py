"""How Connect puts what is wrong with a flow.

The texts are those that CreateContactFlow was seen to answer. Where only the refusal is known and not its words, the
general text for an invalid value, name, type or document is used.
"""

from collections.abc import Iterator, Mapping

from aicc_local.connect.flow_broken_rule import BrokenRule
from connect_flows._action_types import ACTION_TYPES

INVALID_FORMAT = "Invalid contact flow format"

# In the order in which Connect lists them.
_PROMPTS = ("Text", "SSML", "PromptId", "Media")


def invalid_value(path: str) -> str:
    """A value that Connect does not take."""
    return f"Invalid Action property value. Path: {path}"


def failed_to_convert(value: object) -> str:
    """A text that is neither an id nor an ARN where a resource is named."""
    return f"Failed to convert id: {value}"


def refused_value(broken: BrokenRule) -> Iterator[str]:
    yield invalid_value(broken.path)


def refused_name(broken: BrokenRule) -> Iterator[str]:
    yield f"Invalid Action property name. Path: {broken.path}"


def missing_property(broken: BrokenRule) -> Iterator[str]:
    yield f"Action is missing required property. Path: {broken.path}"


def refused_document(broken: BrokenRule) -> Iterator[str]:
    yield INVALID_FORMAT


def refused_type(broken: BrokenRule) -> Iterator[str]:
    yield f"Invalid Action type. Type: {broken.action.type}, Path: Actions[{broken.index}].Type"


def refused_id(broken: BrokenRule) -> Iterator[str]:
    yield failed_to_convert(broken.value)


def no_transitions(broken: BrokenRule) -> Iterator[str]:
    yield "Action does not support transitions"


def no_conditions(broken: BrokenRule) -> Iterator[str]:
    yield "Action does not support conditions"


def unknown_member(broken: BrokenRule) -> Iterator[str]:
    yield from (refused_name if broken.steps[0] == "Actions" and len(broken.steps) > 1 else refused_document)(broken)


def missing_target(broken: BrokenRule) -> Iterator[str]:
    yield from (refused_document if broken.steps == ("StartAction",) else refused_value)(broken)


def refused_settings(broken: BrokenRule) -> Iterator[str]:
    """Connect was seen to miss the whole of it; what it says of a part is told alike."""
    field = str(broken.steps[-1])
    missing = f"JSON field is missing or null for field name: {field[0].lower()}{field[1:]}"
    yield INVALID_FORMAT if broken.is_there else missing


def empty_value(broken: BrokenRule) -> Iterator[str]:
    if broken.action.type == "UpdateContactAttributes" and broken.steps[3:4] == ("Attributes",):
        yield "Empty value in Parameters.Attributes"
    else:
        yield from refused_value(broken)


def refused_kind(broken: BrokenRule) -> Iterator[str]:
    """A JSON boolean makes Connect doubt the type of the whole action."""
    is_boolean = isinstance(broken.value, bool) and broken.action.type == "GetParticipantInput"
    yield from (refused_type if is_boolean else refused_value)(broken)


def refused_size(broken: BrokenRule) -> Iterator[str]:
    if broken.action.type == "TagContact" and broken.steps[3:] == ("Tags",):
        yield "More than 6 tags in Parameters.Tags"
    else:
        yield from refused_value(broken)


def parameter_groups(broken: BrokenRule) -> Iterator[str]:
    for group in ACTION_TYPES[broken.action.type].groups:
        yield from _group(_as_listed(group.names), broken.action.parameters, group.fewest, group.most)


def looped_message(broken: BrokenRule) -> Iterator[str]:
    message = broken.value
    yield from _group(_PROMPTS, message if isinstance(message, Mapping) else {}, 1, 1)


def asked_input(broken: BrokenRule) -> Iterator[str]:
    value = broken.value
    if broken.steps[-1] == "Parameters":
        yield from _group(_PROMPTS, broken.action.parameters, 1, 1)
    elif not broken.is_there:
        yield from missing_property(broken)
    elif broken.steps[-1] == "InputValidation" and isinstance(value, Mapping):
        yield from _group(("PhoneNumberValidation", "CustomValidation"), value, 1, 1)
    else:
        yield from refused_name(broken)


def _group(names: tuple[str, ...], there: Mapping[str, object], fewest: int, most: int | None) -> Iterator[str]:
    found = [name for name in names if name in there]
    if len(found) < fewest:
        yield f"At least one of [{', '.join(names)}] must be set"
    elif most is not None and len(found) > most:
        yield f"Only one of these properties may be defined. Properties: [{', '.join(found)}]"


def _as_listed(names: tuple[str, ...]) -> tuple[str, ...]:
    return (*(name for name in _PROMPTS if name in names), *(name for name in names if name not in _PROMPTS))


def missing_error(broken: BrokenRule) -> Iterator[str]:
    there = {branch.error_type for branch in broken.action.errors}
    for error in ACTION_TYPES[broken.action.type].errors(broken.action.parameters).required:
        if error not in there:
            yield f"Action is missing required error. Error: {error}, Path: Actions[{broken.index}]"


def refused_error(broken: BrokenRule) -> Iterator[str]:
    yield f"Invalid Action error. Error: {broken.value}, Path: Actions[{broken.index}]"


def third_party_error(broken: BrokenRule) -> Iterator[str]:
    yield f"Invalid Action error. Error: CallFailed, Path: Actions[{broken.index}]"


def refused_condition(broken: BrokenRule) -> Iterator[str]:
    yield invalid_value(f"Actions[{broken.index}].Transitions.Conditions")


def refused_branch(broken: BrokenRule) -> Iterator[str]:
    """Evaluate is what the console calls Compare."""
    if broken.action.type == "Compare":
        yield f"Invalid branch. Path: {broken.index}.Evaluate"
    else:
        yield from refused_condition(broken)


def disputed_fact(broken: BrokenRule) -> Iterator[str]:
    """Where authors disagree, what one of them saw refused is refused here too, if its text is known."""
    if broken.steps[-1] == "EventHooksConfiguration":
        yield from no_conditions(broken)
    elif broken.steps[-1] == "EventHooks" and broken.value == {}:
        yield "Invalid request"
    elif broken.steps[-1] == "StoreInput":
        yield from missing_property(broken)
