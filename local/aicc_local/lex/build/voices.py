"""Voices that Polly does not have in the engine that a locale names."""

from collections.abc import Iterator

from aicc_local.lex.build.problem import Problem
from aicc_local.lex.definition import Locale

# Public code uses Seoyeon's generative voice too, but it is not to be had in every Region; whoever wants it must have
# asked Polly first: aws polly describe-voices --language-code ko-KR --engine generative
_VOICES = {"ko_KR": {"Seoyeon": ("standard", "neural"), "Jihye": ("neural",)}}


def voices(locale: Locale) -> Iterator[Problem]:
    """A voice and an engine that do not go together; the words are Lex's."""
    settings = locale.properties.get("VoiceSettings")
    if settings is None or locale.id not in _VOICES:
        return
    # "If you do not specify a value, the default is standard" (API reference, VoiceSettings)
    voice, engine = settings["VoiceId"], settings.get("Engine", "standard")
    if engine not in _VOICES[locale.id].get(voice, ()):
        message = f"{voice} and {engine} are not valid values for Voice Id and Engine respectively."
        yield Problem(f"{locale.id}/VoiceSettings", message)
