"""How Lex looks at texts: lengths in UTF-16, slots in braces, and what is said when marks, case and spaces are gone."""

import re
import unicodedata
from functools import lru_cache

SLOT = re.compile(r"\{([^{}]*)\}")
SLOT_NAME = re.compile("[0-9A-Za-z_-]+")


def utf16_length(text: str) -> int:
    """How long Lex thinks that a text is.

    >>> utf16_length("네"), utf16_length("🙂")
    (1, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slot_names(utterance: str) -> list[str]:
    """The slots that an utterance names, in order.

    >>> slot_names("{When} 에 {What} 주세요")
    ['When', 'What']
    """
    return [name.strip() for name in SLOT.findall(utterance)]


@lru_cache(maxsize=20_000)
def said(utterance: str) -> str:
    """What is left of an utterance when marks and case do not count, nor how its characters are stored.

    >>> said("ＡＢ,  배송은  언제 와요?")
    'ab 배송은 언제 와요'
    """
    composed = unicodedata.normalize("NFKC", utterance).casefold()
    kept = (c if c.isspace() or c in "{}" or unicodedata.category(c)[0] in "LMN" else "" for c in composed)
    return " ".join("".join(kept).split())


def said_at_once(utterance: str) -> str:
    """The same without spaces, of which speech has none.

    >>> said_at_once("배송은 언제 와요?")
    '배송은언제와요'
    """
    return said(utterance).replace(" ", "")
