from typing import Any


def say(block: Any, parameters: dict[str, object]) -> Any:
    return block("say", "MessageParticipant", parameters, next="bye")


def set_voice(block: Any) -> Any:
    return block("set", "UpdateContactTextToSpeechVoice", {"TextToSpeechVoice": "Seoyeon"}, next="say")


def test_finds_korean_before_a_voice_is_set(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(say(block, {"Text": "안녕하십니까."}), bye)) == [
        "say: Parameters.Text is said on a way where no voice is set: Joanna reads it, in American English; "
        "set one first: UpdateContactTextToSpeechVoice, such as Seoyeon"
    ]


def test_a_voice_that_is_set_first_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(set_voice(block), say(block, {"Text": "안녕하십니까."}), bye)) == []


def test_finds_a_voice_that_is_set_too_late(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    early = block("early", "MessageParticipant", {"Text": "One moment, please."}, next="set")

    assert len(found(flow_of(early, set_voice(block), say(block, {"Text": "안녕하십니까."}), bye))) == 1


def test_what_was_recorded_needs_no_voice(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(say(block, {"PromptId": "${prompt.greeting}"}), bye)) == []


def test_english_wants_a_voice_too(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(say(block, {"Text": "Hello."}), bye))) == 1
