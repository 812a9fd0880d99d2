"""The last step: from a flow and the values of its placeholders to the content that Amazon Connect takes."""

from collections.abc import Iterator, Mapping

from connect_flows._errors import UnknownPlaceholder
from connect_flows._finding import shown
from connect_flows._json_text import minified
from connect_flows._model import Flow
from connect_flows._place import Fault, strings_of
from connect_flows._placeholder import PATTERN, SPELLING, Placeholder, malformed_in, placeholders_in

UNKNOWN = "E003"


def render(flow: Flow, values: Mapping[str, str]) -> str:
    """The flow as minified JSON, each ``${kind.name}`` in it replaced by ``values["kind.name"]``.

    A value may be anything, such as a token of the CDK: it is put in as it is and not searched for placeholders again.
    A placeholder without a value is an `UnknownPlaceholder`, and so is whatever only looks like one.

    >>> from connect_flows import parse
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
    ...     {"Identifier": "bye", "Type": "MessageParticipant", "Parameters": {"Text": "${text.goodbye}"},
    ...      "Transitions": {"NextAction": "bye"}}]}''', source="goodbye.json")
    >>> content = render(flow, {"text.goodbye": "감사합니다."})
    >>> content[content.index("{\\"Text"):content.index("\\"Transitions")]
    '{"Text":"감사합니다."},'
    """
    unknown = tuple(faults_without_value(flow.document, values))
    if unknown:
        raise UnknownPlaceholder(fault.finding(UNKNOWN, flow.source) for fault in unknown)
    return minified(filled(flow.document, values))


def faults_without_value(document: Mapping[str, object], values: Mapping[str, str]) -> Iterator[Fault]:
    """The placeholders of a document that no value is given for, and whatever only looks like one."""
    for place, text in strings_of(document):
        for placeholder in dict.fromkeys(placeholders_in(text)):
            if placeholder.key not in values:
                yield Fault(place, f"{placeholder} has no value", _known(placeholder, values))
        for wrong in dict.fromkeys(malformed_in(text)):
            yield Fault(place, f"{shown(wrong)} is no placeholder", SPELLING)


def filled(value: object, values: Mapping[str, str]) -> object:
    """A value of a document, its placeholders replaced; each has a value."""
    if isinstance(value, str):
        return PATTERN.sub(lambda match: values[f"{match[1]}.{match[2]}"], value)
    if isinstance(value, list):
        return [filled(item, values) for item in value]
    if isinstance(value, Mapping):
        return {key: filled(item, values) for key, item in value.items()}
    return value


def _known(placeholder: Placeholder, values: Mapping[str, str]) -> str:
    known = [f"${{{key}}}" for key in sorted(values) if key.startswith(f"{placeholder.kind}.")]
    if not known:
        return f"there is nothing of kind {placeholder.kind}"
    return f"of kind {placeholder.kind} there is {', '.join(known)}"
