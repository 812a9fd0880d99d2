"""A bot's definition, read and judged before anything is made.

Lex would judge it too, but only in the middle of a deployment.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aws_cdk import Annotations
from constructs import Construct

from aicc_constructs.errors import InvalidInput
from lex_bots import Bot, Finding, InvalidBot, Severity, bot_locale, check_bot, fingerprint, read_bot

# AWS::Lex::Bot: Name.
_NAME = re.compile(r"([0-9a-zA-Z][_-]?){1,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LexDefinition:
    """A bot as CloudFormation wants it, and what a careful engineer would say against it.

    Attributes:
        place: The bot, as messages name it.
        locale: The entry of `BotLocales`.
        content: Fingerprint of what a version holds.
        asking: The intents that ask for a code hook.
    """

    place: str
    name: str
    description: str | None
    session_ttl: int
    locale: Mapping[str, Any]
    content: str
    asking: Sequence[str]
    warnings: Sequence[Finding]

    def annotate(self, construct: Construct) -> None:
        """Show the warnings where the construct is; `acknowledge` accepts them by rule, as lex-bots:B501."""
        for finding in self.warnings:
            Annotations.of(construct).add_warning_v2(f"lex-bots:{finding.rule}", str(finding))


def lex_definition(definition: Path | Bot, *, name_prefix: str) -> LexDefinition:
    """Read a bot and judge it.

    Raises:
        InvalidBot: It is none, or one that Lex would refuse; one line for each problem.
        InvalidInput: With the prefix its name would be refused.
    """
    bot = definition if isinstance(definition, Bot) else read_bot(definition)
    findings = check_bot(bot)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise InvalidBot(errors)
    name = f"{name_prefix}{bot.name}"
    if not _NAME.fullmatch(name):
        raise InvalidInput(
            f"bot {bot.name!r}: name",
            f"{name!r} will not do",
            "use 1 to 100 letters and digits with single hyphens or underscores between them",
        )
    locale = bot_locale(bot)
    return LexDefinition(
        place=f"bot {bot.name!r}",
        name=name,
        description=bot.description or None,
        session_ttl=bot.session_ttl,
        locale=locale,
        content=fingerprint(bot),
        asking=[intent["Name"] for intent in locale["Intents"] if _asks(intent)],
        warnings=tuple(findings),
    )


def _asks(intent: Mapping[str, Any]) -> bool:
    return any(intent.get(hook, {}).get("Enabled") for hook in ("DialogCodeHook", "FulfillmentCodeHook"))
