"""What Lex makes of a text, as the dialogue uses it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from aicc_local.lex.definition import Intent, Locale, Slot


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
        """The intents that may be meant, each once, the best first, whatever the threshold of the locale."""

    def slot(self, locale: Locale, intent: Intent, slot: Slot, text: str) -> SlotValue | None:
        """What an answer to the prompt of a slot says; None when it is no value for the slot."""

    def confirmation(self, locale: Locale, text: str) -> bool | None:
        """Whether an answer to a confirmation prompt says yes; None when it says neither."""
