from typing import Any

import pytest


def set_voice(block: Any, voice: str, engine: str | None = None, name: str = "voice", next: str = "language") -> Any:
    parameters = (
        {"TextToSpeechVoice": voice} if engine is None else {"TextToSpeechVoice": voice, "TextToSpeechEngine": engine}
    )
    return block(name, "UpdateContactTextToSpeechVoice", parameters, next=next)


def set_language(block: Any, code: str) -> Any:
    return block("language", "UpdateContactData", {"LanguageCode": code}, next="say")


def say(block: Any, text: str = "안녕하십니까.") -> Any:
    return block("say", "MessageParticipant", {"Text": text}, next="bye")


def test_finds_a_voice_that_cannot_read_korean(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    findings = found(flow_of(set_voice(block, "Joanna"), set_language(block, "ko-KR"), say(block), bye))

    assert findings == ["voice: Parameters.TextToSpeechVoice 'Joanna' is no Korean voice; use Seoyeon or Jihye"]


def test_hangul_is_korean_where_no_language_is_named(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(set_voice(block, "Joanna", next="say"), say(block), bye))) == 1


@pytest.mark.parametrize("voice", ["$.Attributes.voice", "${text.voice}"])
def test_a_voice_that_is_not_known_yet_is_left_alone(
    block: Any, bye: Any, flow_of: Any, found: Any, voice: str
) -> None:
    assert found(flow_of(set_voice(block, voice), set_language(block, "ko-KR"), say(block), bye)) == []


@pytest.mark.parametrize("code", ["en-US", "$.Attributes.language"])
def test_other_languages_have_other_voices(block: Any, bye: Any, flow_of: Any, found: Any, code: str) -> None:
    assert found(flow_of(set_voice(block, "Joanna"), set_language(block, code), say(block, "Hello."), bye)) == []


def test_a_flow_may_speak_two_languages(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    english = set_voice(block, "Joanna", name="english", next="korean")
    korean = set_voice(block, "Seoyeon", name="korean", next="say")

    assert found(flow_of(english, korean, say(block), bye)) == []


@pytest.mark.parametrize(
    ("voice", "engine"),
    [
        ("Seoyeon", None),
        ("Seoyeon", "Standard"),
        ("Seoyeon", "Neural"),
        ("Seoyeon", "Generative"),
        ("Jihye", "Neural"),
        ("Jihye", "$.Attributes.engine"),
        ("Jihye", "neural"),
    ],
)
def test_takes_the_korean_voices_with_their_engines(
    block: Any, bye: Any, flow_of: Any, found: Any, voice: str, engine: str | None
) -> None:
    assert found(flow_of(set_voice(block, voice, engine), set_language(block, "ko-KR"), say(block), bye)) == []


@pytest.mark.parametrize(
    ("voice", "engine", "problem"),
    [
        ("Seoyeon", "Long-form", "is 'Long-form', which Seoyeon has not; use Standard or Neural or Generative"),
        ("Jihye", "Standard", "is 'Standard', which Jihye has not; use Neural"),
        ("Jihye", None, "is missing, which means 'Standard', which Jihye has not; use Neural"),
    ],
)
def test_finds_an_engine_that_the_voice_does_not_have(
    block: Any, bye: Any, flow_of: Any, found: Any, voice: str, engine: str | None, problem: str
) -> None:
    findings = found(flow_of(set_voice(block, voice, engine), set_language(block, "ko-KR"), say(block), bye))

    assert findings == [f"voice: Parameters.TextToSpeechEngine {problem}"]


def test_a_voice_that_is_no_text_is_another_rules(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    voice = block("voice", "UpdateContactTextToSpeechVoice", {"TextToSpeechVoice": ["Seoyeon"]}, next="say")

    assert found(flow_of(voice, say(block), bye)) == []
