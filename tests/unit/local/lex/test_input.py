"""Keys and speech as the attempts of a prompt take them."""

from typing import Any

import pytest

from aicc_local.lex.runtime import recognize_text
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import FALLBACK, LOCALE, intent, make, prompt, slot
from tests.unit.local.lex.hooked import delegate

PHONE = "AMAZON.FreeFormInput"


def attempts(*, audio: bool = True, dtmf: bool = True, **keys: Any) -> dict[str, Any]:
    """The settings of the first attempt and of the one after it."""
    one: dict[str, Any] = {"AllowedInputTypes": {"AllowAudioInput": audio, "AllowDTMFInput": dtmf}}
    if keys:
        settings = {"MaxLength": 11, "EndTimeoutMs": 5000, "DeletionCharacter": "*", "EndCharacter": "#", **keys}
        one["AudioAndDTMFInputSpecification"] = {"StartTimeoutMs": 4000, "DTMFSpecification": settings}
    return {"Initial": one, "Retry1": one}


def asking(specification: dict[str, Any], **more: Any) -> dict[str, Any]:
    asked = slot("Phone", PHONE, "번호를 눌러 주세요.")
    asked["ValueElicitationSetting"]["PromptSpecification"]["PromptAttemptsSpecification"] = specification
    return intent("Callback", "전화 주세요", slots=(asked,), **more)


def pressed(aws: FakeAws, callback: dict[str, Any], keys: str, mode: str = "DTMF") -> Any:
    """The answer to keys that are pressed when the bot has asked for a number."""
    alias = make(aws, callback, FALLBACK)
    recognize_text(aws, alias.arn, LOCALE, "caller", "전화 주세요")
    return recognize_text(aws, alias.arn, LOCALE, "caller", keys, input_mode=mode)


def value(answer: Any) -> str | None:
    found = answer["sessionState"]["intent"]["slots"]["Phone"]
    return found["value"]["interpretedValue"] if found else None


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ("01012345678#", "01012345678"),
        ("01012345678", "01012345678"),
        ("0212345#99", "0212345"),
        ("010123456789", "01012345678"),
        ("#", None),
        ("0101*", None),
        ("0101*01012345678#", None),
    ],
    ids=["end", "no end", "after the end", "too many", "nothing", "deleted", "deletion ends the input"],
)
def test_keys_count_up_to_the_one_that_ends_them(aws: FakeAws, keys: str, kept: str | None) -> None:
    answer = pressed(aws, asking(attempts(MaxLength=11)), keys)

    assert value(answer) == kept


def test_the_keys_that_end_and_delete_are_those_of_the_bot(aws: FakeAws) -> None:
    callback = asking(attempts(EndCharacter="*", DeletionCharacter="#"))

    assert value(pressed(aws, callback, "0212345*")) == "0212345"


def test_without_settings_the_documented_keys_end_and_delete(aws: FakeAws) -> None:
    assert value(pressed(aws, asking({}), "1234567890123#")) == "1234567890123"


@pytest.mark.parametrize(
    ("mode", "taken"), [("DTMF", None), ("Speech", "1234"), ("Text", "1234")], ids=["keys", "speech", "text"]
)
def test_a_prompt_may_take_no_keys(aws: FakeAws, mode: str, taken: str | None) -> None:
    answer = pressed(aws, asking(attempts(dtmf=False)), "1234", mode)

    assert value(answer) == taken


def test_a_prompt_may_take_no_speech(aws: FakeAws) -> None:
    answer = pressed(aws, asking(attempts(audio=False)), "공일공", "Speech")

    assert answer["messages"][0]["content"] == "번호를 눌러 주세요."
    assert value(answer) is None


def test_a_confirmation_has_settings_of_its_own(aws: FakeAws) -> None:
    asked = {**prompt("맞으신가요?"), "PromptAttemptsSpecification": attempts(dtmf=False)}
    callback = asking({}, IntentConfirmationSetting={"PromptSpecification": asked})
    alias = make(aws, callback, FALLBACK)
    recognize_text(aws, alias.arn, LOCALE, "caller", "전화 주세요")
    recognize_text(aws, alias.arn, LOCALE, "caller", "1234#", input_mode="DTMF")

    answer = recognize_text(aws, alias.arn, LOCALE, "caller", "네", input_mode="DTMF")

    assert answer["sessionState"]["dialogAction"] == {"type": "ConfirmIntent"}
    assert answer["sessionState"]["intent"]["confirmationState"] == "None"


def test_a_function_is_told_the_keys_that_count(aws: FakeAws) -> None:
    alias = make(aws, asking(attempts(MaxLength=4), DialogCodeHook={"Enabled": True}), FALLBACK, handler=delegate)
    recognize_text(aws, alias.arn, LOCALE, "caller", "전화 주세요")

    recognize_text(aws, alias.arn, LOCALE, "caller", "1234#", input_mode="DTMF")

    event = aws.functions.invocations[-1].event
    assert (event["inputMode"], event["inputTranscript"]) == ("DTMF", "1234")
    assert event["requestAttributes"] == {"x-amz-lex:dtmf-transcript": "1234"}


def test_keys_that_nobody_asked_for_are_no_intent(aws: FakeAws) -> None:
    alias = make(aws, intent("Hours", "1월 1일에 하나요", "0시에 하나요"), FALLBACK)

    answer = recognize_text(aws, alias.arn, LOCALE, "caller", "0", input_mode="DTMF")

    assert answer["sessionState"]["intent"]["name"] == "FallbackIntent"
