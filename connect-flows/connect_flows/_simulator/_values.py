"""Parameters with references, `$.Attributes.name`, made ready once and resolved for each contact.

Source: Connect administrator guide, "List of available attributes and their JSONPath references".
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from connect_flows._simulator._errors import UnknownReference

if TYPE_CHECKING:
    from connect_flows._simulator._step import Step

_REFERENCE = re.compile(r"\$(?:\.[A-Za-z_][A-Za-z0-9_-]*|\[(?:'[^']+'|\"[^\"]+\")\])+")
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*")
_PART = re.compile(r"\.([A-Za-z_][A-Za-z0-9_-]*)|\[['\"]([^'\"]+)['\"]\]")


class Dynamic:
    """A value that depends on the contact."""

    __slots__ = ("resolve",)

    def __init__(self, resolve: Callable[["Step"], Any]) -> None:
        self.resolve = resolve


def prepared(value: Any) -> Any:
    """`value` itself when no reference is in it, else something `Dynamic`."""
    if isinstance(value, str):
        return _prepared_text(value)
    if isinstance(value, dict):
        return _prepared_map({key: prepared(each) for key, each in value.items()})
    if isinstance(value, list):
        items = [prepared(each) for each in value]
        if any(isinstance(each, Dynamic) for each in items):
            return Dynamic(lambda step: [resolved(each, step) for each in items])
    return value


def resolved(value: Any, step: "Step") -> Any:
    """A prepared value for the contact of a step."""
    return value.resolve(step) if type(value) is Dynamic else value


def is_reference(text: object) -> bool:
    """Whether all of `text` is one reference."""
    return isinstance(text, str) and _REFERENCE.fullmatch(text) is not None


def parts_of(reference: str) -> tuple[str, ...]:
    """The names in a reference.

    >>> parts_of("$.Lex.Slots['callback time']")
    ('Lex', 'Slots', 'callback time')
    """
    return tuple(plain or quoted for plain, quoted in _PART.findall(reference))


def found_at(parts: tuple[str, ...], step: "Step") -> Any:
    """What a reference stands for; None when there is nothing.

    Raises:
        UnknownReference: The first part of it is not simulated.
    """
    root = ROOTS.get(parts[0])
    if root is not None:
        value = root(step)
    elif parts[0] in step.contact.extras:
        value = step.contact.extras[parts[0]]
    else:
        raise UnknownReference(
            f"{step.place}: $.{'.'.join(parts)} is nothing that is simulated; let a stub provide {parts[0]}"
        )
    for part in parts[1:]:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def text_of(value: Any) -> str:
    """What a flow reads: a truth value or a number as text; of a list or an object it gets nothing."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else ""


def number_in(text: str) -> float | None:
    """The number that a text is, in digits as everybody writes them; None when it is none.

    >>> number_in("3"), number_in("-0.5"), number_in("three"), number_in("1_000"), number_in("nan")
    (3.0, -0.5, None, None, None)
    """
    return float(text) if _NUMBER.fullmatch(text) else None


def _prepared_text(text: str) -> Any:
    matches = list(_REFERENCE.finditer(text))
    if not matches:
        return text
    pieces: list[str | tuple[str, ...]] = []
    at = 0
    for match in matches:
        if match.start() > at:
            pieces.append(text[at : match.start()])
        pieces.append(parts_of(match[0]))
        at = match.end()
    if at < len(text):
        pieces.append(text[at:])
    if len(pieces) == 1:
        [parts] = pieces
        assert isinstance(parts, tuple)
        return Dynamic(lambda step: text_of(found_at(parts, step)))
    return Dynamic(
        lambda step: "".join(each if isinstance(each, str) else text_of(found_at(each, step)) for each in pieces)
    )


def _prepared_map(entries: dict[str, Any]) -> Any:
    if not any(isinstance(each, Dynamic) for each in entries.values()):
        return entries
    return Dynamic(lambda step: {key: resolved(each, step) for key, each in entries.items()})


def endpoint(address: str) -> dict[str, str] | None:
    """A telephone number as functions and flows see it."""
    return {"Type": "TELEPHONE_NUMBER", "Address": address} if address else None


def _segment(step: "Step") -> dict[str, Any]:
    attributes = step.contact.segment_attributes
    return {key: each.get("ValueString") if isinstance(each, Mapping) else each for key, each in attributes.items()}


ROOTS: Mapping[str, Callable[["Step"], Any]] = {
    "Attributes": lambda step: step.contact.attributes,
    "CallbackNumber": lambda step: step.contact.callback_number,
    "Channel": lambda step: step.contact.channel,
    "ContactId": lambda step: step.contact.id,
    "CustomerEndpoint": lambda step: endpoint(step.contact.customer),
    "CustomerId": lambda step: step.contact.customer_id,
    "Description": lambda step: step.contact.description,
    "External": lambda step: step.frame.external,
    "FlowAttributes": lambda step: step.frame.flow_attributes,
    "InitialContactId": lambda step: step.contact.initial_id or step.contact.id,
    "InitiationMethod": lambda step: step.contact.method,
    "LambdaInvocation": lambda step: {"ResultData": step.frame.external},
    "LanguageCode": lambda step: step.contact.language,
    "Lex": lambda step: step.frame.lex,
    "Metrics": lambda step: step.frame.metrics,
    "Modules": lambda step: step.frame.module,
    "Name": lambda step: step.contact.name,
    "PreviousContactId": lambda step: step.contact.previous_id,
    "Queue": lambda step: step.queue_told(),
    "RelatedContactId": lambda step: step.contact.related_id,
    "SegmentAttributes": _segment,
    "StoredCustomerInput": lambda step: step.frame.stored,
    "SystemEndpoint": lambda step: endpoint(step.contact.system),
    "Tags": lambda step: step.contact.tags,
}
"""What the first part of a reference stands for."""
