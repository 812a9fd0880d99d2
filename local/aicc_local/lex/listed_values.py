"""Values of the bot's own slot types: those that it lists, and the synonyms for each."""

import unicodedata

from aicc_local.lex.definition import SlotType
from aicc_local.lex.letters import joined
from aicc_local.lex.recognizer import SlotValue


def listed_value(slot_type: SlotType, text: str) -> SlotValue | None:
    """The value that the text names, however it is spaced: the longest one, of those the first.

    >>> from aicc_local.lex.definition import SlotType
    >>> sizes = SlotType(name="Size", parent="", values=(("큰 것", ("라지",)),), top_resolution=True, properties={})
    >>> listed_value(sizes, "음 라 지로 주세요")
    SlotValue(original='라 지', interpreted='큰 것', resolved=('큰 것',))
    """
    letters, places = _spelt(text)
    found = [
        (-len(wanted), start, value)
        for value, synonyms in slot_type.values
        for wanted in map(joined, (value, *synonyms))
        if wanted and (start := letters.find(wanted)) >= 0
    ]
    if not found:
        return None
    length, start, value = min(found)
    original = unicodedata.normalize("NFKC", text)[places[start] : places[start - length - 1] + 1]
    return SlotValue(original=original, interpreted=value if slot_type.top_resolution else original, resolved=(value,))


def _spelt(text: str) -> tuple[str, list[int]]:
    """The letters, and where in the text each stands."""
    letters = [
        (letter, place)
        for place, each in enumerate(unicodedata.normalize("NFKC", text))
        if each.isalnum()
        for letter in each.casefold()
    ]
    return "".join(letter for letter, _ in letters), [place for _, place in letters]
