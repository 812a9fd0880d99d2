"""How long it takes to say something."""

import re

_BREAK = re.compile(r'<break time="(\d+(?:\.\d+)?)(m?s)"')
_TAG = re.compile(r"<[^>]*>")
_SPOKEN = re.compile(r"[^\W_]")


def spoken(text: str, syllables_per_second: float) -> float:
    """How many seconds it takes to say a text, the pauses of its SSML included.

    >>> spoken('<speak>안녕하십니까.<break time="2s"/></speak>', 6.0)
    3.0
    """
    pauses = sum(float(number) / (1000 if unit == "ms" else 1) for number, unit in _BREAK.findall(text))
    return pauses + len(_SPOKEN.findall(_TAG.sub("", text))) / syllables_per_second
