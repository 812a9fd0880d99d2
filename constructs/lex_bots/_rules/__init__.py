"""All rules, in one visible table."""

from lex_bots._rules._rule import Rule
from lex_bots._rules.audio_timeouts import AudioTimeouts
from lex_bots._rules.built_in_name import BuiltInName
from lex_bots._rules.confidence_threshold import ConfidenceThreshold
from lex_bots._rules.description_length import DescriptionLength
from lex_bots._rules.dtmf_setting import DtmfSetting
from lex_bots._rules.few_utterances import FewUtterances
from lex_bots._rules.forbidden_marks import ForbiddenMarks
from lex_bots._rules.free_form_in_utterance import FreeFormInUtterance
from lex_bots._rules.generative_voice import GenerativeVoice
from lex_bots._rules.glued_slot import GluedSlot
from lex_bots._rules.korean_locale import KoreanLocale
from lex_bots._rules.korean_voice import KoreanVoice
from lex_bots._rules.lacking_slot_type import LackingSlotType
from lex_bots._rules.marks_not_spoken import MarksNotSpoken
from lex_bots._rules.message_count import MessageCount
from lex_bots._rules.message_length import MessageLength
from lex_bots._rules.name_spelling import NameSpelling
from lex_bots._rules.no_fallback import NoFallback
from lex_bots._rules.no_intent import NoIntent
from lex_bots._rules.no_prompt import NoPrompt
from lex_bots._rules.no_utterance import NoUtterance
from lex_bots._rules.no_value import NoValue
from lex_bots._rules.one_character import OneCharacter
from lex_bots._rules.quotas import Quotas
from lex_bots._rules.retries import Retries
from lex_bots._rules.session_lifetime import SessionLifetime
from lex_bots._rules.silence import Silence
from lex_bots._rules.slot_only import SlotOnly
from lex_bots._rules.spaced_twice import SpacedTwice
from lex_bots._rules.ssml_breaks import SsmlBreaks
from lex_bots._rules.ssml_form import SsmlForm
from lex_bots._rules.ssml_support import SsmlSupport
from lex_bots._rules.undeclared_in_message import UndeclaredInMessage
from lex_bots._rules.undeclared_slot import UndeclaredSlot
from lex_bots._rules.unknown_slot_type import UnknownSlotType
from lex_bots._rules.unused_slot import UnusedSlot
from lex_bots._rules.unused_slot_type import UnusedSlotType
from lex_bots._rules.utterance_braces import UtteranceBraces
from lex_bots._rules.utterance_length import UtteranceLength
from lex_bots._rules.utterance_twice import UtteranceTwice
from lex_bots._rules.value_length import ValueLength
from lex_bots._rules.value_twice import ValueTwice

RULES: tuple[Rule, ...] = (
    KoreanLocale(),
    KoreanVoice(),
    ConfidenceThreshold(),
    SessionLifetime(),
    NameSpelling(),
    BuiltInName(),
    DescriptionLength(),
    Quotas(),
    NoIntent(),
    NoFallback(),
    NoUtterance(),
    UtteranceLength(),
    OneCharacter(),
    ForbiddenMarks(),
    UtteranceBraces(),
    GluedSlot(),
    UndeclaredSlot(),
    UtteranceTwice(),
    FreeFormInUtterance(),
    UnknownSlotType(),
    LackingSlotType(),
    NoPrompt(),
    NoValue(),
    ValueTwice(),
    ValueLength(),
    MessageLength(),
    MessageCount(),
    Retries(),
    SsmlForm(),
    SsmlBreaks(),
    UndeclaredInMessage(),
    DtmfSetting(),
    AudioTimeouts(),
    Silence(),
    FewUtterances(),
    UnusedSlot(),
    UnusedSlotType(),
    MarksNotSpoken(),
    SpacedTwice(),
    SlotOnly(),
    SsmlSupport(),
    GenerativeVoice(),
)
