"""The API operations on the locales of a bot: name to function; and what all answers about a locale have in common."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from aicc_local.lex import built_bot
from aicc_local.lex.api_names import to_api
from aicc_local.lex.definition import Properties
from aicc_local.lex.kinds import find_bot
from aicc_local.lex.paging import filtered, paged
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]
Parameters = Mapping[str, Any]
Result = Mapping[str, Any]

# https://docs.aws.amazon.com/lexv2/latest/dg/how-languages.html
_LANGUAGES = {"ko_KR": "Korean (KR)", "en_US": "English (US)", "ja_JP": "Japanese (JP)"}
LOCALE_SETTINGS = (
    *("AudioFillerSettings", "GenerativeAISettings", "SpeechDetectionSensitivity", "SpeechRecognitionSettings"),
    *("UnifiedSpeechSettings", "VoiceSettings"),
)


def list_bot_locales(aws: LocalAws, parameters: Parameters) -> Result:
    """ListBotLocales."""
    record = holder_of(aws, parameters)
    summaries = [
        {
            "localeId": locale_id,
            "localeName": _LANGUAGES.get(locale_id, locale_id),
            "description": properties.get("Description"),
            "botLocaleStatus": built_bot.status(record, locale_id),
            "lastUpdatedDateTime": record.changed,
            "lastBuildSubmittedDateTime": built_bot.submitted(record, locale_id),
        }
        for locale_id, properties in built_bot.locales(record).items()
    ]
    found = filtered(summaries, parameters, {"BotLocaleName": "localeName"})
    return {**version(parameters), **paged("botLocaleSummaries", found, parameters)}


def describe_bot_locale(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeBotLocale."""
    record, locale_id = holder_of(aws, parameters), parameters["localeId"]
    properties = built_bot.find_locale(record, locale_id)
    return {
        **place(parameters),
        **settings(properties, LOCALE_SETTINGS, "DescribeBotLocaleResponse"),
        "localeName": _LANGUAGES.get(locale_id, locale_id),
        "description": properties.get("Description"),
        "nluIntentConfidenceThreshold": properties["NluConfidenceThreshold"],
        "intentsCount": len(properties.get("Intents", ())),
        "slotTypesCount": len(properties.get("SlotTypes", ())),
        "botLocaleStatus": built_bot.status(record, locale_id),
        "failureReasons": built_bot.failure_reasons(record, locale_id),
        "creationDateTime": record.made,
        "lastUpdatedDateTime": record.changed,
        "lastBuildSubmittedDateTime": built_bot.submitted(record, locale_id),
    }


def build_bot_locale(aws: LocalAws, parameters: Parameters) -> Result:
    """BuildBotLocale: done at once, so that DescribeBotLocale tells how it ended."""
    bot, locale_id = find_bot(aws, parameters["botId"]), parameters["localeId"]
    built_bot.build(aws, bot, locale_id)
    return {
        **place(parameters),
        "botLocaleStatus": "Building",
        "lastBuildSubmittedDateTime": built_bot.submitted(bot, locale_id),
    }


def holder_of(aws: LocalAws, parameters: Parameters) -> Record:
    """The draft or the version that a request names."""
    return built_bot.holder(aws, parameters["botId"], parameters["botVersion"])


def version(parameters: Parameters) -> dict[str, Any]:
    """The version that a request names."""
    return {"botId": parameters["botId"], "botVersion": parameters["botVersion"]}


def place(parameters: Parameters) -> dict[str, Any]:
    """The locale that a request names."""
    return {**version(parameters), "localeId": parameters["localeId"]}


def settings(properties: Properties, names: Iterable[str], shape: str) -> dict[str, Any]:
    """Some of the properties, as the API names them."""
    shown: dict[str, Any] = to_api({name: properties[name] for name in names if name in properties}, shape)
    return shown


LOCALE_OPERATIONS: dict[str, Operation] = {
    "BuildBotLocale": build_bot_locale,
    "DescribeBotLocale": describe_bot_locale,
    "ListBotLocales": list_bot_locales,
}
