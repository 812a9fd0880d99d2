"""Changes that make a sound locale one that Lex refuses, and changes that do not."""

from collections.abc import Callable
from typing import Any

from tests.unit.local.lex.bots import CANCEL_REASON, FALLBACK, intent, prompt, slot, utterances, words

Change = Callable[[dict[str, Any]], object]


def say(*texts: str) -> Change:
    def change(broken: dict[str, Any]) -> None:
        broken["Intents"][1]["SampleUtterances"] = utterances(*texts)

    return change


def first(**more: Any) -> Change:
    def change(broken: dict[str, Any]) -> None:
        broken["Intents"][0] |= more

    return change


def fallback(**more: Any) -> Change:
    def change(broken: dict[str, Any]) -> None:
        broken["Intents"][2] |= more

    return change


def add(each: dict[str, Any]) -> Change:
    def change(broken: dict[str, Any]) -> None:
        broken["Intents"].append(each)

    return change


def with_slot(*arguments: Any, **more: Any) -> Change:
    return add(intent("Extra", "추가로 문의할게요", slots=(slot(*arguments, **more),)))


def at_locale(**more: Any) -> Change:
    def change(broken: dict[str, Any]) -> None:
        broken |= more

    return change


def without_utterances(broken: dict[str, Any]) -> None:
    for each in broken["Intents"]:
        each.pop("SampleUtterances", None)


def many_intents(broken: dict[str, Any]) -> None:
    broken["Intents"] += [intent(f"Intent{number}", f"문의 {number}") for number in range(250)]


def many_slots(broken: dict[str, Any]) -> None:
    slots = tuple(slot(f"Slot{number}", "AMAZON.Date", "언제인가요?") for number in range(100))
    broken["Intents"] += [intent(f"Intent{number}", f"문의 {number}", slots=slots) for number in range(20)]


