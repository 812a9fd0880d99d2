"""Reads REST-JSON requests and writes answers by the service models of botocore, so that every SDK can call us."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import unquote

import botocore.session
from botocore.model import OperationModel, ServiceModel, Shape

from aicc_local.errors import ServiceError
from aicc_local.model_constraints import DiscreetValidator, broken_constraints


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP request as the emulator hands it over."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """An operation and its parameters, as botocore names both."""

    service: str
    operation: str
    parameters: dict[str, Any]


class RestJson:
    """The operations of one or more services that share an endpoint."""

    def __init__(self, *services: str) -> None:
        self._models = {service: service_model(service) for service in services}
        self._routes = [
            (model.http["method"], _pattern(model), service, model)
            for service, known in self._models.items()
            for model in (known.operation_model(name) for name in known.operation_names)
        ]

    def read(self, request: Request) -> Call:
        """Find the operation and its parameters.

        Raises:
            ServiceError: No such operation, or parameters that the model refuses.
        """
        service, model, labels = self._route(request)
        parameters = _parameters(model, request, labels)
        _check(parameters, model)
        return Call(service, model.name, parameters)

    def operation(self, request: Request) -> str | None:
        """The name of the operation, without reading the parameters."""
        try:
            return self._route(request)[1].name
        except ServiceError:
            return None

    def write(self, call: Call, result: Mapping[str, Any]) -> bytes:
        """The body of the answer; members that the model does not know are errors of ours."""
        shape = self._models[call.service].operation_model(call.operation).output_shape
        if shape is None:
            return b"{}"
        return json.dumps(_written(result, shape, call.operation), ensure_ascii=False).encode()

    def answer(self, call: Call, result: Mapping[str, Any]) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body: members that the model puts into headers, or that are the body, go there."""
        shape = self._models[call.service].operation_model(call.operation).output_shape
        headers = {"Content-Type": "application/json"}
        rest = dict(result)
        for name, member in shape.members.items() if shape else ():
            if member.serialization.get("location") == "header" and rest.get(name) is not None:
                headers[member.serialization["name"]] = str(rest.pop(name))
        payload = shape.serialization.get("payload") if shape else None
        if payload:
            body: bytes = rest.pop(payload)
            if rest:
                raise TypeError(f"{call.operation}: {sorted(rest)} are neither headers nor the body")
            return 200, headers, body
        return 200, headers, self.write(call, rest)

    def _route(self, request: Request) -> tuple[str, OperationModel, dict[str, str]]:
        path = request.path.split("?")[0]
        for method, pattern, service, model in self._routes:
            found = pattern.fullmatch(path) if method == request.method else None
            if found:
                return service, model, {key: unquote(value) for key, value in found.groupdict().items()}
        raise ServiceError("UnknownOperationException", f"{request.method} {path}", status=404)


