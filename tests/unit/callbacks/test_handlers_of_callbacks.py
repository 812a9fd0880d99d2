import importlib
import json
import re
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from aicc_core.errors import HandlerFault, Unavailable
from aicc_core.keyed_hash import LocalKeyedHash
from callback_ledger.events import Kind
from callback_ledger.states import State
from tests.unit.callbacks.conftest import ENVIRONMENT, LogOf
from tests.unit.callbacks.contact_events import CONTACT_ID, INSTANCE_ARN, QUEUE, contact_event
from tests.unit.callbacks.desk import ID, PHONE, Desk
from tests.unit.callbacks.messages import batch
from tests.unit.callbacks.ports import Stock

FUNCTIONS = ("dial_callback", "report_callback", "track_callbacks", "sweep_callbacks", "manage_callbacks")
DUE = batch(json.dumps({"callback_id": ID}))
REQUEST_ID = "c6af9ac6-7b61-11e6-9a41-93e812345678"
Handlers = dict[str, ModuleType]


class Lambda:
    aws_request_id = REQUEST_ID

    def __init__(self, seconds: float = 50) -> None:
        self._seconds = seconds

    def get_remaining_time_in_millis(self) -> int:
        return int(self._seconds * 1000)


@pytest.fixture
def handlers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Handlers:
    """The handlers, imported now, for they read the environment then, at the desk's ports."""
    found = {name: importlib.import_module(f"{name}.handler") for name in FUNCTIONS}
    for name, module in found.items():
        for port, value in (("telling", desk.telling), ("ledger", desk.ledger), ("waking", desk.waking)):
            monkeypatch.setattr(module.PARTS, port, value)
        if name != "dial_callback":
            monkeypatch.setattr(module, "time", desk.clock)
    monkeypatch.setattr(found["dial_callback"], "MEANS", desk.means)
    monkeypatch.setattr(found["sweep_callbacks"], "CALLS", desk.found)
    monkeypatch.setattr(found["sweep_callbacks"], "COUNTS", Stock(open_=3, waiting=1))
    monkeypatch.setattr(found["manage_callbacks"], "KmsKeyedHash", lambda *_: LocalKeyedHash(b"key"))
    return found


def flow_event(step: str, **attributes: str) -> dict[str, Any]:
    return {
        "Name": "ContactFlowEvent",
        "Details": {
            "ContactData": {
                "Attributes": attributes,
                "Channel": "VOICE",
                "ContactId": CONTACT_ID,
                "CustomerEndpoint": {"Address": PHONE, "Type": "TELEPHONE_NUMBER"},
                "InitialContactId": CONTACT_ID,
                "InitiationMethod": "API",
                "InstanceARN": INSTANCE_ARN,
                "PreviousContactId": CONTACT_ID,
                "Queue": None,
                "SystemEndpoint": {"Address": "+8215880000", "Type": "TELEPHONE_NUMBER"},
            },
            "Parameters": {"Step": step},
        },
    }


OURS = {"callback_id": ID, "callback_dial": "1"}


def test_a_due_callback_is_dialled(desk: Desk, handlers: Handlers, log_of: LogOf) -> None:
    desk.book()
    log = log_of("dial_callback")

    answer = handlers["dial_callback"].handler(DUE, Lambda())

    assert answer == {"batchItemFailures": []}
    line = json.loads(log.getvalue())
    assert (line["message"], line["how"], line["state"]) == ("dial_ended", "dialled", "ringing")
    assert (line["correlation_id"], line["contact_id"]) == (ID, "contact-1")


def test_what_a_schedule_could_not_send_is_dialled_once_it_is_moved_back(desk: Desk, handlers: Handlers) -> None:
    desk.book()
    request = {"MessageBody": json.dumps({"callback_id": ID}), "QueueUrl": ENVIRONMENT["DIAL_QUEUE_URL"]}

    answer = handlers["dial_callback"].handler(batch(json.dumps(request)), Lambda())

    assert answer == {"batchItemFailures": []}
    assert desk.record().state is State.RINGING


@pytest.mark.parametrize("body", ["no JSON", "[]", 1, '{"callback_id": 1}'])
def test_a_letter_that_cannot_be_read_stays_one(handlers: Handlers, body: object) -> None:
    answer = handlers["dial_callback"].handler(batch(json.dumps({"MessageBody": body})), Lambda())

    assert len(answer["batchItemFailures"]) == 1


