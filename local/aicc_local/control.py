"""Talks to a running local AWS itself, through /_aicc/: for tests and the command line.

>>> control = Control(4566)
>>> control.url("status")
'http://127.0.0.1:4566/_aicc/status'
"""

import json
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any
from urllib.error import HTTPError, URLError

from aicc_local.fault import Fault
from aicc_local.this_machine import DIRECTLY

SECONDS = 30


class ControlError(RuntimeError):
    """The local AWS refused, or cannot be reached; the message says which, and where."""


class FaultSwitches:
    """The faults of a running local AWS."""

    def __init__(self, control: "Control") -> None:
        self._control = control

    def add(self, target: str, fault: Fault, *, resource: str = "*") -> str:
        """Put a fault in force and return its id; see `aicc_local.faults` for targets."""
        [rule] = self._control.ask("PUT", "faults", [{"target": target, "resource": resource, **asdict(fault)}])
        return str(rule["id"])

    def limit_connect(self) -> None:
        """Throttle Connect as its documentation says, until `clear`."""
        self._control.ask("PUT", "faults/connect-limits")

    def listed(self) -> list[dict[str, Any]]:
        """What is in force, with how many calls each has seen and hit."""
        found: list[dict[str, Any]] = self._control.ask("GET", "faults")
        return found

    def remove(self, rule_id: str) -> None:
        """End one."""
        self._control.ask("DELETE", f"faults/{rule_id}")

    def clear(self) -> None:
        """End all."""
        self._control.ask("DELETE", "faults")


class Control:
    """A running local AWS on this machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.faults = FaultSwitches(self)

    def url(self, path: str) -> str:
        """Where something is asked."""
        return f"http://127.0.0.1:{self._port}/_aicc/{path}"

    def status(self) -> dict[str, Any]:
        """Version, account, Region and how much Connect and Lex hold."""
        found: dict[str, Any] = self.ask("GET", "status")
        return found

    def contact(self, act: str, **parameters: str) -> Any:
        """What a customer or an agent does, such as "call_in"; see `aicc_local.connect.contacts.control`."""
        return self.ask("POST", f"contacts/{act}", parameters)

    def say(self, contact_id: str, text: str) -> None:
        """The customer speaks, or writes a message. Where nobody listens it is ignored, as the events tell."""
        self.contact("say", contact_id=contact_id, text=text)

    def press(self, contact_id: str, keys: str) -> None:
        """The customer presses keys, "1" or "19900102#". Where nobody listens they are ignored."""
        self.contact("press", contact_id=contact_id, keys=keys)

    def silent(self, contact_id: str) -> None:
        """The customer, who is waited for, says and presses nothing until it is too late; as if that were now."""
        self.contact("silent", contact_id=contact_id)

    def events(self, contact_id: str, after: int = 0) -> list[dict[str, Any]]:
        """What has happened to a contact after the event of this number, as far as it is kept.

        Each event has its `sequence`, its name as `event` ("Prompt", "Branch", ... of `connect_flows.simulator`), and
        its fields.
        """
        found: list[dict[str, Any]] = self.contact("events", contact_id=contact_id, after=str(after))
        return found

    def let_pass(self, seconds: float) -> float:
        """Let so much time have passed; answers what its clock says then, in seconds since 1970."""
        return float(self.ask("POST", "time", {"seconds": seconds})["now"])

    @contextmanager
    def fault(self, target: str, fault: Fault, *, resource: str = "*") -> Iterator[str]:
        """A fault while the block runs."""
        rule = self.faults.add(target, fault, resource=resource)
        try:
            yield rule
        finally:
            self.faults.remove(rule)

    def ask(self, method: str, path: str, body: dict[str, Any] | Sequence[Any] | None = None) -> Any:
        """Ask anything of /_aicc/.

        Raises:
            ControlError: It was refused, or nothing answers.
        """
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url(path), data=data, method=method)
        try:
            with DIRECTLY.open(request, timeout=SECONDS) as answer:
                return json.load(answer)
        except HTTPError as error:
            with error:
                said = error.read().decode()
            raise ControlError(f"{method} {self.url(path)}: {error.code} {said}") from error
        except (URLError, OSError) as error:
            raise ControlError(f"{method} {self.url(path)}: {error}") from error
