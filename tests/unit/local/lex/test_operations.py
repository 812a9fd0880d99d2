"""The API of lexv2-models: lists, descriptions, versions and aliases, in the shapes of its model."""

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex.operations import LEX_OPERATIONS
from aicc_local.lex.types import BOT_TYPE
from aicc_local.rest_json import service_model
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import CANCEL_ORDER, LOCALE, TALK_TO_AGENT, bot, locale
from tests.unit.local.lex.models_api import call


@pytest.fixture
def place(alias: Record) -> dict[str, str]:
    """The locale of its version."""
    return {"botId": alias.properties["BotId"], "botVersion": "1", "localeId": LOCALE}


def test_every_operation_is_one_of_the_model() -> None:
    assert set(LEX_OPERATIONS) <= set(service_model("lexv2-models").operation_names)


def test_bots_are_listed_by_name_in_pages(aws: FakeAws) -> None:
    for name in ("Beta", "Alpha", "Gamma"):
        BOT_TYPE.create(aws, bot(Name=name, BotLocales=[]))

    first = call(aws, "ListBots", maxResults=2)
    second = call(aws, "ListBots", maxResults=2, nextToken=first["nextToken"])

    assert [each["botName"] for each in first["botSummaries"]] == ["Alpha", "Beta"]
    assert [each["botName"] for each in second["botSummaries"]] == ["Gamma"]
    assert "nextToken" not in second


@pytest.mark.parametrize(
    ("operator", "names"), [("EQ", ["Alpha"]), ("NE", ["Alphabet", "Beta"]), ("CO", ["Alpha", "Alphabet"])]
)
def test_bots_are_filtered(aws: FakeAws, operator: str, names: list[str]) -> None:
    for name in ("Alpha", "Alphabet", "Beta"):
        BOT_TYPE.create(aws, bot(Name=name, BotLocales=[]))

    found = call(aws, "ListBots", filters=[{"name": "BotName", "values": ["Alpha"], "operator": operator}])

    assert [each["botName"] for each in found["botSummaries"]] == names


def test_a_token_is_good_for_one_request(aws: FakeAws) -> None:
    for name in ("Beta", "Alpha"):
        BOT_TYPE.create(aws, bot(Name=name, BotLocales=[]))
    token = call(aws, "ListBots", maxResults=1)["nextToken"]
    by_name = {"attribute": "BotName", "order": "Descending"}

    with pytest.raises(ServiceError, match="nextToken"):
        call(aws, "ListBots", sortBy=by_name, nextToken=token)


def test_a_token_of_somebody_else_is_refused(aws: FakeAws) -> None:
    with pytest.raises(ServiceError, match="nextToken"):
        call(aws, "ListBots", nextToken="상담")


def test_a_bot_and_its_versions_are_described(aws: FakeAws, place: dict[str, str]) -> None:
    described = call(aws, "DescribeBot", botId=place["botId"])
    versions = call(aws, "ListBotVersions", botId=place["botId"])["botVersionSummaries"]
    version = call(aws, "DescribeBotVersion", botId=place["botId"], botVersion="1")

    assert (described["botName"], described["botStatus"]) == ("ShopBot", "Available")
    assert described["idleSessionTTLInSeconds"] == version["idleSessionTTLInSeconds"] == 300
    assert [each["botVersion"] for each in versions] == ["DRAFT", "1"]
    assert call(aws, "ListBots")["botSummaries"][0]["latestBotVersion"] == "1"


def test_a_locale_is_described(aws: FakeAws, place: dict[str, str]) -> None:
    [listed] = call(aws, "ListBotLocales", botId=place["botId"], botVersion="1")["botLocaleSummaries"]
    described = call(aws, "DescribeBotLocale", **place)

    assert (listed["localeName"], listed["botLocaleStatus"]) == ("Korean (KR)", "Built")
    assert (described["intentsCount"], described["slotTypesCount"]) == (3, 1)
    assert described["nluIntentConfidenceThreshold"] == 0.4


