"""The road through an intent without functions: slots in their order, confirmation, closing and fallback."""

from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import CANCEL_ORDER, FALLBACK, TALK_TO_AGENT, intent, prompt, slot, words
from tests.unit.local.lex.caller import Caller


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


def test_a_confirmation_is_acknowledged(aws: FakeAws) -> None:
    setting = {"PromptSpecification": prompt("연결할까요?"), "ConfirmationResponse": words("네, 알겠습니다.")}
    caller = Caller(aws, {**TALK_TO_AGENT, "IntentConfirmationSetting": setting}, FALLBACK)

    assert caller.says("상담원 연결") == ["연결할까요?"]
    assert caller.says("네") == ["네, 알겠습니다.", "상담원을 연결해 드리겠습니다."]


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


def test_other_intents_that_may_be_meant_are_named_too(aws: FakeAws) -> None:
    asked = slot("What", "AMAZON.FreeFormInput", "무엇을 알려 드릴까요?")
    caller = Caller(aws, intent("Ask", "{What} 연결", slots=(asked,)), TALK_TO_AGENT, FALLBACK)

    caller.says("상담원 연결")

    names = [each["intent"]["name"] for each in caller.answer["interpretations"]]
    assert names == ["TalkToAgent", "Ask", "FallbackIntent"]


def test_the_fallback_stands_among_the_interpretations_where_the_threshold_is(aws: FakeAws) -> None:
    found = (
        intent("Cancel", "주문 취소해 주세요"),
        intent("Change", "주문 색상 변경"),
        intent("Check", "주문 배송 조회"),
    )
    caller = Caller(aws, *found, FALLBACK)

    caller.says("주문 취소 좀 해 주세요")

    scores = {
        each["intent"]["name"]: each.get("nluConfidence", {}).get("score") for each in caller.answer["interpretations"]
    }
    assert list(scores)[:2] == ["Cancel", "FallbackIntent"]
    assert scores.pop("FallbackIntent") is None
    assert all(score < 0.4 for name, score in scores.items() if name != "Cancel")


def test_what_is_too_unlikely_is_named_after_the_fallback(aws: FakeAws) -> None:
    caller = Caller(aws)

    caller.says("상을 받은 사람이 우리 반에 아무도 없습니다")

    first, second = caller.answer["interpretations"]
    assert (first["intent"]["name"], second["intent"]["name"]) == ("FallbackIntent", "TalkToAgent")
    assert second["nluConfidence"]["score"] < 0.4


def test_at_most_five_interpretations_are_named(aws: FakeAws) -> None:
    days = ("오늘", "어제", "지난주", "이번", "저번", "다음")
    caller = Caller(aws, *(intent(f"Ask{number}", f"{day} 조회") for number, day in enumerate(days)), FALLBACK)

    caller.says(" ".join((*days, "조회")))

    names = [each["intent"]["name"] for each in caller.answer["interpretations"]]
    assert len(names) == 5
    assert "FallbackIntent" in names


def test_an_answer_that_names_a_value_is_not_taken_for_a_wish(aws: FakeAws) -> None:
    caller = Caller(aws, CANCEL_ORDER, intent("Track", "배송 지연 문의", "배송 지연됐어요"), FALLBACK)
    caller.says("주문 1234 번 취소해 주세요")

    caller.says("배송 지연이요")

    assert (caller.intent["name"], caller.value("Reason")) == ("CancelOrder", "배송 지연")


def test_a_wish_that_happens_to_hold_a_value_is_a_wish(aws: FakeAws) -> None:
    caller = Caller(aws, CANCEL_ORDER, intent("Track", "배송 지연 때문에 상담원 연결해 주세요"), FALLBACK)
    caller.says("주문 1234 번 취소해 주세요")

    caller.says("배송 지연 때문에 상담원 연결 좀 해 주세요")

    assert caller.intent["name"] == "Track"


def test_an_answer_among_other_words_is_an_answer_when_nothing_else_is_meant(aws: FakeAws) -> None:
    caller = Caller(aws)
    caller.says("주문 1234 번 취소해 주세요")

    caller.says("글쎄요 그게 제가 생각하기에는 배송 지연 때문인 것 같네요")

    assert caller.value("Reason") == "배송 지연"


def test_a_prompt_may_be_repeated_several_times_in_other_words(aws: FakeAws) -> None:
    asked = slot("OrderNumber", "AMAZON.Number")
    asked["ValueElicitationSetting"]["PromptSpecification"] = prompt(
        "몇 번인가요?", "다시요?", "한 번만 더요?", retries=3
    )
    caller = Caller(aws, intent("CheckOrder", "주문 조회", slots=(asked,)), FALLBACK)
    caller.says("주문 조회")

    told = [caller.says("모르겠어요") for _ in range(4)]

    assert told == [["다시요?"], ["한 번만 더요?"], ["몇 번인가요?"], ["다시 말씀해 주시겠어요?"]]


def test_a_correction_in_a_confirmation_denies_it(aws: FakeAws) -> None:
    caller = Caller(aws)
    caller.says("주문 1234 번 취소해 주세요")
    caller.says("배송 지연")

    caller.says("아니 1235번이요")

    assert (caller.intent["state"], caller.intent["confirmationState"]) == ("Failed", "Denied")


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
