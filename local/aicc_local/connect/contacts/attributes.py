"""What contact attributes may be: names, and 32 KB for all of them together.

Source: the API reference of UpdateContactAttributes.
"""

import re
from collections.abc import Mapping

LARGEST = 32_768  # bytes of UTF-8, keys and values
_KEY = re.compile(r"[A-Za-z0-9_-]+")


def problem_of(attributes: Mapping[str, str]) -> str:
    """What is wrong with a contact's attributes, all of them; empty when nothing is."""
    wrong = [key for key in attributes if not _KEY.fullmatch(key)]
    if wrong:
        return f"Attribute keys can include only alphanumeric, dash, and underscore characters: {', '.join(wrong)}"
    size = sum(len(key.encode()) + len(value.encode()) for key, value in attributes.items())
    if size > LARGEST:
        return f"Attributes can have up to {LARGEST} UTF-8 bytes across all key-value pairs, got {size}"
    return ""
