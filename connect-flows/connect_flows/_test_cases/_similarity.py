"""Similarity of texts: a stand-in for the comparison by meaning that Connect does not publish.

It is approximate, and gives the same answer every time.
"""

from connect_flows._simulator._hearing import heard

LEAST_SIMILAR = 0.6
_GRAM = 2


def similarity(said: str, wanted: str) -> float:
    """How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that both have.

    >>> similarity("Press 1 for orders.", "press 1 for orders"), similarity("Goodbye.", "Press 1")
    (1.0, 0.0)
    """
    one, other = _grams(heard(said)), _grams(heard(wanted))
    return len(one & other) / len(one | other) if one | other else 1.0


def is_similar(said: str, wanted: str) -> bool:
    """Whether two texts are alike enough.

    >>> is_similar("Press 1 for orders, or 2 for billing.", "Press 1 for orders or press 2 for billing")
    True
    """
    return similarity(said, wanted) >= LEAST_SIMILAR


def _grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1))} if text else set()
