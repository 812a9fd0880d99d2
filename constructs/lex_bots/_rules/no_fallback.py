"""Bots that are at a loss when they understand nothing."""

from collections.abc import Iterator

from lex_bots._model import FALLBACK, Bot
from lex_bots._place import ROOT, Fault
from lex_bots._rules._rule import Rule


class NoFallback(Rule):
    id = "B110"
    text = "A bot has AMAZON.FallbackIntent."
    source = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lex-bot-botlocale.html"
    )

    def check(self, bot: Bot) -> Iterator[Fault]:
        if bot.fallback is None:
            yield Fault(ROOT, f"there is no {FALLBACK}", "add `fallback: {fulfillment_code_hook: true}`")
