"""What Lex makes of a text: the protocol that the dialogue uses, and a recognizer that knows sample utterances only."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from aicc_local.lex.build.utterances import normalised
from aicc_local.lex.definition import Intent, Locale, Slot
from aicc_local.lex.sample_fit import fit


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """What was understood for a slot.

    Attributes:
        original: The words of the caller.
        interpreted: What Lex makes of them; None when it cannot choose among `resolved`.
        resolved: Everything that they may mean.
    """

    original: str
    interpreted: str | None
    resolved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An intent that may be meant, and what the text says about its slots."""

    intent: str
    confidence: float
    slots: Mapping[str, SlotValue] = field(default_factory=dict)


class Recognizer(Protocol):
    """Understands texts in one language."""

    def intents(self, locale: Locale, text: str) -> Sequence[Match]:
        """The intents that may be meant, the best first; none when nothing fits."""

    def slot(self, locale: Locale, intent: Intent, slot: Slot, text: str) -> SlotValue | None:
        """What an answer to the prompt of a slot says; None when it is no value for the slot."""

    def confirmation(self, locale: Locale, text: str) -> bool | None:
        """Whether an answer to a confirmation prompt says yes; None when it says neither."""


_CONFIRMATIONS = {
    **dict.fromkeys(("네", "예", "네 맞아요", "네 맞습니다", "맞아요", "맞습니다", "yes"), True),
    **dict.fromkeys(("아니요", "아니오", "아뇨", "아니에요", "아닙니다", "no"), False),
}
# Built-in types whose values are told by their form; any text passes for the others.
_FORMS = {
    "AMAZON.Number": re.compile(r"\d+(\.\d+)?"),
    "AMAZON.Percentage": re.compile(r"\d+(\.\d+)?%?"),
    "AMAZON.PhoneNumber": re.compile(r"\+?\d[\d\- ]{1,18}\d"),
    "AMAZON.Date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "AMAZON.Time": re.compile(r"([01]\d|2[0-3]):[0-5]\d"),
    "AMAZON.EmailAddress": re.compile(r"\S+@\S+\.\S+"),
    "AMAZON.Duration": re.compile(r"P(\d+[YMWD])*(T(\d+[HMS])+)?"),
}
_SEPARATORS = re.compile(r"[\- ]")


class SampleRecognizer:
    """Takes a text for an intent when it equals a sample utterance; nothing is guessed."""

    def intents(self, locale: Locale, text: str) -> Sequence[Match]:
        matches = (
            Match(intent=intent.name, confidence=1.0, slots=slots)
            for intent in locale.intents
            for utterance in intent.utterances
            if (slots := self._slots(locale, intent, utterance, text)) is not None
        )
        # The utterance with the fewest slots says the most.
        return sorted(matches, key=lambda match: len(match.slots))

    def slot(self, locale: Locale, intent: Intent, slot: Slot, text: str) -> SlotValue | None:
        for utterance in slot.utterances:
            found = self._slots(locale, intent, utterance, text)
            if found and slot.name in found:
                return found[slot.name]
        return _value(locale, slot, text.strip())

    def confirmation(self, locale: Locale, text: str) -> bool | None:
        return _CONFIRMATIONS.get(_words(text))

    def _slots(self, locale: Locale, intent: Intent, utterance: str, text: str) -> dict[str, SlotValue] | None:
        def read(name: str, words: str) -> SlotValue | None:
            slot = intent.slot(name)
            return _value(locale, slot, words) if slot else None

        return fit(utterance, _words(text, keep_case=True), _words, read)


def _words(text: str, *, keep_case: bool = False) -> str:
    # A sentence is the same with or without its last mark.
    words = " ".join(unicodedata.normalize("NFKC", text).split()) if keep_case else normalised(text)
    return words.rstrip(".!?")


def _value(locale: Locale, slot: Slot, text: str) -> SlotValue | None:
    slot_type = locale.slot_type(slot.type_name)
    if slot_type is None:
        return _built_in(slot.type_name, text)
    for value, synonyms in slot_type.values:
        if _words(text) in [_words(each) for each in (value, *synonyms)]:
            interpreted = value if slot_type.top_resolution else text
            return SlotValue(original=text, interpreted=interpreted, resolved=(value,))
    return None


def _built_in(name: str, text: str) -> SlotValue | None:
    form = _FORMS.get(name)
    if not text or (form and not form.fullmatch(text)):
        return None
    # "PhoneNumber: the digits without punctuation"
    interpreted = _SEPARATORS.sub("", text) if name == "AMAZON.PhoneNumber" else text
    return SlotValue(original=text, interpreted=interpreted, resolved=(interpreted,))
