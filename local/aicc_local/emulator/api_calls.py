"""Which operation of which service an HTTP request is for, as boto3 names it and IAM prefixes it."""

from dataclasses import dataclass
from typing import Any, Protocol

from ministack import app
from ministack.core import iam_actions, router
from ministack.core.responses import get_account_id

from aicc_local.rest_routes import rest_operation


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRequest:
    """What ministack's dispatcher is given."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    query: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCall:
    """A request that is understood.

    Attributes:
        service: The prefix of its actions in IAM, such as "dynamodb".
        operation: Such as "TransactWriteItems"; empty when unknown.
        resource: The ARN that it names first; "*" when none.
        emulated: What ministack calls the service.
    """

    service: str
    operation: str
    resource: str
    emulated: str

    @property
    def name(self) -> str:
        """Such as "dynamodb:TransactWriteItems"."""
        return f"{self.service}:{self.operation}"


class KnowsOperations(Protocol):
    """A service of ours."""

    def operation_and_resource(self, request: ApiRequest) -> tuple[str, str]:
        """The operation and the ARN that a request names first."""


_ours: dict[str, KnowsOperations] = {}

# ministack knows the routes of these by heart.
_MODELS = {"lambda": ["lambda"], "s3": ["s3"]}


def teach(service: str, knows: KnowsOperations) -> None:
    """Ask `knows` about the requests to a service of ours."""
    _ours[service] = knows


def understood(request: ApiRequest) -> ApiCall:
    """Find out what is called."""
    parameters = app._routing_params(request.method, request.path, request.headers, request.body, request.query)
    service = app.detect_service(request.method, request.path, request.headers, parameters)
    if service in _ours:
        operation, resource = _ours[service].operation_and_resource(request)
        return ApiCall(service=service, operation=operation, resource=resource, emulated=service)
    resource = iam_actions.extract_resource_arn(
        service,
        request.method,
        request.path,
        request.headers,
        request.body,
        parameters,
        router.extract_region(request.headers),
        get_account_id(),
    )
    return ApiCall(
        service=iam_actions.SERVICE_TO_IAM_NAMESPACE.get(service, service),
        operation=_operation(service, request, parameters),
        resource=resource,
        emulated=service,
    )


def _operation(service: str, request: ApiRequest, parameters: dict[str, Any]) -> str:
    # smithy-rpc-v2-cbor: /service/<name>/operation/<operation>
    _, found, operation = request.path.partition("/operation/")
    if found and request.path.startswith("/service/"):
        return operation
    content_type = request.headers.get("content-type", "")
    return (
        iam_actions._action_from_query(parameters, request.body, content_type)
        or iam_actions._action_from_target(request.headers)
        or _routed(service, request)
        or ""
    )


def _routed(service: str, request: ApiRequest) -> str | None:
    for model in _MODELS.get(service) or iam_actions._BOTOCORE_SERVICE_MAP.get(service, []):
        found = rest_operation(model, request.method, request.path, request.query, request.headers)
        if found:
            return found
    return None
