"""A short name for what a bot is, which changes when Lex would have to build it anew."""

import hashlib
import json
from typing import Any

from lex_bots._locale import bot_locale
from lex_bots._model import Bot

# Their order means nothing to Lex.
_SETS = frozenset({"Intents", "SampleUtterances", "SlotPriorities", "SlotTypes", "Slots", "Synonyms"})
_LENGTH = 16


def fingerprint(bot: Bot) -> str:
    """A hash of what Lex sees of a bot: 16 hexadecimal digits, the same for the same content in another order.

    >>> from lex_bots import Fallback, Intent, Voice
    >>> bot = Bot(
    ...     name="shop",
    ...     locale="ko_KR",
    ...     voice=Voice(id="Seoyeon", engine="neural"),
    ...     threshold=0.4,
    ...     session_ttl=300,
    ...     intents=(Intent(name="agent", utterances=("상담원 연결해 주세요",)),),
    ...     fallback=Fallback(),
    ... )
    >>> len(fingerprint(bot))
    16
    """
    seen = {"IdleSessionTTLInSeconds": bot.session_ttl, **_ordered(bot_locale(bot))}
    return hashlib.sha256(_text(seen).encode()).hexdigest()[:_LENGTH]


def _ordered(value: Any, *, unordered: bool = False) -> Any:
    if isinstance(value, dict):
        return {key: _ordered(each, unordered=key in _SETS) for key, each in value.items()}
    if isinstance(value, list):
        items = [_ordered(each) for each in value]
        return sorted(items, key=_text) if unordered else items
    return value


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
