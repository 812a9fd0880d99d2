"""Breaks the connection of an answer that is marked so: the client waits for a body that never comes."""

from collections.abc import Awaitable, Callable
from typing import Any

from ministack import app

# Marks an answer; taken off before anything is sent.
CUT_HEADER = "x-aicc-cut"

Send = Callable[[dict[str, Any]], Awaitable[None]]


def register() -> None:
    """Look at every answer on its way out."""
    serve = app.app

    async def with_cuts(scope: dict[str, Any], receive: Any, send: Send) -> None:
        await serve(scope, receive, cutting(send) if scope["type"] == "http" else send)

    app.app = with_cuts


def cutting(send: Send) -> Send:
    """What sends as `send` does, but for a marked answer only its beginning."""
    cut = False

    async def sent(message: dict[str, Any]) -> None:
        nonlocal cut
        if message["type"] == "http.response.start":
            cut = any(name.decode("latin-1").lower() == CUT_HEADER for name, _ in message.get("headers", ()))
            if cut:
                # Without a length the answer comes in chunks, and the connection is closed before the first.
                message = {**message, "status": 200, "headers": []}
        elif cut:
            return
        await send(message)

    return sent
