"""How a JSON text writes what can be written in several ways.

Python's own writer spells 가 as an escape, others have the digits in upper case, or escape each slash.
"""

import json
import re
from typing import NamedTuple

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")
_LAST_OF_ASCII = 0x7F


class Spelling(NamedTuple):
    """The habits of whoever wrote a text, as far as it shows them."""

    only_ascii: bool
    upper_case: bool
    escapes_slashes: bool

    @classmethod
    def of(cls, text: str) -> "Spelling":
        """The spelling of a JSON text."""
        escapes = list(_ESCAPE.finditer(text))
        digits = "".join(found[1] for found in escapes if found[1] and int(found[1], 16) > _LAST_OF_ASCII)
        slashes = sum(found[0] == r"\/" for found in escapes)
        return cls(
            only_ascii=bool(digits) and text.isascii(),
            upper_case=digits.upper() == digits != digits.lower(),
            escapes_slashes=0 < slashes == text.count("/"),
        )

    def spell(self, value: str) -> str:
        """What stands between the quotes for a value."""
        written = json.dumps(value, ensure_ascii=self.only_ascii)[1:-1]
        if self.upper_case:
            written = _ESCAPE.sub(lambda found: rf"\u{found[1].upper()}" if found[1] else found[0], written)
        return written.replace("/", r"\/") if self.escapes_slashes else written
