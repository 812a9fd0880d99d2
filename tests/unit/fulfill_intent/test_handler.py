import importlib
import io
import json
import logging
from collections.abc import Iterator
from types import ModuleType

import pytest

from aicc_core.errors import HandlerFault
from tests.unit.fulfill_intent.caller import CUSTOMER, NOW, Caller, Shop, check_shape

SPOKEN = "공일공 일이삼사 오육칠팔이요"


class Clock:
    @staticmethod
    def now(zone: object) -> object:
        return NOW


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Imported only now: it reads its settings when it is imported."""
    module = importlib.import_module("fulfill_intent.handler")
    monkeypatch.setattr(module, "datetime", Clock)
    monkeypatch.setattr(module, "OrdersTable", lambda *_: Shop())
    monkeypatch.setattr(module, "OPENING_HOURS", Shop())
    return module


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    importlib.import_module("fulfill_intent.handler")
    written = io.StringIO()
    [stream] = logging.getLogger("fulfill_intent").handlers
    assert isinstance(stream, logging.StreamHandler)
    before = stream.setStream(written)
    yield written
    stream.setStream(before)


def test_answers_lex(handler: ModuleType) -> None:
    event = Caller().event("상담원 연결해 주세요", "Speech", "agent", "None", {})

    answer = handler.handler(event, None)

    check_shape(answer, voice=True)
    assert answer["sessionState"]["intent"]["name"] == "agent"
    assert answer["sessionState"]["sessionAttributes"]["next_action"] == "queue"


def test_logs_what_was_served_and_nothing_that_was_said(handler: ModuleType, log: io.StringIO) -> None:
    event = Caller().event(f"내일 세 시에 전화 주세요 {SPOKEN} 010-1234-5678", "Speech", "callback", "None", {})

    handler.handler(event, None)

    [line] = [json.loads(line) for line in log.getvalue().splitlines()]
    assert line["message"] == "intent_served"
    assert (line["intent"], line["action"], line["misses"]) == ("callback", "read_back", 0)
    assert (line["heard_as"], line["confidence"]) == ("callback", 0.8)
    assert line["correlation_id"] == event["sessionId"]
    assert not [
        secret for secret in ("내일", "공일공", "1234", "5678") if secret in json.dumps(line, ensure_ascii=False)
    ]


def test_a_fault_is_logged_and_not_told(handler: ModuleType, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "OrdersTable", lambda *_: Shop(closed=True))
    caller = Caller(attributes=dict(CUSTOMER))

    answer = handler.handler(caller.event("배송 언제 와요", "Speech", "delivery", "None", {}), None)

    [message] = answer["messages"]
    assert message["content"].startswith("<speak>죄송합니다.")
    assert "DynamoDB" not in json.dumps(answer)
    assert '"message":"lookup_failed"' in log.getvalue()
    assert '"fault":"DynamoDB: ReadTimeoutError"' in log.getvalue()


def test_a_malformed_event_is_a_fault(handler: ModuleType, log: io.StringIO) -> None:
    with pytest.raises(HandlerFault, match="MalformedEvent"):
        handler.handler({"inputTranscript": SPOKEN}, None)

    assert "공일공" not in log.getvalue()
