"""The number that calls, as people in Korea write it or as Amazon Connect does."""

from __future__ import annotations

import re

from aicc_cli.callbacks_errors import CannotBeDone

_INTERNATIONAL = re.compile(r"\+[1-9]\d{6,14}")
_KOREAN = re.compile(r"0\d{8,10}")


def international(number: str) -> str:
    """Return a number with its country code; one that begins with 0 is of Korea.

    Raises:
        CannotBeDone: It is no telephone number.

    >>> international("010-1234-0001")
    '+821012340001'
    >>> international("+1 206 555 0100")
    '+12065550100'
    """
    dialled = re.sub(r"[\s()-]", "", number)
    if _KOREAN.fullmatch(dialled):
        return f"+82{dialled[1:]}"
    if not _INTERNATIONAL.fullmatch(dialled):
        raise CannotBeDone(f"--from {number}: is no telephone number; write it as +821012340001 or 010-1234-0001")
    return dialled
