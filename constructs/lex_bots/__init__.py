"""Definitions of Korean Lex V2 bots in pure Python, so that a bot team needs no CDK to check its work.

Steps in order and apart: `read_bot` makes a `Bot` of a YAML file, `check_bot` says what is wrong with it, `bot_locale`
writes it as CloudFormation takes it.
"""

from lex_bots._check import check_bot
from lex_bots._errors import InvalidBot
from lex_bots._finding import Finding, Severity
from lex_bots._fingerprint import fingerprint
from lex_bots._locale import bot_locale
from lex_bots._model import (
    Audio,
    Bot,
    Confirmation,
    Dtmf,
    Fallback,
    Intent,
    Prompt,
    Resolution,
    Slot,
    SlotType,
    SlotValue,
    Voice,
)
from lex_bots._reader import parse_bot, read_bot

__all__ = [
    "Audio",
    "Bot",
    "Confirmation",
    "Dtmf",
    "Fallback",
    "Finding",
    "Intent",
    "InvalidBot",
    "Prompt",
    "Resolution",
    "Severity",
    "Slot",
    "SlotType",
    "SlotValue",
    "Voice",
    "bot_locale",
    "check_bot",
    "fingerprint",
    "parse_bot",
    "read_bot",
]
