"""What a service model says of values beyond their types: enum, max and pattern, which botocore leaves to the service.

The words of a refusal are those of AWS, "Value 'X' at 'trafficType' failed to satisfy constraint: Member must ...".
What the model marks as sensitive, or what by its name is secret, is not quoted.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import regex
from botocore.model import ListShape, MapShape, Shape, StructureShape
from botocore.validate import ParamValidator

_SECRET = ("password", "secret", "participanttoken")
_HIDDEN = "(not shown)"


class DiscreetValidator(ParamValidator):
    """botocore's own validator, which does not quote what is sensitive."""

    def _validate(self, params: Any, shape: Shape, errors: Any, name: str) -> None:
        before = len(errors._errors)
        super()._validate(params, shape, errors, name)  # type: ignore[misc]  # the stubs leave it out
        if _sensitive(shape, name):
            for _, _, additional in errors._errors[before:]:
                additional.update({key: _HIDDEN for key in ("param", "value") if key in additional})


def broken_constraints(value: Any, shape: Shape) -> list[str]:
    """What is wrong with parameters whose types are right; a sentence for each."""
    return list(_broken(value, shape, "", hidden=False))


@cache
def constraint(pattern: str) -> regex.Pattern[str]:
    r"""The pattern of a model, to be matched in full as Java's `String.matches` does.

    Some patterns of Connect come from a file in which every backslash stood twice, or are written between slashes as in
    JavaScript; taken by the letter they would refuse every telephone number and every password. That "." stops at the
    end of a line is not meant by `.*\S.*`, which asks for something besides spaces.

    >>> bool(constraint("\\\\+[1-9]\\\\d{1,14}$").fullmatch("+821012345678"))
    True
    """
    written = pattern.replace("\\\\", "\\")
    if written.startswith("/") and written.endswith("/"):
        written = written[1:-1]
    # In Java \d, \w and \s are ASCII; the flag would cut down \p{L} as well.
    flags = regex.DOTALL if regex.search(r"\\[pP]\{", written) else regex.DOTALL | regex.ASCII
    return regex.compile(written, flags)


def _broken(value: Any, shape: Shape, place: str, *, hidden: bool) -> Iterator[str]:
    hidden = hidden or _sensitive(shape, place)
    wanted = _too_large(value, shape) or _not_listed(value, shape) or _not_matched(value, shape)
    if wanted:
        yield f"{_shown(value, hidden)} at '{place}' failed to satisfy constraint: Member must {wanted}"
    for each, its_shape, its_place in _parts(value, shape, place, hidden):
        yield from _broken(each, its_shape, its_place, hidden=hidden)


def _parts(value: Any, shape: Shape, place: str, hidden: bool) -> Iterator[tuple[Any, Shape, str]]:
    if isinstance(shape, StructureShape):
        known = shape.members
        yield from ((each, known[key], f"{place}.{key}".lstrip(".")) for key, each in value.items() if key in known)
    elif isinstance(shape, ListShape):
        yield from ((each, shape.member, f"{place}.{number}.member") for number, each in enumerate(value, 1))
    elif isinstance(shape, MapShape):
        for key, each in value.items():
            yield key, shape.key, f"{place}.key"
            yield each, shape.value, f"{place}.{'value' if hidden else key}.member"


def _shown(value: Any, hidden: bool) -> str:
    # What is in a list or a map may be sensitive each for itself, and it is its size that is wrong.
    if hidden or isinstance(value, bytes | list | dict):
        return f"Value {_HIDDEN}"
    return f"Value '{value}'"


def _too_large(value: Any, shape: Shape) -> str:
    most = shape.metadata.get("max")
    if most is None:
        return ""
    if isinstance(value, int | float):
        return f"have value less than or equal to {most}" if value > most else ""
    if isinstance(value, str | bytes | list | dict) and len(value) > most:
        return f"have length less than or equal to {most}"
    return ""


def _not_listed(value: Any, shape: Shape) -> str:
    listed = shape.metadata.get("enum")
    return f"satisfy enum value set: [{', '.join(listed)}]" if listed and value not in listed else ""


def _not_matched(value: Any, shape: Shape) -> str:
    pattern = shape.metadata.get("pattern")
    if pattern is None or not isinstance(value, str) or constraint(pattern).fullmatch(value):
        return ""
    return f"satisfy regular expression pattern: {pattern}"


def _sensitive(shape: Shape, place: str) -> bool:
    last = place.rpartition(".")[2].lower()
    return bool(shape.metadata.get("sensitive")) or any(word in last for word in _SECRET)
