"""Whether what was said is what a test case waits for.

Connect compares with a transcript or by meaning, in ways that it does not publish. `includes` leaves out what a
transcript does not have; `is_similar` is a stand-in that gives the same answer every time.
"""

import re
import unicodedata

LEAST_SIMILAR = 0.6
_GRAM = 2
_TAG = re.compile(r"<[^<>]*>")


def heard(text: str) -> str:
    """A text without case, spaces and punctuation, as a transcript and its writer agree on it.

    >>> heard("Press 1, or SAY 'help'.")
    'press1orsayhelp'
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return "".join(character for character in folded if unicodedata.category(character)[0] not in "PZC")


def without_markup(text: str) -> str:
    """A text as it is heard, of SSML what is read out.

    >>> without_markup('<speak>One moment.<break time="10s"/></speak>')
    'One moment.'
    """
    return _TAG.sub("", text) if "<" in text else text


def includes(said: str, wanted: str) -> bool:
    """Whether a text was said somewhere in another: Inclusion.

    >>> includes("무엇을 도와드릴까요? 편하게 말씀해 주십시오.", "도와 드릴까요")
    True
    """
    return heard(wanted) in heard(said)


def similarity(said: str, wanted: str) -> float:
    """How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that both have.

    >>> similarity("Press 1 for orders.", "press 1 for orders"), similarity("Goodbye.", "Press 1")
    (1.0, 0.0)
    """
    one, other = _grams(heard(said)), _grams(heard(wanted))
    return len(one & other) / len(one | other) if one | other else 1.0


def is_similar(said: str, wanted: str) -> bool:
    """Whether two texts are alike enough: a deterministic stand-in for Similarity.

    >>> is_similar("Press 1 for orders, or 2 for billing.", "Press 1 for orders or press 2 for billing")
    True
    """
    return similarity(said, wanted) >= LEAST_SIMILAR


def _grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1))} if text else set()
