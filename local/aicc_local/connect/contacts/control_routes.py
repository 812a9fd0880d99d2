"""What people do to contacts, asked over HTTP: each function of `control` is POST /_aicc/contacts/<its name>."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from aicc_local.connect.contacts import control
from aicc_local.errors import invalid_request
from aicc_local.local_aws import LocalAws

PREFIX = "/_aicc/contacts/"

_PEOPLE: Mapping[str, Callable[..., Any]] = {
    "accept": control.accept,
    "accept_next": control.accept_next,
    "agent_hangs_up": control.agent_hangs_up,
    "agent_holds": control.agent_holds,
    "agent_resumes": control.agent_resumes,
    "agent_transfers": control.agent_transfers,
    "answer": control.answer,
    "call_in": control.call_in,
    "events": control.events,
    "give_input": control.give_input,
    "hang_up": control.hang_up,
    "let_time_pass": control.let_time_pass,
    "look": control.look,
    "make_available": control.make_available,
    "not_answered": control.not_answered,
    "press": control.press,
    "say": control.say,
    "silent": control.silent,
}


class Asked(Protocol):
    """A request."""

    @property
    def body(self) -> Any:
        """The JSON of its body; None without one."""


def contact_routes(aws: LocalAws) -> dict[str, Callable[[Asked], Any]]:
    """Method and path to what answers; the body has the function's parameters by name, all of them texts."""
    return {f"POST {PREFIX}{name}": _route(aws, name, act) for name, act in _PEOPLE.items()}


def _route(aws: LocalAws, name: str, act: Callable[..., Any]) -> Callable[[Asked], Any]:
    def ask(asked: Asked) -> Any:
        given = asked.body or {}
        if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
            raise invalid_request(f"{name}: the body must be an object of texts")
        try:
            return act(aws, **given)
        except (TypeError, ValueError) as error:
            raise invalid_request(f"{name}: {error}") from error

    return ask