def test_a_message_comes_again_when_nothing_was_entered(
    desk: Desk, handlers: Handlers, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.book()
    with monkeypatch.context() as patch:
        patch.setattr(desk.ledger, "enter", lambda *_, **__: _away())
        failed = handlers["dial_callback"].handler(DUE, Lambda())
    desk.clock.now += desk.rules.lease

    again = handlers["dial_callback"].handler(DUE, Lambda())

    assert len(failed["batchItemFailures"]) == 1
    assert again == {"batchItemFailures": []}
    assert desk.record().state is State.RINGING


def test_an_outcome_that_nobody_knows_does_not_bring_the_message_back(desk: Desk, handlers: Handlers) -> None:
    desk.book()
    desk.phone.answers, desk.phone.seconds = [Kind.TIMED_OUT], 3

    answer = handlers["dial_callback"].handler(DUE, Lambda())

    assert answer == {"batchItemFailures": []}
    assert desk.record().state is State.UNKNOWN


@pytest.mark.parametrize("body", ["{}", '{"callback_id": 7}', "+821012345678"])
def test_a_message_without_a_callback_ends_with_the_dead_letters(handlers: Handlers, body: str) -> None:
    assert len(handlers["dial_callback"].handler(batch(body), Lambda())["batchItemFailures"]) == 1


def test_the_flow_is_told_whether_to_go_on(desk: Desk, handlers: Handlers) -> None:
    desk.book()
    desk.dial()
    report = handlers["report_callback"].handler

    answers = [report(flow_event(step, **OURS), None) for step in ("answered", "confirmed")]
    desk.tell(Kind.TALKED)
    answers += [report(flow_event("answered", **OURS), None), report(flow_event("answered"), None)]

    assert answers == [{"outcome": each} for each in ("going_on", "going_on", "over", "unknown")]


def test_the_flow_takes_its_error_branch_when_the_ledger_is_away(
    desk: Desk, handlers: Handlers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.ledger, "apply", lambda *_, **__: _away())

    with pytest.raises(HandlerFault, match="Unavailable"):
        handlers["report_callback"].handler(flow_event("answered", **OURS), None)


def test_contact_events_close_a_callback(
    desk: Desk, handlers: Handlers, monkeypatch: pytest.MonkeyPatch, log_of: LogOf
) -> None:
    desk.book()
    desk.dial()
    log = log_of("track_callbacks")
    track = handlers["track_callbacks"]
    monkeypatch.setattr(track, "ATTRIBUTES", SimpleNamespace(of=lambda _: OURS))
    events = [json.dumps(contact_event("DISCONNECTED", queueInfo=QUEUE)), "{}", json.dumps(contact_event("COMPLETED"))]

    answer = track.handler(batch(*events, queue="events"), Lambda())

    assert answer == {"batchItemFailures": [{"itemIdentifier": "00000000-0000-4000-8000-000000000001"}]}
    assert desk.record().state is State.DONE
    first, damaged, last = (json.loads(line) for line in log.getvalue().splitlines())
    assert (first["correlation_id"], first["callback_id"], first["how"]) == (CONTACT_ID, ID, "applied")
    assert (damaged["level"], last["how"]) == ("ERROR", "ignored")


def test_a_sweep_counts_and_wakes(
    desk: Desk, handlers: Handlers, log_of: LogOf, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.book()
    log = log_of("sweep_callbacks")

    handlers["sweep_callbacks"].handler({"source": "aws.events", "detail-type": "Scheduled Event"}, Lambda())

    assert desk.waking.woken == [(ID, desk.record().due_at)]
    assert json.loads(log.getvalue())["steps"] == {"dial": 1}
    written = json.loads(capsys.readouterr().out)
    assert (written["Open"], written["WaitingForOperator"], written["DailyOpen"]) == ([4.0], [1.0], [4.0])


def test_a_sweep_without_time_leaves_everything_to_the_next(desk: Desk, handlers: Handlers) -> None:
    desk.book()

    handlers["sweep_callbacks"].handler({}, Lambda(seconds=5))

    assert desk.waking.woken == []


@pytest.mark.parametrize(
    ("event", "ok"),
    [({"action": "show", "callback_id": ID}, True), ({"action": "show", "callback_id": PHONE}, False), (None, False)],
)
def test_operators_get_an_answer_to_anything(desk: Desk, handlers: Handlers, event: object, ok: bool) -> None:
    desk.book()

    answer = handlers["manage_callbacks"].handler(event, Lambda())

    assert answer["ok"] is ok
    assert json.dumps(answer)


def test_a_fault_is_told_to_operators_by_its_kind(
    desk: Desk, handlers: Handlers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.ledger, "record", lambda *_: _away())

    with pytest.raises(HandlerFault, match="Unavailable"):
        handlers["manage_callbacks"].handler({"action": "show", "callback_id": ID}, Lambda())


RUNS: dict[str, Callable[[Handlers], object]] = {
    "dial": lambda handlers: handlers["dial_callback"].handler(DUE, Lambda()),
    "report": lambda handlers: handlers["report_callback"].handler(flow_event("answered", **OURS), None),
    "report-wrong": lambda handlers: handlers["report_callback"].handler(flow_event(PHONE, **OURS), None),
    "track": lambda handlers: handlers["track_callbacks"].handler(batch(PHONE, json.dumps({"x": PHONE})), Lambda()),
    "sweep": lambda handlers: handlers["sweep_callbacks"].handler({}, Lambda()),
    "forget": lambda handlers: handlers["manage_callbacks"].handler({"action": "forget", "phone": PHONE}, Lambda()),
    "wrong": lambda handlers: handlers["manage_callbacks"].handler({"action": PHONE, PHONE: PHONE}, Lambda()),
}


@pytest.mark.parametrize("fault", [None, "record", "apply", "enter", "due"])
@pytest.mark.parametrize("run", RUNS)
def test_no_log_line_holds_a_number(
    desk: Desk,
    handlers: Handlers,
    log_of: LogOf,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    run: str,
    fault: str | None,
) -> None:
    desk.book()
    logs = [log_of(name) for name in FUNCTIONS]
    if fault:
        monkeypatch.setattr(desk.ledger, fault, lambda *_, **__: _away())

    try:
        told = str(RUNS[run](handlers))
    except HandlerFault as raised:
        told = str(raised)

    written = "".join([*(log.getvalue() for log in logs), *capsys.readouterr(), told]).replace(ID, "")
    assert any(log.getvalue() for log in logs)
    assert not re.search("1012345678|12345678|5678", written.replace(REQUEST_ID, ""))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_wrong_deployment_fails_by_the_name_of_its_variable(
    function: str, handlers: Handlers, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aicc_core.errors import SettingError
    from aicc_core.settings import read_settings

    settings = type(handlers[function].SETTINGS)
    without = {name: value for name, value in ENVIRONMENT.items() if name != "CALLBACK_RULES"}

    with pytest.raises(SettingError, match="CALLBACK_RULES is not set"):
        read_settings(settings, without)


def _away() -> None:
    raise Unavailable(f"away, and {PHONE} with it")
