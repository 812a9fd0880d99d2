"""A bot whose only intent has a dialog code hook."""

from collections.abc import Mapping
from typing import Any

from aicc_local.lex.runtime import recognize_text
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws, Handler
from tests.unit.local.lex.bots import FALLBACK, LOCALE, intent, make, slot, words

CHECK_ORDER = intent(
    "CheckOrder",
    "주문 조회",
    "{OrderNumber} 번 주문 조회",
    slots=(slot("OrderNumber", "AMAZON.Number", "주문 번호를 말씀해 주세요."),),
    DialogCodeHook={"Enabled": True},
    IntentClosingSetting={"ClosingResponse": words("안내를 마칩니다.")},
)


def delegate(event: Mapping[str, Any]) -> Any:
    return {"sessionState": {"dialogAction": {"type": "Delegate"}, "intent": event["sessionState"]["intent"]}}


def hooked(aws: FakeAws, handler: Handler = delegate) -> Record:
    return make(aws, CHECK_ORDER, FALLBACK, handler=handler)


def say(aws: FakeAws, alias: Record, text: str = "주문 조회", **more: Any) -> Any:
    return recognize_text(aws, alias.arn, LOCALE, "caller", text, **more)
