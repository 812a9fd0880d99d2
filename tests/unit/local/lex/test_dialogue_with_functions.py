"""The road through an intent whose functions have a say: every answer that they may give."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from tests.unit.local.fakes import FakeAws, Handler
from tests.unit.local.lex.bots import CANCEL_ORDER, FALLBACK, TALK_TO_AGENT, intent, slot, words
from tests.unit.local.lex.caller import Caller

Answer = dict[str, Any]


def hooked(*, dialog: bool = False, fulfil: bool = False, **more: Any) -> dict[str, Any]:
    """An intent with one slot and code hooks."""
    return intent(
        "CheckOrder",
        "주문 조회",
        slots=(slot("OrderNumber", "AMAZON.Number", "주문 번호를 말씀해 주세요."),),
        DialogCodeHook={"Enabled": dialog},
        FulfillmentCodeHook={"Enabled": fulfil, **more.pop("after", {})},
        IntentClosingSetting={"ClosingResponse": words("안내를 마칩니다.")},
        **more,
    )


def delegate(event: Mapping[str, Any]) -> Answer:
    return {
        "sessionState": {"dialogAction": {"type": "Delegate"}, "intent": event["sessionState"]["intent"]},
    }


def closing(state: str, *texts: str) -> Handler:
    def close(event: Mapping[str, Any]) -> Answer:
        intent_state = {**event["sessionState"]["intent"], "state": state}
        return {
            "sessionState": {"dialogAction": {"type": "Close"}, "intent": intent_state},
            "messages": [{"contentType": "PlainText", "content": text} for text in texts],
        }

    return close


def test_a_fulfilled_intent_says_what_its_function_says(aws: FakeAws) -> None:
    caller = Caller(aws, hooked(fulfil=True), FALLBACK, handler=closing("Fulfilled", "배송 중입니다."))
    caller.says("주문 조회")

    assert caller.says("7") == ["배송 중입니다."]
    assert (caller.intent["state"], len(aws.functions.invocations)) == ("Fulfilled", 1)


def test_a_function_without_words_leaves_them_to_the_bot(aws: FakeAws) -> None:
    after = {"PostFulfillmentStatusSpecification": {"SuccessResponse": words("{OrderNumber}번을 찾았습니다.")}}
    caller = Caller(aws, hooked(fulfil=True, after=after), FALLBACK, handler=closing("Fulfilled"))
    caller.says("주문 조회")

    assert caller.says("7") == ["7번을 찾았습니다.", "안내를 마칩니다."]


@pytest.mark.parametrize(
    ("handler", "name"),
    [
        (closing("Failed"), "FailureResponse"),
        (lambda event: 1 / 0, "FailureResponse"),
        (lambda event: (_ for _ in ()).throw(TimeoutError), "TimeoutResponse"),
    ],
    ids=["the function says so", "the function raises", "the function is slow"],
)
def test_a_failed_fulfilment_is_told_when_the_bot_has_words_for_it(aws: FakeAws, handler: Handler, name: str) -> None:
    after = {"PostFulfillmentStatusSpecification": {name: words("지금은 조회할 수 없습니다.")}}
    caller = Caller(aws, hooked(fulfil=True, after=after), FALLBACK, handler=handler)
    caller.says("주문 조회")

    assert caller.says("7") == ["지금은 조회할 수 없습니다."]
    assert caller.intent["state"] == "Failed"


def test_a_failed_function_is_a_failed_dependency_without_words_for_it(aws: FakeAws) -> None:
    caller = Caller(aws, hooked(fulfil=True), FALLBACK, handler=lambda event: 1 / 0)
    caller.says("주문 조회")

    with pytest.raises(ServiceError, match="failed: Unhandled") as refused:
        caller.says("7")

    assert refused.value.code == "DependencyFailedException"


def test_a_failed_turn_leaves_the_session_as_it_was(aws: FakeAws) -> None:
    caller = Caller(aws, hooked(fulfil=True), FALLBACK, handler=lambda event: 1 / 0)
    caller.says("주문 조회")
    with pytest.raises(ServiceError):
        caller.says("7")

    aws.functions.handlers[next(iter(aws.functions.handlers))] = closing("Fulfilled", "배송 중입니다.")

    assert caller.says("8") == ["배송 중입니다."]
    assert caller.value("OrderNumber") == "8"


def test_a_dialog_hook_is_asked_before_each_step_and_may_delegate(aws: FakeAws) -> None:
    caller = Caller(aws, hooked(dialog=True), FALLBACK, handler=delegate)

    caller.says("주문 조회")
    caller.says("7")

    told = [each.event["proposedNextState"] for each in aws.functions.invocations]
    assert told[0]["dialogAction"] == {"type": "ElicitSlot", "slotToElicit": "OrderNumber"}
    assert told[0]["prompt"] == {"attempt": "Initial"}
    assert (told[1]["dialogAction"], told[1]["intent"]["state"]) == ({"type": "Close"}, "ReadyForFulfillment")
    assert caller.intent["state"] == "ReadyForFulfillment"


def test_a_dialog_hook_is_told_that_the_prompt_is_repeated(aws: FakeAws) -> None:
    caller = Caller(aws, hooked(dialog=True), FALLBACK, handler=delegate)
    caller.says("주문 조회")

    caller.says("모르겠어요")

    event = aws.functions.invocations[-1].event
    assert event["proposedNextState"]["prompt"] == {"attempt": "Retry1"}
    assert event["sessionState"]["intent"]["slots"] == {"OrderNumber": None}


def test_both_hooks_are_called_in_one_turn(aws: FakeAws) -> None:
    def handler(event: Mapping[str, Any]) -> Answer:
        return delegate(event) if event["invocationSource"] == "DialogCodeHook" else closing("Fulfilled", "끝.")(event)

    caller = Caller(aws, hooked(dialog=True, fulfil=True), FALLBACK, handler=handler)
    caller.says("주문 조회")

    assert caller.says("7") == ["끝."]
    sources = [each.event["invocationSource"] for each in aws.functions.invocations]
    assert sources == ["DialogCodeHook", "DialogCodeHook", "FulfillmentCodeHook"]


def test_a_function_may_ask_for_a_slot_again(aws: FakeAws) -> None:
    def refuse(event: Mapping[str, Any]) -> Answer:
        state = event["sessionState"]["intent"]
        if state["slots"]["OrderNumber"] is None:
            return delegate(event)
        state["slots"]["OrderNumber"] = None
        action = {"type": "ElicitSlot", "slotToElicit": "OrderNumber"}
        return {"sessionState": {"dialogAction": action, "intent": state}}

    caller = Caller(aws, hooked(dialog=True), FALLBACK, handler=refuse)
    caller.says("주문 조회")

    assert caller.says("7") == ["주문 번호를 말씀해 주세요."]
    assert caller.value("OrderNumber") is None


def test_a_function_may_fill_a_slot(aws: FakeAws) -> None:
    def fill(event: Mapping[str, Any]) -> Answer:
        state = event["sessionState"]["intent"]
        state["slots"]["OrderNumber"] = {"value": {"interpretedValue": "99", "originalValue": "99"}}
        return {"sessionState": {"dialogAction": {"type": "Delegate"}, "intent": state}}

    caller = Caller(aws, hooked(dialog=True), FALLBACK, handler=fill)

    caller.says("주문 조회")

    assert (caller.value("OrderNumber"), caller.action) == ("99", {"type": "Close"})


def test_a_function_may_ask_what_is_wanted(aws: FakeAws) -> None:
    def ask(event: Mapping[str, Any]) -> Answer:
        message = {"contentType": "PlainText", "content": "무엇을 도와드릴까요?"}
        return {"sessionState": {"dialogAction": {"type": "ElicitIntent"}}, "messages": [message]}

    caller = Caller(aws, hooked(dialog=True), TALK_TO_AGENT, FALLBACK, handler=ask)

    assert caller.says("주문 조회") == ["무엇을 도와드릴까요?"]
    assert "intent" not in caller.answer["sessionState"]
    assert caller.says("상담원 연결") == ["상담원을 연결해 드리겠습니다."]


def test_a_function_may_turn_to_another_intent(aws: FakeAws) -> None:
    def turn(event: Mapping[str, Any]) -> Answer:
        action = {"type": "ElicitSlot", "slotToElicit": "OrderNumber"}
        return {"sessionState": {"dialogAction": action, "intent": {"name": "CancelOrder"}}}

    caller = Caller(aws, hooked(fulfil=True), CANCEL_ORDER, FALLBACK, handler=turn)
    caller.says("주문 조회")

    assert caller.says("7") == ["주문 번호를 말씀해 주세요."]
    assert caller.answer["interpretations"][0]["intent"] == caller.intent
    assert caller.intent == {
        "name": "CancelOrder",
        "slots": {"OrderNumber": None, "Reason": None},
        "state": "InProgress",
        "confirmationState": "None",
    }


def test_a_function_may_ask_for_confirmation_in_its_own_words(aws: FakeAws) -> None:
    def confirm(event: Mapping[str, Any]) -> Answer:
        state = event["sessionState"]["intent"]
        if state["confirmationState"] != "None" or state["slots"]["OrderNumber"] is None:
            return delegate(event)
        message = {"contentType": "PlainText", "content": "정말이신가요?"}
        return {"sessionState": {"dialogAction": {"type": "ConfirmIntent"}, "intent": state}, "messages": [message]}

    caller = Caller(aws, hooked(dialog=True), FALLBACK, handler=confirm)
    caller.says("주문 조회")

    assert caller.says("7") == ["정말이신가요?"]
    caller.says("네")
    assert caller.intent["confirmationState"] == "Confirmed"


def test_a_fulfilment_that_delegates_must_leave_something_to_ask(aws: FakeAws) -> None:
    caller = Caller(aws, hooked(fulfil=True), FALLBACK, handler=delegate)
    caller.says("주문 조회")

    with pytest.raises(ServiceError, match="nothing left to ask") as refused:
        caller.says("7")

    assert refused.value.code == "DependencyFailedException"


def test_a_fulfilment_may_clear_a_slot_and_delegate(aws: FakeAws) -> None:
    def clear(event: Mapping[str, Any]) -> Answer:
        state = event["sessionState"]["intent"]
        state["slots"]["OrderNumber"] = None
        return {"sessionState": {"dialogAction": {"type": "Delegate"}, "intent": state}}

    caller = Caller(aws, hooked(fulfil=True), FALLBACK, handler=clear)
    caller.says("주문 조회")

    assert caller.says("7") == ["주문 번호를 말씀해 주세요."]
    assert caller.intent["state"] == "InProgress"


def test_a_fallback_may_be_fulfilled_by_the_function(aws: FakeAws) -> None:
    helped = {**FALLBACK, "FulfillmentCodeHook": {"Enabled": True}}
    caller = Caller(aws, TALK_TO_AGENT, helped, handler=closing("Fulfilled", "상담원을 바꿔 드릴게요."))

    assert caller.says("저기요") == ["상담원을 바꿔 드릴게요."]
