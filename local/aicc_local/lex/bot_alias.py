"""AWS::Lex::BotAlias: the name under which a version talks, with the function of each of its locales."""

from typing import Any

from aicc_local.lex import built_bot
from aicc_local.lex.kinds import BOT_ALIAS, DRAFT, alias_arn, find_bot, invalid, random_id
from aicc_local.lex.locales import check_locales
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record

_EVENT_VERSION = "1.0"


class BotAlias(ResourceType):
    """An alias."""

    type_name = BOT_ALIAS
    arn_part = "bot-alias"
    unique = "BotAliasName"
    taken = "ConflictException"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_bot(aws, properties["BotId"]).arn

    def new_id(self) -> str:
        return random_id()

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        return alias_arn(aws, properties["BotId"], resource_id)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        version = properties.get("BotVersion")
        if version == DRAFT and not (record and record.by_aws):
            # CreateBotAlias takes numbers only; the draft has an alias of its own.
            raise invalid(f"Only the test alias can point to the version {DRAFT}.")
        _check_log_group(aws, properties)
        check_locales(item["LocaleId"] for item in properties.get("BotAliasLocaleSettings", ()))
        for item in properties.get("BotAliasLocaleSettings", ()):
            _check_interface(item)
            if version is not None:
                built_bot.find_locale(built_bot.holder(aws, properties["BotId"], version), item["LocaleId"])
        if version is not None:
            built_bot.holder(aws, properties["BotId"], version)

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"BotAliasStatus": "Available"}


def locale_setting(alias: Record, locale_id: str) -> dict[str, Any] | None:
    """The settings of a locale; None when the alias does not name it."""
    for item in alias.properties.get("BotAliasLocaleSettings", ()):
        if item["LocaleId"] == locale_id:
            setting: dict[str, Any] = item["BotAliasLocaleSetting"]
            return setting
    return None


def code_hook(alias: Record, locale_id: str) -> str | None:
    """The ARN of the function of a locale."""
    setting = locale_setting(alias, locale_id) or {}
    arn: str | None = setting.get("CodeHookSpecification", {}).get("LambdaCodeHook", {}).get("LambdaArn")
    return arn


def _check_interface(item: dict[str, Any]) -> None:
    hook = item["BotAliasLocaleSetting"].get("CodeHookSpecification", {}).get("LambdaCodeHook")
    if hook and hook["CodeHookInterfaceVersion"] != _EVENT_VERSION:
        raise invalid(f"CodeHookInterfaceVersion must be {_EVENT_VERSION}, not {hook['CodeHookInterfaceVersion']}.")


def _check_log_group(aws: LocalAws, properties: dict[str, Any]) -> None:
    for setting in properties.get("ConversationLogSettings", {}).get("TextLogSettings", ()):
        arn = setting["Destination"]["CloudWatch"]["CloudWatchLogGroupArn"]
        if aws.resources.exists(arn) is False:
            raise invalid(f"The log group {arn} does not exist.")
