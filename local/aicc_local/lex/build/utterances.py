"""How sample utterances may look, and which slots they may name.

What Lex takes is not written down; the developer guide shows letters, digits, spaces and `. , ! '` with slots in
single braces. Marks and symbols beyond those, and slots that touch other text, are refused here although AWS may take
some of them: a bot that passes here is on the safe side.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from aicc_local.lex.build.problem import Problem
from aicc_local.lex.definition import Intent, Locale

_LONGEST = 500  # https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html
_MARKS = frozenset(".,!'’-_ ")
_SLOT = re.compile(r"\{([^{}]*)\}")
_TOUCHED = re.compile(r"[^\s{}]\{|\}[^\s{}]|\}\{")


def utterance_form(locale: Locale) -> Iterator[Problem]:
    """Length, braces and characters of every utterance of an intent or a slot."""
    for place, utterance in _all_utterances(locale):
        for message in _form(utterance):
            yield Problem(place, f"{message} in the sample utterance {utterance!r}")


def undeclared_slots(locale: Locale) -> Iterator[Problem]:
    """Slots that an utterance names and the intent does not have."""
    for intent in locale.intents:
        utterances = chain(intent.utterances, *(slot.utterances for slot in intent.slots))
        for utterance in utterances:
            for name in slot_names(utterance):
                if intent.slot(name) is None:
                    message = f"The sample utterance {utterance!r} uses the slot {name}, which the intent does not have"
                    yield Problem(f"{locale.id}/{intent.name}", message)


def duplicate_utterances(locale: Locale) -> Iterator[Problem]:
    """The same utterance twice: Lex could not tell which intent is meant."""
    seen: dict[str, Intent] = {}
    for intent in locale.intents:
        for utterance in intent.utterances:
            first = seen.get(normalised(utterance))
            if first is None:
                seen[normalised(utterance)] = intent
                continue
            where = "the same intent" if first is intent else f"intent {first.name}"
            yield Problem(f"{locale.id}/{intent.name}", f"The sample utterance {utterance!r} is also in {where}")


def slot_names(utterance: str) -> list[str]:
    """The slots that an utterance names."""
    return [name.strip() for name in _SLOT.findall(utterance)]


def normalised(text: str) -> str:
    """What is the same to Lex is the same here: Unicode form, case and the width of spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def utf16_length(texts: Iterable[str]) -> int:
    """Lex counts UTF-16 code units."""
    return sum(len(text.encode("utf-16-le")) // 2 for text in texts)


def _all_utterances(locale: Locale) -> Iterator[tuple[str, str]]:
    for intent in locale.intents:
        for utterance in intent.utterances:
            yield f"{locale.id}/{intent.name}", utterance
        for slot in intent.slots:
            for utterance in slot.utterances:
                yield f"{locale.id}/{intent.name}/{slot.name}", utterance


def _form(utterance: str) -> Iterator[str]:
    if not utterance.strip():
        yield "There is no text"
    if utf16_length([utterance]) > _LONGEST:
        yield f"There are more than {_LONGEST} characters"
    text = _SLOT.sub(" ", utterance)
    if "{" in text or "}" in text:
        yield "Braces do not match"
    elif _TOUCHED.search(utterance):
        yield "A slot touches other text: there must be spaces around it"
    strange = sorted({each for each in text if not _allowed(each) and each not in "{}"})
    if strange:
        yield f"The characters {' '.join(strange)} are not allowed"


def _allowed(character: str) -> bool:
    return character in _MARKS or unicodedata.category(character)[0] in "LMN"
