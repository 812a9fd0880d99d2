"""The path of a request as it was sent: an ARN in a path keeps its slashes quoted only there."""

import contextvars
from typing import Any

from ministack import app

_raw_path: contextvars.ContextVar[str] = contextvars.ContextVar("raw_path", default="")


def register() -> None:
    """Remember it with each request; ministack hands on the path unquoted."""
    serve = app.app

    async def with_raw_path(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            _raw_path.set((scope.get("raw_path") or b"").decode("latin-1"))
        await serve(scope, receive, send)

    app.app = with_raw_path


def raw_path(path: str) -> str:
    """The path as it was sent, or `path` where no request came over HTTP."""
    return _raw_path.get() or path
