"""The API operations on the aliases of bots: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.lex.api_names import to_api
from aicc_local.lex.kinds import BOT_ALIAS, find_alias, find_bot, invalid
from aicc_local.lex.paging import paged
from aicc_local.lex.types import BOT_ALIAS_TYPE
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]
Parameters = Mapping[str, Any]
Result = Mapping[str, Any]

_SPELT = {"lambdaARN": "LambdaArn"}


def list_bot_aliases(aws: LocalAws, parameters: Parameters) -> Result:
    """ListBotAliases."""
    bot = find_bot(aws, parameters["botId"])
    summaries = [
        {
            "botAliasId": alias.id,
            "botAliasName": alias.name,
            "description": alias.properties.get("Description"),
            "botVersion": alias.properties.get("BotVersion"),
            "botAliasStatus": "Available",
            "creationDateTime": alias.made,
            "lastUpdatedDateTime": alias.changed,
        }
        for alias in aws.store.of(BOT_ALIAS, bot.arn)
    ]
    return {"botId": bot.id, **paged("botAliasSummaries", summaries, parameters)}


def describe_bot_alias(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeBotAlias."""
    return _alias(find_alias(aws, parameters["botId"], parameters["botAliasId"]))


def create_bot_alias(aws: LocalAws, parameters: Parameters) -> Result:
    """CreateBotAlias."""
    properties = _alias_properties(parameters)
    tags = [{"Key": key, "Value": value} for key, value in parameters.get("tags", {}).items()]
    if tags:
        properties["BotAliasTags"] = tags
    alias = BOT_ALIAS_TYPE.create(aws, properties)
    answer = {key: each for key, each in _alias(alias).items() if key != "lastUpdatedDateTime"}
    return {**answer, "botAliasStatus": "Creating", "tags": parameters.get("tags")}


def update_bot_alias(aws: LocalAws, parameters: Parameters) -> Result:
    """UpdateBotAlias: what the request leaves out is gone, but for the tags."""
    alias = find_alias(aws, parameters["botId"], parameters["botAliasId"])
    properties = _alias_properties(parameters)
    if "BotAliasTags" in alias.properties:
        properties["BotAliasTags"] = alias.properties["BotAliasTags"]
    BOT_ALIAS_TYPE.update(aws, alias, properties)
    return _alias(alias)


def delete_bot_alias(aws: LocalAws, parameters: Parameters) -> Result:
    """DeleteBotAlias."""
    alias = find_alias(aws, parameters["botId"], parameters["botAliasId"])
    if alias.by_aws:
        raise invalid("The test alias cannot be deleted.")
    BOT_ALIAS_TYPE.delete(aws, alias)
    return {"botAliasId": alias.id, "botId": parameters["botId"], "botAliasStatus": "Deleting"}


def _alias(alias: Record) -> dict[str, Any]:
    properties = alias.properties
    settings = {
        each["LocaleId"]: each["BotAliasLocaleSetting"] for each in properties.get("BotAliasLocaleSettings", ())
    }
    return {
        "botAliasId": alias.id,
        "botAliasName": alias.name,
        "description": properties.get("Description"),
        "botVersion": properties.get("BotVersion"),
        "botAliasLocaleSettings": to_api(settings, "BotAliasLocaleSettingsMap"),
        "conversationLogSettings": _setting(properties, "ConversationLogSettings"),
        "sentimentAnalysisSettings": _setting(properties, "SentimentAnalysisSettings"),
        "botAliasStatus": "Available",
        "botId": properties["BotId"],
        "creationDateTime": alias.made,
        "lastUpdatedDateTime": alias.changed,
    }


def _setting(properties: Mapping[str, Any], name: str) -> Any:
    return to_api(properties[name], name) if name in properties else None


def _alias_properties(parameters: Parameters) -> dict[str, Any]:
    """As CloudFormation names them: there the first letter is a capital, and settings by locale are a list."""
    properties: dict[str, Any] = {
        _capital(name): _capitals(parameters[name])
        for name in ("botId", "botAliasName", "description", "botVersion", "conversationLogSettings")
        if name in parameters
    }
    if "sentimentAnalysisSettings" in parameters:
        properties["SentimentAnalysisSettings"] = _capitals(parameters["sentimentAnalysisSettings"])
    properties["BotAliasLocaleSettings"] = [
        {"LocaleId": locale_id, "BotAliasLocaleSetting": _capitals(each)}
        for locale_id, each in parameters.get("botAliasLocaleSettings", {}).items()
    ]
    return properties


def _capitals(value: Any) -> Any:
    if isinstance(value, dict):
        return {_capital(key): _capitals(each) for key, each in value.items()}
    return [_capitals(each) for each in value] if isinstance(value, list) else value


def _capital(name: str) -> str:
    return _SPELT.get(name, name[0].upper() + name[1:])


ALIAS_OPERATIONS: dict[str, Operation] = {
    "CreateBotAlias": create_bot_alias,
    "DeleteBotAlias": delete_bot_alias,
    "DescribeBotAlias": describe_bot_alias,
    "ListBotAliases": list_bot_aliases,
    "UpdateBotAlias": update_bot_alias,
}
