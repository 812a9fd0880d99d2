"""The rules, in the order in which their problems are told."""

from aicc_local.lex.build import intents, limits, slots, unmodelled, utterances, voices
from aicc_local.lex.build.problem import Problem, Rule
from aicc_local.lex.definition import Locale

# What the API refuses while the definition is written.
IMPORT_RULES: tuple[Rule, ...] = (
    intents.taken_names,
    intents.built_in_intents,
    slots.unknown_slot_types,
    slots.duplicate_slots,
    slots.priorities_without_slot,
    slots.english_only,
    voices.voices,
    limits.limits,
    utterances.utterance_form,
    unmodelled.unmodelled,
)

# What only the build finds.
BUILD_RULES: tuple[Rule, ...] = (
    intents.no_fallback,
    intents.nothing_to_say,
    slots.slots_without_prompt,
    slots.slots_without_priority,
    utterances.undeclared_slots,
    utterances.duplicate_utterances,
)


def import_problems(locale: Locale) -> list[Problem]:
    """Why the definition is not taken."""
    return [problem for rule in IMPORT_RULES for problem in rule(locale)]


def build_problems(locale: Locale) -> list[Problem]:
    """Why the locale cannot be built."""
    return [problem for rule in BUILD_RULES for problem in rule(locale)]
