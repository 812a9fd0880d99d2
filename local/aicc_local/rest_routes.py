"""Which operation a REST request is for, by botocore's model of the service: path, query and headers together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl

import botocore.session
from botocore.model import OperationModel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Route:
    operation: str
    method: str
    path: re.Pattern[str]
    literals: int
    query: tuple[tuple[str, str], ...]
    headers: tuple[str, ...]

    @property
    def demands(self) -> tuple[int, int, int]:
        """How much it asks for."""
        return self.literals, len(self.query) + len(self.headers), self.path.pattern.count("/")

    def fits(self, method: str, path: str, query: Mapping[str, list[str]], headers: Mapping[str, str]) -> bool:
        return (
            method == self.method
            and self.path.fullmatch(path) is not None
            and all(name in query and (not value or value in query[name]) for name, value in self.query)
            and all(name in headers for name in self.headers)
        )


def rest_operation(
    service: str, method: str, path: str, query: Mapping[str, list[str]], headers: Mapping[str, str]
) -> str | None:
    """The operation that fits and asks for most; None when none fits.

    >>> rest_operation("s3", "GET", "/bucket", {"list-type": ["2"]}, {})
    'ListObjectsV2'
    """
    # The most demanding come first.
    fitting = (route.operation for route in _routes(service) if route.fits(method, path or "/", query, headers))
    return next(fitting, None)


@cache
def _routes(service: str) -> tuple[_Route, ...]:
    model = botocore.session.get_session().get_service_model(service)
    routes = [_route(model.operation_model(name)) for name in model.operation_names]
    return tuple(sorted(routes, key=lambda route: route.demands, reverse=True))


def _route(model: OperationModel) -> _Route:
    path, _, fixed = model.http["requestUri"].partition("?")
    members = model.input_shape.members if model.input_shape else {}
    needed = [members[name].serialization for name in (model.input_shape.required_members if model.input_shape else ())]
    return _Route(
        operation=model.name,
        method=model.http["method"],
        path=re.compile("/".join(_segment(each) for each in path.rstrip("/").split("/")) + "/?"),
        literals=sum(1 for each in path.split("/") if each and not each.startswith("{")),
        query=(
            *parse_qsl(fixed, keep_blank_values=True),
            *((each["name"], "") for each in needed if each.get("location") == "querystring"),
        ),
        headers=tuple(each["name"].lower() for each in needed if each.get("location") == "header"),
    )


def _segment(segment: str) -> str:
    if not segment.startswith("{"):
        return re.escape(segment)
    # Paths come unquoted, so what stands for a label may hold slashes, as ARNs do.
    return ".+" if segment.endswith("+}") else ".+?"
