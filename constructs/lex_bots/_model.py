"""A bot in one language, as its YAML file says it. Only what the reader needs is checked; the rules judge the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lex_bots._place import Place

FALLBACK = "AMAZON.FallbackIntent"
FREE_FORM = "AMAZON.FreeFormInput"


class Resolution(StrEnum):
    """What a slot holds after a synonym was said: the value that it stands for, or the words themselves."""

    TOP = "top"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice of Amazon Polly and its engine, such as Seoyeon and neural."""

    id: str
    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """A value of a slot type, and other words for it."""

    value: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotType:
    """A slot type of the bot's own."""

    name: str
    values: tuple[SlotValue, ...]
    resolution: Resolution = Resolution.TOP
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio:
    """How long a prompt waits for words, takes words, and waits for more of them."""

    start_timeout_ms: int
    max_length_ms: int
    end_timeout_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dtmf:
    """How a prompt takes keys."""

    max_length: int
    end_timeout_ms: int
    end_character: str
    deletion_character: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question. `messages`: the first, and its variations for when it is asked again, up to `retries` times."""

    messages: tuple[str, ...]
    retries: int = 2
    interruptible: bool = True
    audio: Audio | None = None
    dtmf: Dtmf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Something that an intent wants to know. `obfuscated`: its value does not appear in conversation logs."""

    name: str
    type: str
    prompt: Prompt | None = None
    required: bool = True
    obfuscated: bool = True
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What is asked before an intent is fulfilled, and said after a no."""

    prompt: Prompt
    declined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """Something that a caller wants. `slots`: in the order in which they are asked for."""

    name: str
    utterances: tuple[str, ...]
    slots: tuple[Slot, ...] = ()
    confirmation: Confirmation | None = None
    dialog_code_hook: bool = True
    fulfillment_code_hook: bool = True
    closing: tuple[str, ...] = ()
    display_name: str = ""
    description: str = ""

    def slot(self, name: str) -> Slot | None:
        """The slot of that name."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """AMAZON.FallbackIntent: what happens when nothing was understood."""

    fulfillment_code_hook: bool = True
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """A bot in one language.

    Attributes:
        threshold: Below this confidence, 0 to 1, the fallback answers.
        session_ttl: Seconds without a word after which a conversation is forgotten.
        fallback: None where the file has none, which a rule refuses.
        source: The file, as messages name it.
        lines: The lines of the file by place.
    """

    name: str
    locale: str
    voice: Voice
    threshold: float
    session_ttl: int
    intents: tuple[Intent, ...]
    fallback: Fallback | None
    slot_types: tuple[SlotType, ...] = ()
    description: str = ""
    source: str = field(default="<bot>", compare=False)
    lines: Mapping[Place, int] = field(default_factory=dict, compare=False, repr=False)

    def line_of(self, place: Place) -> int:
        """The line of a place, or of what it is in; 0 if no file says."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return 0
