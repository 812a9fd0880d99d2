"""Approved origins: the web sites that may embed the agent's workspace or the chat."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stacks.settings.errors import Problem, show

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

_LENGTH = 267


def check_origins(settings: "Settings") -> Iterator[Problem]:
    """https, a host, perhaps a port, and nothing else."""
    for index, origin in enumerate(settings.approved_origins):
        path = ("approved_origins", index)
        for fault in _faults(origin):
            yield Problem(path=path, message=f"{show(origin)} {fault}")
        if origin in settings.approved_origins[:index]:
            yield Problem(path=path, message=f"{show(origin)} stands here twice; name it once")


def _faults(origin: str) -> Iterator[str]:
    try:
        parts = urlsplit(origin)
        host = parts.hostname or ""
        rest = origin.removeprefix(f"{parts.scheme}://{parts.netloc}")
        _ = parts.port
    except ValueError:
        yield "is no web address; give https:// and a host, e.g. 'https://crm.example.com'"
        return
    if parts.scheme != "https":
        yield "does not begin with https://; anyone on the way could change the page: serve it with https"
    elif not host or not origin.isascii() or any(char.isspace() for char in origin) or "@" in parts.netloc:
        yield "is no web address; give https:// and a host, e.g. 'https://crm.example.com'"
    if rest and parts.scheme == "https":
        yield "is more than an origin; end it after the host, without a slash"
    if "*" in host:
        yield "would let in sites that are not yours; name each host"
    if host == "localhost" or host.endswith(".localhost") or host.startswith("127.") or host == "::1":
        yield "is whatever runs on the agent's own machine; name the host that serves the page"
    if len(origin) > _LENGTH:
        yield f"has {len(origin)} characters; give at most {_LENGTH}"
