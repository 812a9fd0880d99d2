"""Korean that is read out by a voice that cannot."""

from collections.abc import Iterator, Mapping

from connect_flows._action_types import is_reference
from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import Rule
from connect_flows._view import Known, View

KOREAN_VOICES: Mapping[str, tuple[str, ...]] = {
    "Seoyeon": ("Standard", "Neural", "Generative"),
    "Jihye": ("Neural",),
}
"""The Korean voices of Amazon Polly with their engines."""

_KOREAN = "ko-KR"


class ForeignVoice(Rule):
    id = "W509"
    text = "What is Korean is read out by a Korean voice, with an engine that the voice has."
    source = "https://docs.aws.amazon.com/polly/latest/dg/available-voices.html"

    def check(self, view: View) -> Iterator[Fault]:
        voices = list(view.of("UpdateContactTextToSpeechVoice"))
        korean_only = _speaks_korean_only(view, voices) if voices else False
        for known in voices:
            voice = known.action.parameters.get("TextToSpeechVoice")
            if not isinstance(voice, str) or is_reference(voice) or "${" in voice:
                continue
            if voice in KOREAN_VOICES:
                yield from _engine_faults(known, voice)
            elif korean_only:
                cure = f"use {' or '.join(KOREAN_VOICES)}"
                yield Fault(
                    known.place / "Parameters" / "TextToSpeechVoice", f"{shown(voice)} is no Korean voice", cure
                )


def _speaks_korean_only(view: View, voices: list[Known]) -> bool:
    """A flow that says nothing of its language and has a Korean voice too may speak several languages."""
    if view.languages:
        return all(code == _KOREAN for code in view.languages)
    if any(str(action.parameters.get("TextToSpeechVoice")) in KOREAN_VOICES for action, _, _ in voices):
        return False
    return any(prompt.is_korean for prompt in view.prompts)


def _engine_faults(known: Known, voice: str) -> Iterator[Fault]:
    engine = known.action.parameters.get("TextToSpeechEngine", "Standard")
    if not isinstance(engine, str) or is_reference(engine) or "${" in engine:
        return
    engines = KOREAN_VOICES[voice]
    if engine.casefold() not in (name.casefold() for name in engines):
        there = "is" if "TextToSpeechEngine" in known.action.parameters else "is missing, which means"
        at = known.place / "Parameters" / "TextToSpeechEngine"
        yield Fault(at, f"{there} {shown(engine)}, which {voice} has not", f"use {' or '.join(engines)}")
