from collections.abc import Callable, Mapping
from io import StringIO
from types import ModuleType
from typing import Any

import pytest

from aicc_core.errors import HandlerFault
from tests.unit.functions.shop import HASH, Shop

Event = dict[str, Any]
EventOf = Callable[..., Event]
LogOf = Callable[[str], StringIO]

BIRTH, ORDER, RESIDENT = "19900131", "KR-2026-1122", "900131-1234567"


@pytest.fixture
def authenticate(import_handler: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    handler, shop = import_handler("authenticate_customer"), Shop()
    monkeypatch.setattr(handler, "CustomerTable", lambda *_: shop)
    monkeypatch.setattr(handler, "KmsKeyedHash", lambda *_: HASH)
    return handler


@pytest.fixture
def line_status(
    import_handler: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> Callable[[Mapping[str, object]], ModuleType]:
    class Switches:
        def __init__(self, stored: Mapping[str, object]) -> None:
            self.line = {"main": stored, "sales": {"status": "open"}}.get

    def stored(item: Mapping[str, object]) -> ModuleType:
        handler = import_handler("read_line_status")
        monkeypatch.setattr(handler, "OperationsTable", lambda *_: Switches(item))
        return handler

    return stored


def test_authenticates_the_number_that_calls(authenticate: ModuleType, contact_event: EventOf) -> None:
    answer = authenticate.handler(contact_event(Method="birth_date", Answer=BIRTH), None)

    assert answer == {
        "outcome": "authenticated",
        "customer_id": "C-1",
        "display_name": "김민지",
        "attempts_left": "5",
    }


def test_authenticates_the_number_that_was_keyed_in(authenticate: ModuleType, contact_event: EventOf) -> None:
    event = contact_event(address=None, Method="order_number", Answer=ORDER, Phone="01012345678")

    answer = authenticate.handler(event, None)

    assert answer["outcome"] == "authenticated"


@pytest.mark.parametrize(
    ("address", "answer", "outcome", "attempts_left"),
    [
        ("+821012345678", "19900130", "not_matched", "4"),
        ("+821012345678", RESIDENT, "malformed", ""),
        ("anonymous", BIRTH, "no_phone", ""),
        (None, BIRTH, "no_phone", ""),
    ],
)
def test_says_nothing_about_a_customer_who_is_not_proven(
    authenticate: ModuleType,
    contact_event: EventOf,
    address: str | None,
    answer: str,
    outcome: str,
    attempts_left: str,
) -> None:
    given = authenticate.handler(contact_event(address=address, Method="birth_date", Answer=answer), None)

    assert given == {"outcome": outcome, "customer_id": "", "display_name": "", "attempts_left": attempts_left}


@pytest.mark.parametrize("method", ["birth_date", "order_number", "no_such_method"])
@pytest.mark.parametrize("answer", [BIRTH, ORDER, RESIDENT, "wrong-9999"])
@pytest.mark.parametrize("phone", ["010-1234-5678", "010 8765 4321", ""])
def test_no_log_line_holds_what_a_caller_keyed_in(
    authenticate: ModuleType,
    contact_event: EventOf,
    log_of: LogOf,
    capsys: pytest.CaptureFixture[str],
    method: str,
    answer: str,
    phone: str,
) -> None:
    log = log_of("authenticate_customer")

    try:
        authenticate.handler(contact_event(Method=method, Answer=answer, Phone=phone), None)
    except HandlerFault as fault:
        log.write(str(fault))

    written = log.getvalue() + "".join(capsys.readouterr())
    assert written
    assert not [secret for secret in (answer, answer.upper(), "1234-5678", "12345678", "4321") if secret in written]
    assert "김민지" not in written


def test_a_malformed_event_is_a_fault(authenticate: ModuleType) -> None:
    with pytest.raises(HandlerFault, match="MalformedEvent"):
        authenticate.handler({}, None)


def test_answers_with_the_announcement(
    line_status: Callable[[Mapping[str, object]], ModuleType], contact_event: EventOf
) -> None:
    handler = line_status({"status": "emergency", "announcement": "화재"})

    main, sales = handler.handler(contact_event(), None), handler.handler(contact_event(Line="sales"), None)

    assert main == {"line_status": "emergency", "announcement": "화재"}
    assert sales == {"line_status": "open", "announcement": ""}


def test_a_nonsensical_switch_is_logged_as_an_error(
    line_status: Callable[[Mapping[str, object]], ModuleType], contact_event: EventOf, log_of: LogOf
) -> None:
    handler = line_status({"status": "emergency"})
    log = log_of("read_line_status")

    handler.handler(contact_event(), None)

    assert '"level":"ERROR"' in log.getvalue()
    assert '"because":"nonsense"' in log.getvalue()
