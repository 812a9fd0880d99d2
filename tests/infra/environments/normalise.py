"""Templates without what changes although nothing was changed: hashes of code, and metadata."""

import re
from typing import Any

_ASSET = re.compile(r"\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b")
# A Lambda version's logical id ends in a hash of the function's code.
_VERSION = re.compile(r"(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}")
# So does a bot version's in one of the bot's content, and in the hash of that name.
_BOT_VERSION = re.compile(r"(Version)[0-9a-f]{16}[0-9A-F]{8}\b")
_LEFT_OUT = frozenset({"Metadata", "BotLocales"})
_BOT_CONTENT = re.compile(r"\b[0-9a-f]{16}\b")


def normalise(value: Any) -> Any:
    """The same with hashes replaced, without resources' metadata, and without a bot's words: its file is reviewed.

    So is that of a test of flows, which alone has an entry point.
    """
    if isinstance(value, dict):
        left_out = _LEFT_OUT | {"Content"} if "EntryPoint" in value else _LEFT_OUT
        return {normalise(key): normalise(item) for key, item in value.items() if key not in left_out}
    if isinstance(value, list):
        return [normalise(item) for item in value]
    if isinstance(value, str):
        value = _BOT_VERSION.sub(r"\1HASH", _VERSION.sub(r"\1HASH", value))
        return _BOT_CONTENT.sub("HASH", _ASSET.sub("HASH", value))
    return value
