from typing import Any

import pytest


def say(block: Any, text: str = "안녕하십니까.", **ways: Any) -> Any:
    return block("say", "MessageParticipant", {"Text": text}, next="bye", **ways)


def set_language(block: Any, next: str = "say", error: str = "say") -> Any:
    return block("set", "UpdateContactData", {"LanguageCode": "ko-KR"}, next=next, errors={"NoMatchingError": error})


def test_finds_korean_before_the_language_is_set(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(say(block), bye)) == [
        "say: Parameters.Text is said on a way where no LanguageCode is set: bots and analytics do not know it; "
        "set it first: UpdateContactData with LanguageCode, such as ko-KR"
    ]


def test_a_language_that_is_set_first_is_well_even_if_that_fails(
    block: Any, bye: Any, flow_of: Any, found: Any
) -> None:
    assert found(flow_of(set_language(block), say(block), bye)) == []


def test_finds_a_way_round_the_setting(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block(
        "check", "Compare", {"ComparisonValue": "$.Channel"}, next="say", errors={"NoMatchingCondition": "set"}
    )

    assert len(found(flow_of(check, set_language(block), say(block, "Hello."), bye))) == 1


def test_tells_of_the_first_prompt_only(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    greet = block("greet", "MessageParticipant", {"SSML": "<speak>어서 오십시오.</speak>"}, next="say")

    (finding,) = found(flow_of(greet, say(block), bye))

    assert finding.startswith("greet: Parameters.SSML")


@pytest.mark.parametrize("text", ["Hello, it’s us.", "$.External.greeting"])
def test_any_language_wants_to_be_set(block: Any, bye: Any, flow_of: Any, found: Any, text: str) -> None:
    assert len(found(flow_of(say(block, text), bye))) == 1


def test_a_recording_has_its_language(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {"PromptId": "${prompt.hello}"}, next="bye"), bye)) == []


@pytest.mark.parametrize("type", ["queueTransfer", "customerQueue", "agentWhisper"])
def test_flows_that_come_later_inherit(block: Any, bye: Any, flow_of: Any, found: Any, type: str) -> None:
    assert found(flow_of(say(block), bye, type=type)) == []


def test_modules_inherit(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(say(block), bye), flow_type="MODULE") == []


@pytest.mark.parametrize("type", ["outboundWhisper", None])
def test_calls_that_we_make_begin_elsewhere(block: Any, flow_of: Any, found: Any, type: str | None) -> None:
    end = block("bye", "DisconnectParticipant" if type is None else "EndFlowExecution")

    assert len(found(flow_of(say(block), end, type=type))) == 1
