"""What the `${kind.name}` placeholders of a flow stand for in one deployment.

Flows name queues and functions by name, so that the same file serves the checker, the simulator and every instance.
"""

from collections.abc import Mapping
from typing import Protocol

from aicc_constructs.errors import InvalidInput


class Placeable(Protocol):
    """Something that a flow can name: a queue, hours, a function, a prompt, a flow, a module or a bot."""

    @property
    def placeholder_kind(self) -> str: ...

    @property
    def placeholder_value(self) -> str: ...


def placeholder_values(things: Mapping[str, Placeable | str]) -> dict[str, str]:
    """The text for each placeholder.

    Args:
        things: "kind.name" to the construct, or to a text for the kind `text` (and for ARNs of things made elsewhere).

    Raises:
        InvalidInput: A construct stands under another kind than its own.

    Example:
        >>> placeholder_values({"text.company_name": "한빛"})
        {'text.company_name': '한빛'}
    """
    values: dict[str, str] = {}
    for key, thing in things.items():
        if isinstance(thing, str):
            values[key] = thing
            continue
        kind = key.partition(".")[0]
        if kind != thing.placeholder_kind:
            raise InvalidInput(
                f"placeholder {key!r}", f"names a {thing.placeholder_kind}", f"call it {thing.placeholder_kind}.<name>"
            )
        values[key] = thing.placeholder_value
    return values
