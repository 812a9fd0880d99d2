"""What somebody meant who wrote something else."""

from collections.abc import Collection
from difflib import get_close_matches

_MOST_NAMES = 12


def meant(name: str, known: Collection[str]) -> str:
    """What to write instead of a name that is not there.

    >>> meant("utterence", ["slots", "utterances"])
    'did you mean utterances?'
    >>> meant("x", ["slots", "utterances"])
    'remove it; there are slots, utterances'
    >>> meant("x", [])
    'remove it; there are none'
    """
    spelt = {each.casefold(): each for each in known}
    close = get_close_matches(name.casefold(), spelt, n=1)
    if close:
        return f"did you mean {spelt[close[0]]}?"
    names = sorted(known)
    more = ", ..." if len(names) > _MOST_NAMES else ""
    return f"remove it; there are {', '.join(names[:_MOST_NAMES]) or 'none'}{more}"
