"""The telephone numbers that are given out: the same for the same id, in the shape of the country and the type."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import Any

TYPES = ("TOLL_FREE", "DID", "UIFN", "SHARED", "THIRD_PARTY_TF", "THIRD_PARTY_DID", "SHORT_CODE")
# A few countries are enough to develop with.
CALLING_CODES = {"KR": "+82", "US": "+1", "JP": "+81", "GB": "+44", "DE": "+49", "AU": "+61", "SG": "+65"}
# What a number begins with, and how many digits follow the plus sign: 02 in Seoul, 080 for free calls.
_KOREAN = {"DID": ("+822", 11), "TOLL_FREE": ("+8280", 11), "THIRD_PARTY_TF": ("+8280", 11)}
_KOREAN_INTERNET = ("+8270", 12)
_UIFN = ("+800", 11)
_DIGITS = 11


def given_number(resource_id: str, properties: Mapping[str, Any], taken: Collection[str | None]) -> str:
    """A number that nobody has."""
    begin, digits = _range(properties["CountryCode"], properties["Type"])
    prefix = properties.get("Prefix", "")
    begin = prefix if len(prefix) > len(begin) else begin
    length = max(digits + 1 - len(begin), 3)
    return next(number for number in _numbers(resource_id, begin, length) if number not in taken)


def _numbers(resource_id: str, begin: str, length: int) -> Iterator[str]:
    for attempt in count():
        digest = int(hashlib.sha256(f"{resource_id}/{attempt}".encode()).hexdigest(), 16)
        # The first digit is not 0 or 1, which would begin something other than a subscriber's number.
        yield f"{begin}{digest % 8 + 2}{str(digest)[-(length - 1) :]}"


def _range(country: str, kind: str) -> tuple[str, int]:
    if kind == "UIFN":
        return _UIFN
    if country == "KR":
        return _KOREAN.get(kind, _KOREAN_INTERNET)
    return CALLING_CODES[country], _DIGITS
