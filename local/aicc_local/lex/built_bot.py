"""What a bot's draft and its versions hold: the locales, and how their builds ended.

The draft may have been changed since it was built; what talks is always the last build.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.errors import ServiceError, not_found
from aicc_local.lex.build.problem import Problem
from aicc_local.lex.build.rules import build_problems
from aicc_local.lex.definition import Locale, Properties, read_locale
from aicc_local.lex.kinds import DRAFT, find_bot, find_version
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def holder(aws: LocalAws, bot_id: str, version: str) -> Record:
    """The record whose locales a version is: the bot itself for the draft."""
    return find_bot(aws, bot_id) if version == DRAFT else find_version(aws, bot_id, version)


def locales(record: Record) -> Mapping[str, Properties]:
    """The locales of a bot or a version, as they are written."""
    properties = record.links["locales"] if "locales" in record.links else record.properties.get("BotLocales", ())
    return {each["LocaleId"]: each for each in properties}


def find_locale(record: Record, locale_id: str) -> Properties:
    """A locale; raises `ServiceError`."""
    found = locales(record).get(locale_id)
    if found is None:
        raise not_found(f"There is no locale {locale_id} in bot {record.id}.")
    return found


def status(record: Record, locale_id: str) -> str:
    """ "Built", "NotBuilt" or "Failed"; the locales of a version are always built."""
    if "locales" in record.links:
        return "Built"
    found: str = record.links["status"].get(locale_id, "NotBuilt")
    return found


def failure_reasons(record: Record, locale_id: str) -> list[str]:
    """Why the last build failed."""
    reasons: list[str] = record.links.get("failures", {}).get(locale_id, [])
    return reasons


def running(record: Record, locale_id: str) -> Locale:
    """The locale as it was last built.

    Raises:
        ServiceError: It has not been built: "the Amazon Lex bot is still building" (BadGatewayException).
    """
    properties = find_locale(record, locale_id) if "locales" in record.links else record.links["built"].get(locale_id)
    if properties is None:
        raise ServiceError("BadGatewayException", f"The locale {locale_id} is not built.", status=502)
    return read_locale(properties)


def changed(bot: Record) -> None:
    """The draft was written anew: what was built before still talks, but has to be built again."""
    kept = bot.links.get("built", {})
    written = locales(bot)
    bot.links["built"] = {key: each for key, each in kept.items() if key in written}
    bot.links["status"] = {
        key: "Built" if bot.links["built"].get(key) == each else "NotBuilt" for key, each in written.items()
    }
    bot.links["failures"] = {}


def build(aws: LocalAws, bot: Record, locale_id: str) -> list[Problem]:
    """Build a locale of the draft; answers why it failed."""
    properties = find_locale(bot, locale_id)
    problems = build_problems(read_locale(properties))
    bot.links.setdefault("submitted", {})[locale_id] = aws.now()
    if problems:
        bot.links["status"][locale_id] = "Failed"
        bot.links["failures"][locale_id] = [str(problem) for problem in problems]
        return problems
    bot.links["status"][locale_id] = "Built"
    bot.links["failures"].pop(locale_id, None)
    bot.links["built"][locale_id] = properties
    return []


def submitted(record: Record, locale_id: str) -> Any:
    """When the last build was asked for."""
    return record.links.get("submitted", {}).get(locale_id, record.made)
