"""Whether one text is in another, as somebody listens: spaces, punctuation and the form of letters do not count."""

import re
import unicodedata

_NOT_HEARD = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^>]*>")


def heard(text: str) -> str:
    """What is left of a text for comparison; tags of SSML are not heard.

    >>> heard("<speak>무엇을 도와드릴까요?</speak>")
    '무엇을도와드릴까요'
    """
    return _NOT_HEARD.sub("", unicodedata.normalize("NFC", _TAG.sub(" ", text)).casefold())


def includes(whole: str, part: str) -> bool:
    """Whether `part` is heard in `whole`.

    >>> includes("안녕하십니까. 무엇을 도와드릴까요?", "무엇을 도와 드릴까요")
    True
    """
    return heard(part) in heard(whole)
