"""The bot of this repository, as the emulator knows it, and what its customers say."""

from functools import cache
from pathlib import Path

import yaml

from aicc_local.lex.definition import Locale, read_locale
from lex_bots import bot_locale, read_bot

BOT = Path(__file__).parents[4] / "bots" / "customer_service.yaml"
SENTENCES = Path(__file__).with_name("customer_sentences.yaml")
NONE = "none"


@cache
def customer_service() -> Locale:
    return read_locale(bot_locale(read_bot(BOT)))


def sentences() -> list[tuple[str, str]]:
    """Each with the intent that is meant."""
    found = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return [(intent, sentence) for intent, said in found.items() for sentence in said]
