"""Templates without what changes although nothing was changed: hashes of code, and metadata."""

import re
from typing import Any

_ASSET = re.compile(r"\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b")
# A Lambda version's logical id ends in a hash of the function's code.
_VERSION = re.compile(r"(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}")


def normalise(value: Any) -> Any:
    """The same with hashes replaced and resources' metadata left out."""
    if isinstance(value, dict):
        return {normalise(key): normalise(item) for key, item in value.items() if key != "Metadata"}
    if isinstance(value, list):
        return [normalise(item) for item in value]
    if isinstance(value, str):
        return _ASSET.sub("HASH", _VERSION.sub(r"\1HASH", value))
    return value
