"""The road through an intent: slots in their order, confirmation, closing, fallback, and every answer of a function."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex.runtime import recognize_text
from tests.unit.local.fakes import FakeAws, Handler
from tests.unit.local.lex.bots import CANCEL_ORDER, FALLBACK, LOCALE, TALK_TO_AGENT, intent, make, prompt, slot, words

Answer = dict[str, Any]


class Caller:
    """Somebody who talks to one alias; sees the last answer."""

    def __init__(self, aws: FakeAws, *intents: Any, handler: Handler | None = None) -> None:
        self._aws = aws
        self.alias = make(aws, *intents, handler=handler)
        self.answer: Answer = {}

    def says(self, text: str) -> list[str]:
        """What the bot says to that."""
        self.answer = recognize_text(self._aws, self.alias.arn, LOCALE, "caller", text)
        return [message["content"] for message in self.answer["messages"]]

    @property
    def action(self) -> Any:
        return self.answer["sessionState"]["dialogAction"]

    @property
    def intent(self) -> Any:
        return self.answer["sessionState"]["intent"]

    def value(self, name: str) -> str | None:
        found = self.intent["slots"][name]
        return found["value"]["interpretedValue"] if found else None


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


def test_slots_are_asked_for_in_their_order(aws: FakeAws) -> None:
    caller = Caller(aws)

    first, second = caller.says("주문 취소해 주세요"), caller.says("1234")

    assert first == ["주문 번호를 말씀해 주세요."]
    assert second == ["취소하시는 이유를 말씀해 주세요."]
    assert (caller.action, caller.value("OrderNumber")) == ({"type": "ElicitSlot", "slotToElicit": "Reason"}, "1234")
    assert caller.intent["slots"]["Reason"] is None


def test_priorities_decide_and_not_the_order_in_the_template(aws: FakeAws) -> None:
    turned = {**CANCEL_ORDER, "Slots": CANCEL_ORDER["Slots"][::-1]}
    caller = Caller(aws, turned, FALLBACK)

    assert caller.says("주문 취소해 주세요") == ["주문 번호를 말씀해 주세요."]


def test_what_was_said_already_is_not_asked_for(aws: FakeAws) -> None:
    caller = Caller(aws)

    assert caller.says("주문 1234 번 취소해 주세요") == ["취소하시는 이유를 말씀해 주세요."]


def test_an_optional_slot_is_not_asked_for(aws: FakeAws) -> None:
    asked = slot("Memo", "AMAZON.FreeFormInput", "남기실 말씀이 있나요?", required=False)
    caller = Caller(aws, intent("Leave", "메모", slots=(asked,)), FALLBACK)

    caller.says("메모")

    assert caller.action == {"type": "Close"}


def test_a_confirmed_intent_is_ready_for_fulfilment(aws: FakeAws) -> None:
    caller = Caller(aws)
    caller.says("주문 1234 번 취소해 주세요")

    asked, answered = caller.says("배송 지연"), caller.says("네")

    assert asked == ["1234번 주문을 취소할까요?"]
    assert answered == ["취소해 드렸습니다."]
    assert (caller.intent["state"], caller.intent["confirmationState"]) == ("ReadyForFulfillment", "Confirmed")
    assert caller.action == {"type": "Close"}


def test_a_denied_intent_fails_with_its_declination(aws: FakeAws) -> None:
    caller = Caller(aws)
    caller.says("주문 1234 번 취소해 주세요")
    caller.says("배송 지연")

    assert caller.says("아니요") == ["취소하지 않겠습니다."]
    assert (caller.intent["state"], caller.intent["confirmationState"]) == ("Failed", "Denied")


def test_a_confirmation_that_is_switched_off_is_not_asked(aws: FakeAws) -> None:
    quiet = intent(
        "Quiet", "조용히", IntentConfirmationSetting={"PromptSpecification": prompt("할까요?"), "IsActive": False}
    )
    caller = Caller(aws, quiet, FALLBACK)

    caller.says("조용히")

    assert caller.action == {"type": "Close"}


def test_an_answer_that_does_not_fit_is_asked_for_again_and_then_falls_back(aws: FakeAws) -> None:
    caller = Caller(aws)
    caller.says("주문 취소해 주세요")

    again, given_up = caller.says("모르겠어요"), caller.says("모르겠어요")

    assert again == ["주문 번호를 숫자로 말씀해 주세요."]
    assert given_up == ["다시 말씀해 주시겠어요?"]
    assert caller.intent["name"] == "FallbackIntent"


def test_a_confirmation_that_is_not_understood_is_asked_for_again_and_then_falls_back(aws: FakeAws) -> None:
    caller = Caller(aws)
    caller.says("주문 1234 번 취소해 주세요")
    caller.says("배송 지연")

    again, given_up = caller.says("글쎄요"), caller.says("글쎄요")

    assert again == ["1234번 주문을 취소할까요?"]
    assert given_up == ["다시 말씀해 주시겠어요?"]


def test_a_caller_may_want_something_else_while_being_asked(aws: FakeAws) -> None:
    caller = Caller(aws)
    caller.says("주문 취소해 주세요")

    assert caller.says("상담원 연결") == ["상담원을 연결해 드리겠습니다."]
    assert caller.intent["name"] == "TalkToAgent"


def test_free_text_is_taken_as_it_is(aws: FakeAws) -> None:
    asked = slot("Memo", "AMAZON.FreeFormInput", "남기실 말씀을 해 주세요.")
    caller = Caller(aws, intent("Leave", "메모", slots=(asked,)), TALK_TO_AGENT, FALLBACK)
    caller.says("메모")

    caller.says("상담원 연결")

    assert (caller.intent["name"], caller.value("Memo")) == ("Leave", "상담원 연결")


def test_what_nobody_knows_falls_back(aws: FakeAws) -> None:
    caller = Caller(aws)

    assert caller.says("오늘 날씨 어때요") == ["다시 말씀해 주시겠어요?"]
    assert caller.intent == {
        "name": "FallbackIntent",
        "slots": {},
        "state": "ReadyForFulfillment",
        "confirmationState": "None",
    }
    assert "nluConfidence" not in caller.answer["interpretations"][0]


def test_the_interpretations_name_the_intent_and_the_fallback(aws: FakeAws) -> None:
    caller = Caller(aws)

    caller.says("상담원 연결")

    best, last = caller.answer["interpretations"]
    assert (best["intent"]["name"], best["nluConfidence"]) == ("TalkToAgent", {"score": 1.0})
    assert last == {"intent": {"name": "FallbackIntent", "slots": {}}, "interpretationSource": "Lex"}


def test_the_words_of_the_builder_are_said_around_the_prompts(aws: FakeAws) -> None:
    asked = slot("OrderNumber", "AMAZON.Number", "주문 번호를 말씀해 주세요.")
    asked["ValueElicitationSetting"]["SlotCaptureSetting"] = {"CaptureResponse": words("{OrderNumber}번이시군요.")}
    talkative = intent(
        "CheckOrder",
        "주문 조회",
        slots=(asked,),
        InitialResponseSetting={"InitialResponse": words("네, 조회해 드릴게요.")},
        IntentClosingSetting={"ClosingResponse": words("감사합니다."), "IsActive": False},
    )
    caller = Caller(aws, talkative, FALLBACK)

    assert caller.says("주문 조회") == ["네, 조회해 드릴게요.", "주문 번호를 말씀해 주세요."]
    assert caller.says("7") == ["7번이시군요."]


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
    assert caller.intent["name"] == caller.answer["interpretations"][0]["intent"]["name"] == "CancelOrder"


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