REFUSED: dict[str, tuple[Change, str]] = {
    "no fallback": (lambda broken: broken["Intents"].remove(FALLBACK), "ko_KR: You must configure an AMAZON.Fallback"),
    "only built-in intents": (
        at_locale(Intents=[FALLBACK]),
        "ko_KR: There must be at least one intent besides the built-in ones",
    ),
    "nothing to say": (without_utterances, "ko_KR: At least one intent must have sample utterances"),
    "two intents of one name": (
        add(intent("TalkToAgent", "사람 바꿔 주세요")),
        "two intents with the name TalkToAgent",
    ),
    "the name of a built-in intent": (
        add(intent("QnaIntent", "궁금한 것이 있어요")),
        "ko_KR/QnaIntent: The specified intent name conflicts with a built-in intent name. "
        "Please use a different name.",
    ),
    "an unknown built-in intent": (
        add({"Name": "Weather", "ParentIntentSignature": "AMAZON.WeatherIntent"}),
        "ko_KR/Weather: There is no built-in intent AMAZON.WeatherIntent",
    ),
    "a built-in intent of English": (
        add({"Name": "Search", "ParentIntentSignature": "AMAZON.KendraSearchIntent"}),
        "ko_KR/Search: AMAZON.KendraSearchIntent is not available in ko_KR",
    ),
    "utterances of a built-in intent": (
        add(intent("Repeat", "다시 말해 줘", ParentIntentSignature="AMAZON.RepeatIntent")),
        "ko_KR/Repeat: You can't add utterances to AMAZON.RepeatIntent",
    ),
    "slots of the fallback": (
        fallback(Slots=[slot("When", "AMAZON.Date", "언제요?")], SlotPriorities=[{"SlotName": "When", "Priority": 1}]),
        "ko_KR/FallbackIntent: You can't add slots to AMAZON.FallbackIntent",
    ),
    "a confirmation of the fallback": (
        fallback(IntentConfirmationSetting={"PromptSpecification": prompt("맞습니까?")}),
        "ko_KR/FallbackIntent: You can't add a confirmation prompt to AMAZON.FallbackIntent",
    ),
    "an unknown slot type": (
        with_slot("Color", "Color", "어떤 색인가요?"),
        "ko_KR/Extra/Color: There is no slot type with the name Color",
    ),
    "an unknown built-in slot type": (
        with_slot("Color", "AMAZON.Color", "어떤 색인가요?"),
        "ko_KR/Extra/Color: There is no built-in slot type AMAZON.Color",
    ),
    "a built-in slot type that Korean lacks": (
        with_slot("Code", "AMAZON.AlphaNumeric", "코드를 말씀해 주세요."),
        "ko_KR/Extra/Code: The built-in slot type AMAZON.AlphaNumeric is not available in ko_KR",
    ),
    "a built-in slot type of Britain": (
        with_slot("Code", "AMAZON.UKPostalCode", "코드를 말씀해 주세요."),
        "AMAZON.UKPostalCode is not available in ko_KR",
    ),
    "a parent that no slot type may have": (
        at_locale(SlotTypes=[{**CANCEL_REASON, "ParentSlotTypeSignature": "AMAZON.Number"}]),
        "ko_KR/CancelReason: AMAZON.Number cannot be the parent of a slot type in ko_KR",
    ),
    "a required slot without a prompt": (
        with_slot("When", "AMAZON.Date"),
        "ko_KR/Extra/When: A required slot must have a prompt",
    ),
    "a slot without priority": (
        first(SlotPriorities=[{"SlotName": "OrderNumber", "Priority": 1}]),
        "ko_KR/CancelOrder: Slot ids [Reason] in intent CancelOrder don't define a slot priority. "
        "Update the intent to add a priority to these slots.",
    ),
    "a priority without slot": (
        add(intent("Extra", "추가 문의", SlotPriorities=[{"SlotName": "When", "Priority": 1}])),
        "ko_KR/Extra: There is a priority for the unknown slot When",
    ),
    "two slots of one name": (
        add(
            intent(
                "Extra",
                "추가 문의",
                slots=(slot("When", "AMAZON.Date", "언제요?"), slot("When", "AMAZON.Time", "몇 시요?")),
            )
        ),
        "ko_KR/Extra: There are two slots with the name When",
    ),
    "two slot types of one name": (
        at_locale(SlotTypes=[CANCEL_REASON, {**CANCEL_REASON, "Description": "again"}]),
        "ko_KR: There are two slot types with the name CancelReason",
    ),
    "a slot of several values": (
        with_slot("When", "AMAZON.Date", "언제요?", MultipleValuesSetting={"AllowMultipleValues": True}),
        "ko_KR/Extra/When: Slots with several values are not available in ko_KR",
    ),
    "a context": (
        first(OutputContexts=[{"Name": "Cancelled", "TimeToLiveInSeconds": 60, "TurnsToLive": 2}]),
        "ko_KR/CancelOrder: OutputContexts are not available in ko_KR",
    ),
    "a grammar": (
        at_locale(SlotTypes=[CANCEL_REASON, {"Name": "Grammar", "ExternalSourceSetting": {}}]),
        "ko_KR/Grammar: Grammars are not available in ko_KR",
    ),
    "a voice of another engine": (
        at_locale(VoiceSettings={"VoiceId": "Jihye", "Engine": "standard"}),
        "ko_KR/VoiceSettings: Jihye and standard are not valid values for Voice Id and Engine respectively.",
    ),
    "a voice without its engine": (
        at_locale(VoiceSettings={"VoiceId": "Jihye"}),
        "Jihye and standard are not valid values for Voice Id and Engine respectively.",
    ),
    "a voice of another language": (
        at_locale(VoiceSettings={"VoiceId": "Joanna", "Engine": "neural"}),
        "Joanna and neural are not valid values for Voice Id and Engine respectively.",
    ),
    "an empty utterance": (say("상담원", "  "), "ko_KR/TalkToAgent: There is no text in the sample utterance '  '"),
    "a long utterance": (say("가" * 501), "ko_KR/TalkToAgent: There are more than 500 characters"),
    "a long utterance in UTF-16": (say("𠮷" * 251), "There are more than 500 characters"),
    "a brace that is not closed": (say("{Order 취소"), "Braces do not match in the sample utterance '{Order 취소'"),
    "braces in braces": (say("{{Order}} 취소"), "Braces do not match"),
    "a slot that touches a particle": (say("{OrderNumber}번 취소"), "A slot touches other text"),
    "an emoji": (say("상담원 불러줘 😀"), "The characters 😀 are not allowed"),
    "a question mark": (say("상담원 있나요?"), "The characters ? are not allowed"),
    "a symbol": (say("상담원 ~ 연결 100%"), "The characters % ~ are not allowed"),
    "a slot that the intent does not have": (
        say("{OrderNumber} 상담원 연결"),
        "ko_KR/TalkToAgent: The sample utterance '{OrderNumber} 상담원 연결' uses the slot OrderNumber, "
        "which the intent does not have",
    ),
    "an utterance twice in an intent": (say("상담원", "상담원"), "'상담원' is also in the same intent"),
    "an utterance of another intent": (
        say("주문  취소해 주세요"),
        "ko_KR/TalkToAgent: The sample utterance '주문  취소해 주세요' is also in intent CancelOrder",
    ),
    "an utterance of a slot in bad form": (
        lambda broken: broken["Intents"][0]["Slots"][0]["ValueElicitationSetting"].update(
            SampleUtterances=utterances("{OrderNumber}번")
        ),
        "ko_KR/CancelOrder/OrderNumber: A slot touches other text",
    ),
    "too many utterances": (
        say(*(f"상담원 {number}" for number in range(1_501))),
        "1,501 sample utterances: the limit",
    ),
    "too many utterances of a slot": (
        lambda broken: broken["Intents"][0]["Slots"][0]["ValueElicitationSetting"].update(
            SampleUtterances=utterances(*(f"번호 {number}" for number in range(11)))
        ),
        "ko_KR/CancelOrder/OrderNumber: 11 sample utterances: the limit is 10",
    ),
    "too many intents": (many_intents, "ko_KR: 253 intents: the limit is 250"),
    "too many slots": (many_slots, "ko_KR: 2,002 slots: the limit is 2,000"),
    "too many slot types": (
        at_locale(SlotTypes=[CANCEL_REASON, *({"Name": f"Type{number}"} for number in range(100))]),
        "ko_KR: 101 custom slot types: the limit is 100",
    ),
    "too much to say": (
        add(intent("Long", *(f"{number:04}" + "가" * 496 for number in range(401)))),
        "characters of sample utterances: the limit is 200,000",
    ),
    "too many values": (
        at_locale(
            SlotTypes=[
                {
                    **CANCEL_REASON,
                    "SlotTypeValues": [{"SampleValue": {"Value": str(number)}} for number in range(10_001)],
                }
            ]
        ),
        "ko_KR/CancelReason: 10,001 values and synonyms: the limit is 10,000",
    ),
    "a step that is not modelled": (
        first(InitialResponseSetting={"NextStep": {"DialogAction": {"Type": "InvokeDialogCodeHook"}}}),
        "ko_KR/CancelOrder/InitialResponseSetting: NextStep is not part of the local Lex",
    ),
    "a branch that is not modelled": (
        first(IntentClosingSetting={"Conditional": {"IsActive": True}}),
        "ko_KR/CancelOrder/IntentClosingSetting: Conditional is not part of the local Lex",
    ),
    "an intent that a search answers": (
        add({"Name": "Ask", "ParentIntentSignature": "AMAZON.QnAIntent", "QnAIntentConfiguration": {}}),
        "ko_KR/Ask: QnAIntentConfiguration is not part of the local Lex",
    ),
    "a composite slot type": (
        at_locale(SlotTypes=[CANCEL_REASON, {"Name": "Address", "CompositeSlotTypeSetting": {}}]),
        "ko_KR/Address: CompositeSlotTypeSetting is not part of the local Lex",
    ),
}


SOUND: dict[str, Change] = {
    "the documentation's marks": say("상담원, 부탁해요!", "help me get a flight."),
    "a neural voice": at_locale(VoiceSettings={"VoiceId": "Jihye", "Engine": "neural"}),
    "a voice without engine": at_locale(VoiceSettings={"VoiceId": "Seoyeon"}),
    "the last step": first(IntentClosingSetting={"NextStep": {"DialogAction": {"Type": "EndConversation"}}}),
    "a branch that is switched off": first(IntentClosingSetting={"Conditional": {"IsActive": False}}),
    "a response of the builder": first(InitialResponseSetting={"InitialResponse": words("취소를 도와드리겠습니다.")}),
    "an optional slot without a prompt": with_slot("When", "AMAZON.Date", required=False),
    "slots only": add(intent("Say", "{What}", slots=(slot("What", "AMAZON.FreeFormInput", "말씀해 주세요."),))),
}
