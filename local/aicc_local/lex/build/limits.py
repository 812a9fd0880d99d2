"""The quotas of a locale, which the schema of AWS::Lex::Bot does not hold or sets for English.

Source: https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html (locales other than English).
"""

from collections.abc import Iterator

from aicc_local.lex.build.problem import Problem
from aicc_local.lex.build.utterances import utf16_length
from aicc_local.lex.definition import Locale

_INTENTS = 250
_SLOTS = 2_000
_SLOT_TYPES = 100
_VALUES = 50_000
_VALUES_OF_TYPE = 10_000
_UTTERANCE_CHARACTERS = 200_000
_UTTERANCES_OF_INTENT = 1_500
_UTTERANCES_OF_SLOT = 10


def limits(locale: Locale) -> Iterator[Problem]:
    """How much a locale, an intent, a slot and a slot type may hold."""
    if locale.id.startswith("en_"):
        return
    for place, what, number, limit in _numbers(locale):
        if number > limit:
            yield Problem(place, f"{number:,} {what}: the limit is {limit:,}")


def _numbers(locale: Locale) -> Iterator[tuple[str, str, int, int]]:
    texts = [utterance for intent in locale.intents for utterance in intent.utterances]
    values = {each.name: sum(1 + len(synonyms) for _, synonyms in each.values) for each in locale.slot_types}
    yield locale.id, "intents", len(locale.intents), _INTENTS
    yield locale.id, "slots", sum(len(intent.slots) for intent in locale.intents), _SLOTS
    yield locale.id, "custom slot types", len(locale.slot_types), _SLOT_TYPES
    yield locale.id, "slot values and synonyms", sum(values.values()), _VALUES
    yield locale.id, "characters of sample utterances", utf16_length(texts), _UTTERANCE_CHARACTERS
    for intent in locale.intents:
        place = f"{locale.id}/{intent.name}"
        yield place, "sample utterances", len(intent.utterances), _UTTERANCES_OF_INTENT
        for slot in intent.slots:
            yield f"{place}/{slot.name}", "sample utterances", len(slot.utterances), _UTTERANCES_OF_SLOT
    for name, number in values.items():
        yield f"{locale.id}/{name}", "values and synonyms", number, _VALUES_OF_TYPE