def test_an_intent_is_described_with_its_utterances(aws: FakeAws, place: dict[str, str]) -> None:
    first = call(aws, "ListIntents", **place)["intentSummaries"][0]

    described = call(aws, "DescribeIntent", **place, intentId=first["intentId"])

    [order, reason] = call(aws, "ListSlots", **place, intentId=first["intentId"])["slotSummaries"]
    assert described["sampleUtterances"][0] == {"utterance": "주문 취소해 주세요"}
    assert described["slotPriorities"] == [
        {"priority": 1, "slotId": order["slotId"]},
        {"priority": 2, "slotId": reason["slotId"]},
    ]
    [group] = described["intentConfirmationSetting"]["promptSpecification"]["messageGroups"]
    assert group["message"]["plainTextMessage"]["value"] == "{OrderNumber}번 주문을 취소할까요?"


def test_a_slot_and_its_type_are_described(aws: FakeAws, place: dict[str, str]) -> None:
    intent_id = call(aws, "ListIntents", **place)["intentSummaries"][0]["intentId"]
    reason = call(aws, "ListSlots", **place, intentId=intent_id)["slotSummaries"][1]
    [listed] = call(aws, "ListSlotTypes", **place)["slotTypeSummaries"]

    described = call(aws, "DescribeSlot", **place, intentId=intent_id, slotId=reason["slotId"])
    slot_type = call(aws, "DescribeSlotType", **place, slotTypeId=described["slotTypeId"])

    assert described["valueElicitationSetting"]["slotConstraint"] == "Required"
    assert (listed["slotTypeId"], listed["slotTypeCategory"]) == (described["slotTypeId"], "Custom")
    assert slot_type["valueSelectionSetting"] == {"resolutionStrategy": "TopResolution"}
    assert slot_type["slotTypeValues"][0]["synonyms"] == [{"value": "마음이 바뀌었어요"}]


def test_ids_stay_when_the_bot_changes(aws: FakeAws, place: dict[str, str]) -> None:
    draft = {**place, "botVersion": "DRAFT"}
    before = call(aws, "ListIntents", **draft)["intentSummaries"]
    made = BOT_TYPE.found(aws, place["botId"])
    assert made is not None

    BOT_TYPE.update(aws, made, bot(Description="changed"))

    after = call(aws, "ListIntents", **draft)["intentSummaries"]
    assert [each["intentId"] for each in after] == [each["intentId"] for each in before]


@pytest.mark.parametrize("operation", ["DescribeIntent", "DescribeSlotType", "ListSlots"])
def test_what_is_not_there_is_not_found(aws: FakeAws, place: dict[str, str], operation: str) -> None:
    with pytest.raises(ServiceError, match="ABCDEFGHIJ") as refused:
        call(aws, operation, **place, intentId="ABCDEFGHIJ", slotTypeId="ABCDEFGHIJ")

    assert refused.value.code == "ResourceNotFoundException"


def test_a_build_tells_why_it_failed(aws: FakeAws) -> None:
    made = BOT_TYPE.create(aws, bot(locale(CANCEL_ORDER, TALK_TO_AGENT), AutoBuildBotLocales=False))
    draft = {"botId": made.id, "botVersion": "DRAFT", "localeId": LOCALE}

    call(aws, "BuildBotLocale", **draft)

    described = call(aws, "DescribeBotLocale", **draft)
    assert described["botLocaleStatus"] == "Failed"
    assert described["failureReasons"] == ["ko_KR: You must configure an AMAZON.FallbackIntent"]


def test_a_draft_is_built_by_hand(aws: FakeAws) -> None:
    made = BOT_TYPE.create(aws, bot(AutoBuildBotLocales=False))
    draft = {"botId": made.id, "botVersion": "DRAFT", "localeId": LOCALE}

    call(aws, "BuildBotLocale", **draft)

    assert call(aws, "DescribeBotLocale", **draft)["botLocaleStatus"] == "Built"


