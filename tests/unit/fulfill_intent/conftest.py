from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, Caller, at

BOT = Path(__file__).parents[3] / "bots" / "customer_service.yaml"


@pytest.fixture(autouse=True)
def aws_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-2")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("ORDERS_TABLE", "orders")
    monkeypatch.setenv("OPENING_HOURS_PARAMETER", "/aicc/dev/opening-hours")
    monkeypatch.setenv("COMPANY_NAME", "예시상사")


@pytest.fixture
def caller() -> Caller:
    return Caller()


@pytest.fixture
def reader() -> Caller:
    return Caller(voice=False)


@pytest.fixture
def read_back(caller: Caller) -> Caller:
    """Who has agreed on tomorrow, half past three, and the calling number."""
    caller.say("내일 오후 세 시 반에 전화 주세요", "callback")
    heard = caller.say("네, 이 번호로 주세요")
    assert heard.asks == "ConfirmIntent"
    return caller


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def customer(desk: Desk) -> Caller:
    """Who calls where callbacks are booked."""
    return Caller(callbacks=desk.for_a_turn)


@pytest.fixture
def vouched(desk: Desk) -> Caller:
    """Who chats, and whose number the site knows."""
    return Caller(callbacks=desk.for_a_turn, voice=False, attributes={"customer_number": CALLER})


@pytest.fixture
def booked(customer: Caller, desk: Desk) -> Caller:
    """Who is to be called tomorrow at three."""
    desk.book(CALLER, at(24, 15))
    return customer


@pytest.fixture
def told(booked: Caller) -> Caller:
    """Who was told so."""
    booked.say("전화 예약이요", "callback")
    return booked


@pytest.fixture
def bot() -> Any:
    """The bot's definition."""
    return yaml.safe_load(BOT.read_text(encoding="utf-8"))
