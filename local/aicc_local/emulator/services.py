"""Plugs a service of ours into ministack: routing, authorization, persistence and reset."""

import logging
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from ministack import app
from ministack.core import router
from ministack.core.concurrency import run_reentrant
from ministack.core.responses import new_uuid

from aicc_local.emulator import api_calls
from aicc_local.emulator.api_calls import ApiRequest
from aicc_local.emulator.authorization import Resources, authorizer, named_resources
from aicc_local.emulator.raw_path import raw_path
from aicc_local.emulator.request_context import TagsOf
from aicc_local.errors import ServiceError
from aicc_local.rest_json import Call, Request, RestJson, error_answer

log = logging.getLogger("aicc_local")

Operation = Callable[[Call], Mapping[str, Any]]
Answer = tuple[int, dict[str, str], bytes]


class Kept(Protocol):
    """What a service remembers, as JSON."""

    def dump(self) -> Any:
        """Everything."""

    def load(self, state: Any) -> None:
        """Take over what `dump` gave."""

    def clear(self) -> None:
        """Forget everything."""


class Service:
    """One service, in the shape of a module of ministack's.

    Args:
        protocol: Reads requests and writes answers.
        perform: Carries out an operation.
        prefix: That of its actions in IAM.
        resources: What its actions are authorized on.
        tags_of: The tags of its resources.
        kept: What it remembers.
    """

    def __init__(
        self,
        protocol: RestJson,
        perform: Operation,
        *,
        prefix: str,
        resources: Resources,
        tags_of: TagsOf = lambda _: {},
        kept: Kept | None = None,
    ) -> None:
        self._protocol = protocol
        self._perform = perform
        self._resources = resources
        self._authorize = authorizer(prefix, resources, tags_of)
        self._kept = kept

    async def handle_request(
        self, method: str, path: str, headers: dict[str, str], body: bytes, query: dict[str, list[str]]
    ) -> Answer:
        """Answer one request; on a thread of its own, since a function that runs may call back."""
        request = Request(method=method, path=raw_path(path), query=query, headers=headers, body=body)
        answer: Answer = await run_reentrant(self._answer, request)
        return answer

    def _answer(self, request: Request) -> Answer:
        try:
            call = self._protocol.read(request)
            self._authorize(call, request)
            result = self._perform(call)
            return self._protocol.answer(call, result)
        except ServiceError as error:
            return error_answer(error)
        except Exception:
            reference = new_uuid()
            log.exception("%s %s failed (%s)", request.method, request.path, reference)
            return error_answer(
                ServiceError("InternalServiceException", f"See the server's log: {reference}", status=500)
            )

    def operation_and_resource(self, request: ApiRequest) -> tuple[str, str]:
        """The operation and the ARN that a request names first; empty and "*" for what cannot be read."""
        path = raw_path(request.path)
        try:
            call = self._protocol.read(
                Request(
                    method=request.method, path=path, query=request.query, headers=request.headers, body=request.body
                )
            )
        except ServiceError:
            return "", "*"
        return call.operation, named_resources(self._resources, call)[0]

    def get_state(self) -> Any:
        """For persistence."""
        return self._kept.dump() if self._kept else None

    def load_persisted_state(self, state: Any) -> None:
        """For persistence."""
        if self._kept:
            self._kept.load(state)

    def reset(self) -> None:
        """For `/_ministack/reset`."""
        if self._kept:
            self._kept.clear()


def register(name: str, service: Service, *, credential_scope: str) -> None:
    """Answer requests signed for `credential_scope`."""
    module = f"aicc_{name}"
    app.SERVICE_REGISTRY[name] = {"module": module}
    app.SERVICE_HANDLERS[name] = service.handle_request
    app._loaded_modules[module] = service
    app._state_map[module] = module
    api_calls.teach(name, service)
    router.SERVICE_PATTERNS[name] = {"host_patterns": [], "credential_scope": credential_scope}
