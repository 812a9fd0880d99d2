"""AWS::Lex::BotVersion: a frozen copy of built locales."""

import copy
from typing import Any

from aicc_local.lex import built_bot
from aicc_local.lex.kinds import (
    BOT_ALIAS,
    BOT_VERSION,
    DRAFT,
    find_bot,
    in_use,
    invalid,
    version_arn,
)
from aicc_local.lex.locales import check_locales
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

_FROZEN = ("Name", "RoleArn", "DataPrivacy", "IdleSessionTTLInSeconds")


class BotVersion(ResourceType):
    """A version; numbers count up and are never given twice."""

    type_name = BOT_VERSION
    arn_part = "version"
    exhausted = "ServiceQuotaExceededException"
    quota = Quota(name="Versions per bot", limit=100)  # https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_bot(aws, properties["BotId"]).arn

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        bot = find_bot(aws, properties["BotId"])
        return version_arn(owner, str(bot.links.get("versions", 0) + 1))

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        bot = find_bot(aws, properties["BotId"])
        if record is not None:
            if properties["BotVersionLocaleSpecification"] != record.properties["BotVersionLocaleSpecification"]:
                raise invalid("A version of a bot cannot be changed.")
            return
        check_locales(locale_id for locale_id, _ in _sources(properties))
        for locale_id, source in _sources(properties):
            _check_source(aws, bot, locale_id, source)

    def made(self, aws: LocalAws, record: Record) -> None:
        bot = find_bot(aws, record.properties["BotId"])
        bot.links["versions"] = bot.links.get("versions", 0) + 1
        record.id = str(bot.links["versions"])
        record.links["bot"] = {name: bot.properties[name] for name in _FROZEN}
        record.links["locales"] = [
            copy.deepcopy(dict(built_bot.running(built_bot.holder(aws, bot.id, source), locale_id).properties))
            for locale_id, source in _sources(record.properties)
        ]

    def check_delete(self, aws: LocalAws, record: Record) -> None:
        for alias in aws.store.of(BOT_ALIAS, record.owner):
            if alias.properties.get("BotVersion") == record.id:
                raise in_use(
                    f"Version {record.id} of bot {record.properties['BotId']} is used by the alias {alias.name}."
                )

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"BotVersion": record.id}


def _sources(properties: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (each["LocaleId"], each["BotVersionLocaleDetails"]["SourceBotVersion"])
        for each in properties["BotVersionLocaleSpecification"]
    ]


def _check_source(aws: LocalAws, bot: Record, locale_id: str, source: str) -> None:
    record = built_bot.holder(aws, bot.id, source)
    built_bot.find_locale(record, locale_id)
    status = built_bot.status(record, locale_id)
    if source == DRAFT and status != "Built":
        raise invalid(f"The locale {locale_id} of bot {bot.id} is not built: its status is {status}.")
