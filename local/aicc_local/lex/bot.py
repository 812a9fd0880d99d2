"""AWS::Lex::Bot: the draft of a bot, built as it is written when AutoBuildBotLocales says so."""

from collections.abc import Iterable
from typing import Any

from aicc_local.lex import built_bot
from aicc_local.lex.build.problem import Problem
from aicc_local.lex.build.rules import build_problems, import_problems
from aicc_local.lex.definition import Locale, read_locale
from aicc_local.lex.kinds import (
    BOT,
    BOT_ALIAS,
    DRAFT,
    TEST_ALIAS,
    TEST_ALIAS_NAME,
    alias_arn,
    bot_arn,
    invalid,
    random_id,
)
from aicc_local.lex.locales import check_locales
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

_UNMODELLED = ("BotFileS3Location", "BotMembers", "Replication")


class Bot(ResourceType):
    """A bot."""

    type_name = BOT
    arn_part = "bot"
    unique = "Name"
    taken = "ConflictException"
    exhausted = "ServiceQuotaExceededException"
    quota = Quota(name="Bots per account", limit=100)  # https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return ""

    def new_id(self) -> str:
        return random_id()

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        return bot_arn(aws, resource_id)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        _check_modelled(properties)
        _check_role(aws, properties["RoleArn"])
        locales = _read(properties)
        _refuse(f"The definition of {properties['Name']} is not valid", import_problems, locales)
        if properties.get("AutoBuildBotLocales"):
            _refuse(f"{properties['Name']} could not be built", build_problems, locales)

    def made(self, aws: LocalAws, record: Record) -> None:
        _write(aws, record)
        aws.store.add(_test_alias(aws, record))

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        _write(aws, record)
        alias = aws.store.get(alias_arn(aws, record.id, TEST_ALIAS))
        if alias is not None:
            alias.properties = _test_alias(aws, record).properties
            alias.changed = aws.now()


def _check_modelled(properties: dict[str, Any]) -> None:
    for name in _UNMODELLED:
        if properties.get(name):
            raise invalid(f"{name} is not part of the local Lex.")
    if properties.get("BotType") == "BotNetwork":
        raise invalid("Networks of bots are not part of the local Lex.")


def _check_role(aws: LocalAws, role_arn: str) -> None:
    if aws.resources.exists(role_arn) is False:
        raise invalid(f"The role {role_arn} does not exist.")


def _read(properties: dict[str, Any]) -> list[Locale]:
    locales = [read_locale(each) for each in properties.get("BotLocales", ())]
    ids = [locale.id for locale in locales]
    check_locales(ids)
    check_locales(each["LocaleId"] for each in _test_settings(properties).get("BotAliasLocaleSettings", ()))
    for locale_id in ids:
        if ids.count(locale_id) > 1:
            raise invalid(f"The locale {locale_id} is there twice.")
    return locales


def _refuse(what: str, rules: Any, locales: Iterable[Locale]) -> None:
    problems: list[Problem] = [problem for locale in locales for problem in rules(locale)]
    if problems:
        reasons = [str(problem) for problem in problems]
        raise invalid(f"{what}: {'; '.join(reasons)}")


def _write(aws: LocalAws, bot: Record) -> None:
    built_bot.changed(bot)
    if bot.properties.get("AutoBuildBotLocales"):
        for locale_id in built_bot.locales(bot):
            built_bot.build(aws, bot, locale_id)


def _test_settings(properties: dict[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = properties.get("TestBotAliasSettings", {})
    return settings


def _test_alias(aws: LocalAws, bot: Record) -> Record:
    settings = _test_settings(bot.properties)
    every_locale = [
        {"LocaleId": locale_id, "BotAliasLocaleSetting": {"Enabled": True}} for locale_id in built_bot.locales(bot)
    ]
    now = aws.now()
    return Record(
        kind=BOT_ALIAS,
        id=TEST_ALIAS,
        arn=alias_arn(aws, bot.id, TEST_ALIAS),
        owner=bot.arn,
        properties={
            "BotAliasLocaleSettings": every_locale,
            **settings,
            "BotId": bot.id,
            "BotAliasName": TEST_ALIAS_NAME,
            "BotVersion": DRAFT,
        },
        made=now,
        changed=now,
        by_aws=True,
    )