def error_answer(error: ServiceError) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a refusal."""
    body = {"message": error.message, **error.members}
    headers = {"Content-Type": "application/json", "x-amzn-ErrorType": error.code}
    return error.status, headers, json.dumps(body, ensure_ascii=False).encode()


@cache
def service_model(service: str) -> ServiceModel:
    """What botocore knows of a service, such as "connect"."""
    return ServiceModel(
        botocore.session.get_session().get_component("data_loader").load_service_model(service, "service-2"), service
    )


def _pattern(model: OperationModel) -> re.Pattern[str]:
    path = model.http["requestUri"].split("?")[0]
    names = iter(_label_names(path))
    parts = re.split(r"(\{[^}]+\})", path)
    # The id of an ARN holds slashes only where the model says so ("+").
    made = [
        (f"(?P<{next(names)}>{'.+' if part.endswith('+}') else '[^/]+'})" if part.startswith("{") else re.escape(part))
        for part in parts
    ]
    return re.compile("".join(made) + "/?" * (not path.endswith("/")))


def _label_names(path: str) -> list[str]:
    return [name.rstrip("+") for name in re.findall(r"\{([^}]+)\}", path)]


def _parameters(model: OperationModel, request: Request, labels: Mapping[str, str]) -> dict[str, Any]:
    shape = model.input_shape
    if shape is None:
        return {}
    payload = shape.serialization.get("payload")
    body = {payload: request.body} if payload else _body(request)
    found: dict[str, Any] = {}
    for name, member in shape.members.items():
        value = _member(name, member, request, labels, body)
        if value is not None:
            found[name] = _read(value, member)
    return found


def _member(name: str, member: Shape, request: Request, labels: Mapping[str, str], body: Mapping[str, Any]) -> Any:
    where, wire = member.serialization.get("location"), member.serialization.get("name", name)
    if where == "uri":
        return labels.get(wire)
    if where == "querystring":
        values = request.query.get(wire)
        return values if member.type_name == "list" or not values else values[0]
    if where == "header":
        return request.headers.get(wire.lower())
    return body.get(wire)


def _body(request: Request) -> Mapping[str, Any]:
    if not request.body.strip():
        return {}
    try:
        body = json.loads(request.body)
    except ValueError as error:
        raise ServiceError("SerializationException", "the body is no JSON") from error
    if not isinstance(body, dict):
        raise ServiceError("SerializationException", "the body is no JSON object")
    return body


def _read(value: Any, shape: Shape) -> Any:
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        members = shape.members  # type: ignore[attr-defined]  # botocore's Shape has no common type for it
        wires = {member.serialization.get("name", name): (name, member) for name, member in members.items()}
        return {
            wires[key][0]: _read(each, wires[key][1])
            for key, each in value.items()
            if key in wires and each is not None
        }
    if kind == "list" and isinstance(value, list):
        return [_read(each, shape.member) for each in value]  # type: ignore[attr-defined]  # as above
    if kind == "map" and isinstance(value, dict):
        return {key: _read(each, shape.value) for key, each in value.items()}  # type: ignore[attr-defined]  # as above
    return _scalar(value, kind)


def _scalar(value: Any, kind: str) -> Any:
    if isinstance(value, str) and kind in ("integer", "long"):
        return int(value) if value.lstrip("-").isdigit() else value
    if isinstance(value, str) and kind == "boolean":
        return {"true": True, "false": False}.get(value, value)
    return value


def _check(parameters: dict[str, Any], model: OperationModel) -> None:
    if model.input_shape is None:
        return
    report = DiscreetValidator().validate(parameters, model.input_shape)
    if report.has_errors():
        raise ServiceError(_invalid(model), str(report.generate_report()))
    broken = broken_constraints(parameters, model.input_shape)
    if broken:
        errors = "error" if len(broken) == 1 else "errors"
        raise ServiceError(_invalid(model), f"{len(broken)} validation {errors} detected: {'; '.join(broken)}")


def _invalid(model: OperationModel) -> str:
    names = [shape.name for shape in model.error_shapes]
    for wanted in ("InvalidParameterException", "ValidationException", "InvalidRequestException"):
        if wanted in names:
            return wanted
    return "ValidationException"


def _written(value: Any, shape: Shape, place: str) -> Any:
    # A slot without a value is null in the map of its intent.
    write = None if value is None else _WRITERS.get(shape.type_name)
    return write(value, shape, place) if write else value


def _structure(value: Any, shape: Any, place: str) -> dict[str, Any]:
    unknown = set(value) - set(shape.members)
    if unknown:
        raise TypeError(f"{place}: {sorted(unknown)} are no members of {shape.name}")
    return {
        shape.members[name].serialization.get("name", name): _written(each, shape.members[name], f"{place}.{name}")
        for name, each in value.items()
        if each is not None
    }


def _timestamp(value: Any, shape: Any, place: str) -> Any:
    if isinstance(value, datetime):
        value = value.timestamp()
    if shape.serialization.get("timestampFormat") == "iso8601":
        return datetime.fromtimestamp(value).astimezone().isoformat()
    return value


_WRITERS: dict[str, Callable[[Any, Any, str], Any]] = {
    "structure": _structure,
    "list": lambda value, shape, place: [_written(each, shape.member, f"{place}[]") for each in value],
    "map": lambda value, shape, place: {
        key: _written(each, shape.value, f"{place}.{key}") for key, each in value.items()
    },
    "timestamp": _timestamp,
}
