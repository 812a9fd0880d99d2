"""/_aicc/ on the server's own port: what tests and the command line ask of the local AWS itself, not of a service.

Only this machine may ask, and no web page: a browser would send what any page tells it to.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from ministack import app
from ministack.core.concurrency import run_reentrant
from ministack.core.responses import request_scope

from aicc_local.errors import ServiceError
from aicc_local.fault import InvalidRule

PREFIX = "/_aicc/"
# Such as /_ministack/reset, which forgets everything and asks nobody.
EMULATORS_OWN = "/_ministack/"
LARGEST_BODY = 1_000_000

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRequest:
    """What is asked.

    Attributes:
        body: The JSON of the body; None without one.
        rest: The path after that of the route, such as the id of a rule.
    """

    body: Any
    rest: str


Route = Callable[[ControlRequest], Any]
# "GET /_aicc/status" to what answers it. A path that ends in "/" is asked for all that begins so.
Routes = Mapping[str, Route]


class Refusal(Exception):
    """An answer other than 200."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def register(routes: Routes, *, account: str, region: str) -> None:
    """Answer `routes`; every other path goes on to ministack."""
    serve = app.app

    async def with_control(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith((PREFIX, EMULATORS_OWN)):
            await serve(scope, receive, send)
            return
        try:
            check_origin(scope)
            if not scope["path"].startswith(PREFIX):
                await serve(scope, receive, send)
                return
            body = await _body(receive)
            request, route = _routed(routes, scope["method"], scope["path"], body)

            def answered() -> Any:
                with request_scope(account, region):
                    return route(request)

            status, answer = 200, await run_reentrant(answered)
        except Refusal as refusal:
            status, answer = refusal.status, {"error": str(refusal)}
        except InvalidRule as error:
            status, answer = 400, {"error": str(error)}
        except ServiceError as error:
            status, answer = error.status, {"error": f"{error.code}: {error.message}"}
        await _send(send, status, answer)

    app.app = with_control


def check_origin(scope: Scope) -> None:
    """Let pass what a program on this machine sends, and what a page that this server serves itself sends.

    Raises:
        Refusal: It comes from elsewhere, or from a page of another origin. The Host is looked at because the name of a
            page's server can be made to lead here.
    """
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    client = (scope.get("client") or ("",))[0]
    host = headers.get("host", "")
    if not _is_loopback(client) or not _is_loopback(_name(host)):
        raise Refusal(403, "only this machine may ask, by the name localhost or its address")
    if "origin" in headers and headers["origin"] != f"http://{host}":
        raise Refusal(403, f"pages of {headers['origin']} may not ask")
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise Refusal(403, "pages of other sites may not ask")


def _name(host: str) -> str:
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def _is_loopback(name: str) -> bool:
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            raise Refusal(413, f"the body may have {LARGEST_BODY} bytes")
    return body


def _routed(routes: Routes, method: str, path: str, body: bytes) -> tuple[ControlRequest, Route]:
    key, rest = f"{method} {path}", ""
    if key not in routes:
        start, slash, rest = key.rpartition("/")
        key = start + slash
    if key not in routes:
        raise Refusal(404, f"there is no {method} {path}; there is {', '.join(sorted(routes))}")
    try:
        return ControlRequest(body=json.loads(body) if body.strip() else None, rest=rest), routes[key]
    except ValueError as error:
        raise Refusal(400, f"the body is no JSON: {error}") from error


async def _send(send: Send, status: int, answer: Any) -> None:
    body = json.dumps(answer, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
