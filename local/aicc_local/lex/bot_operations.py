"""The API operations on bots and their versions: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.lex.kinds import (
    BOT,
    BOT_ALIAS,
    BOT_VERSION,
    DRAFT,
    find_bot,
    find_version,
    in_use,
)
from aicc_local.lex.paging import filtered, paged
from aicc_local.lex.types import BOT_TYPE, BOT_VERSION_TYPE
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]
Parameters = Mapping[str, Any]
Result = Mapping[str, Any]


def list_bots(aws: LocalAws, parameters: Parameters) -> Result:
    """ListBots."""
    summaries = [_bot_summary(aws, bot) for bot in aws.store.of(BOT)]
    descending = parameters.get("sortBy", {}).get("order") == "Descending"
    summaries.sort(key=lambda each: each["botName"], reverse=descending)
    found = filtered(summaries, parameters, {"BotName": "botName", "BotType": "botType"})
    return paged("botSummaries", found, parameters)


def describe_bot(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeBot."""
    bot = find_bot(aws, parameters["botId"])
    return {
        "botId": bot.id,
        **_shared(bot.properties),
        "description": bot.properties.get("Description"),
        "botStatus": "Available",
        "botType": bot.properties.get("BotType", "Bot"),
        "creationDateTime": bot.made,
        "lastUpdatedDateTime": bot.changed,
    }


def delete_bot(aws: LocalAws, parameters: Parameters) -> Result:
    """DeleteBot."""
    bot = find_bot(aws, parameters["botId"])
    aliases = [alias for alias in aws.store.of(BOT_ALIAS, bot.arn) if not alias.by_aws]
    if aliases and not _skips_check(parameters):
        raise in_use(f"The bot {bot.id} is used by the alias {aliases[0].name}.")
    BOT_TYPE.delete(aws, bot)
    return {"botId": bot.id, "botStatus": "Deleting"}


def list_bot_versions(aws: LocalAws, parameters: Parameters) -> Result:
    """ListBotVersions: the draft first."""
    bot = find_bot(aws, parameters["botId"])
    summaries = [
        {
            "botName": bot.name,
            "botVersion": DRAFT if each is bot else each.id,
            "description": each.properties.get("Description"),
            "botStatus": "Available",
            "creationDateTime": each.made,
        }
        for each in (bot, *aws.store.of(BOT_VERSION, bot.arn))
    ]
    return {"botId": bot.id, **paged("botVersionSummaries", summaries, parameters)}


def describe_bot_version(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeBotVersion."""
    version = find_version(aws, parameters["botId"], parameters["botVersion"])
    return {
        "botId": parameters["botId"],
        "botVersion": version.id,
        **_shared(version.links["bot"]),
        "description": version.properties.get("Description"),
        "botStatus": "Available",
        "botType": "Bot",
        "creationDateTime": version.made,
    }


def create_bot_version(aws: LocalAws, parameters: Parameters) -> Result:
    """CreateBotVersion."""
    specification = parameters["botVersionLocaleSpecification"]
    properties = {
        "BotId": parameters["botId"],
        "BotVersionLocaleSpecification": [
            {"LocaleId": locale_id, "BotVersionLocaleDetails": {"SourceBotVersion": each["sourceBotVersion"]}}
            for locale_id, each in specification.items()
        ],
    }
    if "description" in parameters:
        properties["Description"] = parameters["description"]
    version = BOT_VERSION_TYPE.create(aws, properties)
    return {
        "botId": parameters["botId"],
        "botVersion": version.id,
        "botVersionLocaleSpecification": specification,
        "botStatus": "Versioning",
        "creationDateTime": version.made,
    }


def delete_bot_version(aws: LocalAws, parameters: Parameters) -> Result:
    """DeleteBotVersion."""
    version = find_version(aws, parameters["botId"], parameters["botVersion"])
    if _skips_check(parameters):
        aws.store.remove(version.arn)
    else:
        BOT_VERSION_TYPE.delete(aws, version)
    return {"botId": parameters["botId"], "botVersion": version.id, "botStatus": "Deleting"}


def _bot_summary(aws: LocalAws, bot: Record) -> dict[str, Any]:
    versions = [version.id for version in aws.store.of(BOT_VERSION, bot.arn)]
    return {
        "botId": bot.id,
        "botName": bot.name,
        "description": bot.properties.get("Description"),
        "botStatus": "Available",
        "latestBotVersion": max(versions, key=int) if versions else None,
        "lastUpdatedDateTime": bot.changed,
        "botType": bot.properties.get("BotType", "Bot"),
    }


def _shared(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "botName": properties["Name"],
        "roleArn": properties["RoleArn"],
        "dataPrivacy": {"childDirected": properties["DataPrivacy"]["ChildDirected"]},
        "idleSessionTTLInSeconds": properties["IdleSessionTTLInSeconds"],
    }


def _skips_check(parameters: Parameters) -> bool:
    return parameters.get("skipResourceInUseCheck") in (True, "true")


BOT_OPERATIONS: dict[str, Operation] = {
    "CreateBotVersion": create_bot_version,
    "DeleteBot": delete_bot,
    "DeleteBotVersion": delete_bot_version,
    "DescribeBot": describe_bot,
    "DescribeBotVersion": describe_bot_version,
    "ListBotVersions": list_bot_versions,
    "ListBots": list_bots,
}
