"""The recognizer of the local Lex: what equals an utterance is certain, all else as likely as it is like them."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from aicc_local.lex.build.utterances import normalised
from aicc_local.lex.built_in_values import built_in_value
from aicc_local.lex.definition import Intent, Locale, Slot
from aicc_local.lex.letters import joined, squeezed
from aicc_local.lex.likeness import Sayings, likeness, sayings
from aicc_local.lex.listed_values import listed_value
from aicc_local.lex.recognizer import Match, SlotValue
from aicc_local.lex.sample_fit import PLACEHOLDER, fit
from aicc_local.lex.yes_or_no import says_yes

_CERTAIN = 1.0


def _today() -> date:
    # Lex's time zone is that of the Region, and ours is Seoul's.
    return (datetime.now(UTC) + timedelta(hours=9)).date()


class SimilarityRecognizer:
    """Knows nothing but the definition of the bot that it is asked about.

    Args:
        today: The day from which "내일" counts.
    """

    def __init__(self, today: Callable[[], date] = _today) -> None:
        self._today = today

    def intents(self, locale: Locale, text: str) -> Sequence[Match]:
        of = sayings(locale)
        certain = {match.intent: match for match in reversed(self._equal(locale, of, text))}
        likely = [
            Match(intent=name, confidence=confidence, slots=self._mentioned(locale, of, name, text))
            for name, confidence in likeness(of).ranked(text)
            if name not in certain
        ]
        return [*sorted(certain.values(), key=lambda match: len(match.slots)), *likely]

    def slot(self, locale: Locale, intent: Intent, slot: Slot, text: str) -> SlotValue | None:
        for utterance in slot.utterances:
            found = self._slots(locale, intent, utterance, text)
            if found and slot.name in found:
                return found[slot.name]
        slot_type = locale.slot_type(slot.type_name)
        return listed_value(slot_type, text) if slot_type else built_in_value(slot.type_name, text, self._today())

    def confirmation(self, locale: Locale, text: str) -> bool | None:
        return says_yes(text)

    def _equal(self, locale: Locale, of: tuple[Sayings, ...], text: str) -> list[Match]:
        """The intents that have an utterance which the text is; the one with the fewest slots says the most."""
        table = _table(of)
        named = table.plain.get(squeezed(text)) or table.plain.get(joined(text)) or ()
        plain = [Match(intent=name, confidence=_CERTAIN) for name in named]
        slotted = [
            Match(intent=name, confidence=_CERTAIN, slots=slots)
            for name, utterance in table.slotted
            if (intent := locale.intent(name)) is not None
            and (slots := self._slots(locale, intent, utterance, text)) is not None
        ]
        return [*plain, *sorted(slotted, key=lambda match: len(match.slots))]

    def _slots(self, locale: Locale, intent: Intent, utterance: str, text: str) -> dict[str, SlotValue] | None:
        def read(name: str, words: str) -> SlotValue | None:
            slot = intent.slot(name)
            return self._whole(locale, slot, words) if slot else None

        return fit(utterance, _spoken(text), _literal, read)

    def _whole(self, locale: Locale, slot: Slot, words: str) -> SlotValue | None:
        """The value that these words are; nothing else may be among them."""
        slot_type = locale.slot_type(slot.type_name)
        if slot_type is None:
            return built_in_value(slot.type_name, words, self._today())
        found = listed_value(slot_type, words)
        return found if found and joined(found.original) == joined(words) else None

    def _mentioned(self, locale: Locale, of: tuple[Sayings, ...], name: str, text: str) -> dict[str, SlotValue]:
        """The values of listed types that stand anywhere in the text, for slots that the utterances name."""
        intent = locale.intent(name)
        assert intent is not None
        found = {}
        for slot in intent.slots:
            slot_type = locale.slot_type(slot.type_name)
            value = listed_value(slot_type, text) if slot_type and (name, slot.name) in _table(of).named else None
            if value:
                found[slot.name] = value
        return found


@dataclass(frozen=True, slots=True)
class _Table:
    """The utterances without slots by their letters, those with slots, and which slots these name."""

    plain: dict[str, list[str]]
    slotted: list[tuple[str, str]]
    named: frozenset[tuple[str, str]]


@lru_cache(maxsize=8)
def _table(of: tuple[Sayings, ...]) -> _Table:
    plain: dict[str, list[str]] = {}
    slotted = []
    for each in of:
        for utterance in each.utterances:
            if PLACEHOLDER.search(utterance):
                slotted.append((each.intent, utterance))
            else:
                for letters in dict.fromkeys((squeezed(utterance), joined(utterance))):
                    plain.setdefault(letters, []).append(each.intent)
    named = frozenset((intent, name) for intent, utterance in slotted for name in PLACEHOLDER.findall(utterance))
    return _Table(plain, slotted, named)


def _literal(part: str) -> str:
    return _without_marks(normalised(part))


def _spoken(text: str) -> str:
    return _without_marks(" ".join(unicodedata.normalize("NFKC", text).split()))


def _without_marks(text: str) -> str:
    # A sentence is the same with or without its last mark.
    return text.rstrip(".!?")
