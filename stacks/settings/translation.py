"""Pydantic's findings in our words: what stands there, why it will not do, and what to write instead."""

import difflib
import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from stacks.settings.errors import Path, Problem, show

_TYPES = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date",
    "date_from_datetime_parsing": "a date",
    "tuple_type": "a list",
    "mapping_type": "a table",
    "dict_type": "a table",
    "model_type": "a table",
}
_KEY = "[key]"
_OUT_OF_RANGE = frozenset({"greater_than_equal", "less_than_equal"})


def translate(model: type[BaseModel], details: Iterable[ErrorDetails], below: Path = ()) -> list[Problem]:
    """One problem for each error; `below` is where the validated value stands in the model."""
    problems = []
    for detail in details:
        # A list of faulty items counts as empty to pydantic.
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue
        path = (*below, *detail["loc"])
        # A wrong key is reported behind its value: (..., "Main", "[key]").
        is_key = len(path) > 1 and path[-1] == _KEY and detail["type"] != "extra_forbidden"
        message = _message(model, detail, (*path[:-2], _KEY) if is_key else path)
        problems.append(Problem(path=path[:-1] if is_key else path, message=message))
    return problems


def _message(model: type[BaseModel], detail: ErrorDetails, path: Path) -> str:
    kind, value = detail["type"], show(detail["input"])
    annotation, description = _walk(model, path)
    give = f"; give {description}" if description else ""
    if kind == "missing":
        return f"missing{give}"
    if kind == "extra_forbidden":
        return _unknown(model, path)
    if kind == "literal_error":
        return f"{value} is not one of {', '.join(show(item) for item in get_args(annotation))}; choose one of them"
    if kind in _TYPES:
        return f"{value} is not {_TYPES[kind]}{give}"
    if kind in _OUT_OF_RANGE:
        return f"{value} is out of range{give}"
    if kind in ("too_short", "string_too_short"):
        return f"{value} is too short{give}"
    if kind in ("too_long", "string_too_long"):
        return f"{value} is too long{give}"
    return f"{value} will not do{give}"


def _unknown(model: type[BaseModel], path: Path) -> str:
    owner, _ = _walk(model, path[:-1])
    known = sorted(field.alias or name for name, field in _fields(owner).items())
    near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
    return f"unknown key; did you mean '{near[0]}'?" if near else f"unknown key; known are {', '.join(known)}"


def _walk(model: type[BaseModel], path: Path) -> tuple[Any, str | None]:
    """The type that stands at `path`, and the nearest description of it."""
    annotation: Any = model
    description: str | None = None
    for part in path:
        fields = _fields(annotation)
        if fields:
            field = next((field for name, field in fields.items() if part == (field.alias or name)), None)
            if field is None:
                return None, None
            annotation, inner = _bare(field.annotation)
            description = field.description or inner
            continue
        arguments = get_args(annotation)
        if not arguments:
            return None, None
        is_mapping = issubclass(get_origin(annotation) or object, Mapping)
        annotation, description = _bare(arguments[1] if is_mapping and part != _KEY else arguments[0])
    return annotation, description


def _fields(annotation: Any) -> Mapping[str, FieldInfo]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.model_fields
    return {}


def _bare(annotation: Any) -> tuple[Any, str | None]:
    """The type without `Annotated` and `| None`, and the description that came with it."""
    description: str | None = None
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *metadata = get_args(annotation)
            found = [item.description for item in metadata if isinstance(item, FieldInfo) and item.description]
            description = description or (found[0] if found else None)
        elif origin in (Union, types.UnionType):
            annotation = next(item for item in get_args(annotation) if item is not type(None))
        else:
            return annotation, description
