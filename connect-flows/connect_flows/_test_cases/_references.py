"""What assertions and logs of a test refer to: `$.Queue.Name`, `$.Attributes.intent`, `$.External.outcome`."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from connect_flows._simulator._contact import Contact
from connect_flows._simulator._values import parts_of, text_of

Refer = Callable[[tuple[str, ...]], object]
"""What the names in a reference stand for in the contact now: ("Queue", "Name"), say. None for nothing."""

_REFERENCE = re.compile(r"\$(?:\.[A-Za-z_][\w-]*|\[(?:'[^']*'|\"[^\"]*\")\])+")


def filled(text: str, refer: Refer) -> str:
    """A text with what its references stand for; nothing for lists, objects and what is not there.

    >>> filled("waits in $.Queue.Name", {("Queue", "Name"): "general"}.get)
    'waits in general'
    """
    return _REFERENCE.sub(lambda match: text_of(refer(parts_of(match[0]))), text)


def compares(value: str, operator: str, operand: str) -> bool:
    """Whether an assertion holds. Numbers compare with numbers alone.

    >>> compares("general", "Equals", "general"), compares("many", "NumberGreaterThan", "3")
    (True, False)
    """
    if operator in _TEXTS:
        return _TEXTS[operator](value, operand)
    try:
        return _NUMBERS[operator](float(value), float(operand))
    except ValueError:
        return False


def of_contact(contact: Contact, queue: str) -> Refer:
    """What references stand for in a simulated contact. `queue`: the name of its target queue, "" for none.

    >>> of_contact(Contact(id="1", attributes={"vip": "true"}), "")(("Attributes", "vip"))
    'true'
    """
    known: Mapping[str, Any] = {
        "Attributes": contact.attributes,
        "Channel": contact.channel,
        "ContactId": contact.id,
        "CustomerEndpoint": {"Address": contact.customer, "Type": "TELEPHONE_NUMBER"} if contact.customer else {},
        "InitialContactId": contact.initial_id or contact.id,
        "InitiationMethod": contact.method,
        "LanguageCode": contact.language,
        "PreviousContactId": contact.previous_id,
        "Queue": {"Name": queue, "ARN": contact.queue} if queue else {},
        "SystemEndpoint": {"Address": contact.system, "Type": "TELEPHONE_NUMBER"} if contact.system else {},
        "Tags": contact.tags,
    }
    return lambda parts: found(known, parts)


def found(known: object, parts: tuple[str, ...]) -> object:
    """What is at the end of a path; None for nothing."""
    for part in parts:
        known = known.get(part) if isinstance(known, Mapping) else None
    return known


_TEXTS: Mapping[str, Callable[[str, str], bool]] = {
    "Equals": str.__eq__,
    "TextStartsWith": str.startswith,
    "TextEndsWith": str.endswith,
    "TextContains": str.__contains__,
}
_NUMBERS: Mapping[str, Callable[[float, float], bool]] = {
    "NumberGreaterThan": float.__gt__,
    "NumberGreaterOrEqualTo": float.__ge__,
    "NumberLessThan": float.__lt__,
    "NumberLessOrEqualTo": float.__le__,
}
