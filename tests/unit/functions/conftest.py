import importlib
import io
import logging
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

INSTANCE_ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/0a1b2c3d-0000-4000-8000-00000000000a"
CONTACT_ID = "4a573372-1f28-4e26-b97b-00000000001a"

Event = dict[str, Any]


@pytest.fixture(autouse=True)
def aws_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-2")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("CUSTOMERS_TABLE", "customers")
    monkeypatch.setenv("OPERATIONS_TABLE", "operations")
    monkeypatch.setenv("HASH_KEY_ID", "alias/hash")


@pytest.fixture
def contact_event() -> Callable[..., Event]:
    def make(*, address: str | None = "+821012345678", **parameters: object) -> Event:
        endpoint = None if address is None else {"Address": address, "Type": "TELEPHONE_NUMBER"}
        return {
            "Name": "ContactFlowEvent",
            "Details": {
                "ContactData": {
                    "Attributes": {},
                    "Channel": "VOICE",
                    "ContactId": CONTACT_ID,
                    "InitialContactId": CONTACT_ID,
                    "CustomerEndpoint": endpoint,
                    "InstanceARN": INSTANCE_ARN,
                },
                "Parameters": parameters,
            },
        }

    return make


@pytest.fixture
def import_handler() -> Callable[[str], ModuleType]:
    """Import a handler only now: it reads its settings when it is imported."""
    return lambda function: importlib.import_module(f"{function}.handler")


@pytest.fixture
def log_of() -> Iterator[Callable[[str], io.StringIO]]:
    """Return what the logger of a function writes from now on."""
    changed: list[tuple[logging.StreamHandler[Any], Any]] = []

    def catch(function: str) -> io.StringIO:
        log = io.StringIO()
        for handler in logging.getLogger(function).handlers:
            assert isinstance(handler, logging.StreamHandler)
            changed.append((handler, handler.setStream(log)))
        return log

    yield catch
    for handler, stream in changed:
        if stream is not None:
            handler.setStream(stream)
