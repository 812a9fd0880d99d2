"""The base of all settings: read-only, exact about types, and deaf to keys that it does not know."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    WrapSerializer,
)

K = TypeVar("K", bound=str)
T = TypeVar("T")


class Section(BaseModel):
    """A table of the settings."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _as_dict(table: Mapping[str, object], serialize: SerializerFunctionWrapHandler) -> object:
    return serialize(dict(table))


Key = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$", description="lower-case letters, digits and _, a letter first")
]
"""What a table is called in TOML and in a flow's placeholders, e.g. `general` in `${queue.general}`."""

Table = Annotated[Mapping[K, T], AfterValidator(MappingProxyType), WrapSerializer(_as_dict)]
"""A read-only mapping."""


Description = Annotated[
    str, StringConstraints(min_length=1, max_length=250), Field(description="1 to 250 characters, Korean welcome")
]
