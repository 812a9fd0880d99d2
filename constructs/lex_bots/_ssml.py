"""Messages marked up for Polly."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Ssml:
    """The elements of a text with their attributes, in order; `problem`: why it is not well-formed, else ""."""

    problem: str = ""
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def is_ssml(text: str) -> bool:
    """Whether a message is marked up for Polly.

    >>> is_ssml("<speak>네.</speak>"), is_ssml("네.")
    (True, False)
    """
    return text.lstrip().startswith("<speak")


def has_tags(text: str) -> bool:
    """Whether a text holds what looks like tags.

    >>> has_tags("네<break/>"), has_tags("3 < 5")
    (True, False)
    """
    return _TAG.search(text) is not None


def without_tags(text: str) -> str:
    """The words of a message.

    >>> without_tags("<speak>네. <break/></speak>")
    '네. '
    """
    return _TAG.sub("", text)


def parse_ssml(text: str) -> Ssml:
    """The elements of a text. Prefixes such as in amazon:effect need no declaration; Polly wants none either.

    >>> parse_ssml('<speak>네.<break time="1s"/></speak>').elements
    [('speak', {}), ('break', {'time': '1s'})]
    >>> parse_ssml("<speak>네.").problem
    'no element found'
    """
    if "<!" in text:
        return Ssml(problem="it declares something")
    elements: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: elements.append((name, attributes))
    try:
        parser.Parse(text.strip().encode(), True)
    except expat.ExpatError as error:
        return Ssml(problem=expat.ErrorString(error.code))
    return Ssml(elements=elements)