def test_a_version_and_an_alias_are_made_by_hand(aws: FakeAws, place: dict[str, str]) -> None:
    bot_id, function = place["botId"], aws.functions.add("hook")
    hook = {"lambdaCodeHook": {"lambdaARN": function, "codeHookInterfaceVersion": "1.0"}}

    version = call(
        aws,
        "CreateBotVersion",
        botId=bot_id,
        botVersionLocaleSpecification={LOCALE: {"sourceBotVersion": "DRAFT"}},
    )
    made = call(aws, "CreateBotAlias", botId=bot_id, botAliasName="next", botVersion="2", tags={"team": "cx"})
    call(
        aws,
        "UpdateBotAlias",
        botId=bot_id,
        botAliasId=made["botAliasId"],
        botAliasName="next",
        botVersion="1",
        botAliasLocaleSettings={LOCALE: {"enabled": True, "codeHookSpecification": hook}},
    )

    described = call(aws, "DescribeBotAlias", botId=bot_id, botAliasId=made["botAliasId"])
    tags = call(aws, "ListTagsForResource", resourceARN=f"{_arn(aws, bot_id)}/{made['botAliasId']}")["tags"]
    assert version["botVersion"] == "2"
    assert described["botVersion"] == "1"
    assert described["botAliasLocaleSettings"] == {LOCALE: {"enabled": True, "codeHookSpecification": hook}}
    assert tags == {"team": "cx"}


def _arn(aws: FakeAws, bot_id: str) -> str:
    return aws.arn("lex", f"bot-alias/{bot_id}")


def test_the_log_settings_of_an_alias_are_shown_as_they_were_given(aws: FakeAws, alias: Record) -> None:
    destination = {"cloudWatch": {"cloudWatchLogGroupArn": "arn:aws:logs:x:1:log-group:/bot:*", "logPrefix": ""}}
    logs = {"textLogSettings": [{"enabled": True, "destination": destination}]}
    names = {"botId": alias.properties["BotId"], "botAliasId": alias.id, "botAliasName": "live"}

    call(
        aws,
        "UpdateBotAlias",
        **names,
        conversationLogSettings=logs,
        sentimentAnalysisSettings={"detectSentiment": True},
    )

    described = call(aws, "DescribeBotAlias", botId=names["botId"], botAliasId=alias.id)
    assert described["conversationLogSettings"] == logs
    assert described["sentimentAnalysisSettings"] == {"detectSentiment": True}


def test_what_is_in_use_is_deleted_only_on_demand(aws: FakeAws, alias: Record) -> None:
    bot_id = alias.properties["BotId"]

    for operation, names in (("DeleteBotVersion", {"botVersion": "1"}), ("DeleteBot", {})):
        with pytest.raises(ServiceError, match="is used by the alias live") as refused:
            call(aws, operation, botId=bot_id, **names)
        assert refused.value.code == "ResourceInUseException"
    call(aws, "DeleteBotVersion", botId=bot_id, botVersion="1", skipResourceInUseCheck=True)
    call(aws, "DeleteBot", botId=bot_id, skipResourceInUseCheck=True)

    assert call(aws, "ListBots")["botSummaries"] == []


def test_an_alias_is_deleted_and_the_test_alias_stays(aws: FakeAws, alias: Record) -> None:
    bot_id = alias.properties["BotId"]

    call(aws, "DeleteBotAlias", botId=bot_id, botAliasId=alias.id)

    with pytest.raises(ServiceError, match="test alias"):
        call(aws, "DeleteBotAlias", botId=bot_id, botAliasId="TSTALIASID")
    found = call(aws, "ListBotAliases", botId=bot_id)["botAliasSummaries"]
    assert [each["botAliasId"] for each in found] == ["TSTALIASID"]
