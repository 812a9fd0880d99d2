"""The API of lexv2-models: lists, descriptions, versions, aliases, policies and tags, in the shapes of its model."""

import json
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex.operations import LEX_OPERATIONS
from aicc_local.lex.types import BOT_TYPE
from aicc_local.rest_json import Call, RestJson, service_model
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import CANCEL_ORDER, LOCALE, TALK_TO_AGENT, bot, locale, make

PROTOCOL = RestJson("lexv2-models")


def call(aws: FakeAws, operation: str, **parameters: Any) -> Any:
    """The answer, as the model writes it; anything that it does not know is an error."""
    answer = LEX_OPERATIONS[operation](aws, parameters)
    written = json.loads(PROTOCOL.write(Call("lexv2-models", operation, parameters), answer))
    return {**answer, **written}


@pytest.fixture
def alias(aws: FakeAws) -> Record:
    """The alias of a bot with one version."""
    return make(aws)


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


STATEMENT = {
    "statementId": "AllowConnect",
    "effect": "Allow",
    "principal": [{"service": "connect.amazonaws.com"}],
    "action": ["lex:RecognizeText"],
    "condition": {"StringEquals": {"aws:SourceAccount": "1"}, "ArnEquals": {"aws:SourceArn": "arn:aws:connect:::x"}},
}


def test_a_statement_makes_a_policy_and_the_last_one_takes_it_away(aws: FakeAws, alias: Record) -> None:
    made = call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **STATEMENT)
    described = call(aws, "DescribeResourcePolicy", resourceArn=alias.arn)

    call(aws, "DeleteResourcePolicyStatement", resourceArn=alias.arn, statementId="AllowConnect")

    [statement] = json.loads(described["policy"])["Statement"]
    assert (made["revisionId"], statement["Sid"]) == ("1", "AllowConnect")
    assert statement["Principal"] == {"Service": "connect.amazonaws.com"}
    with pytest.raises(ServiceError, match="No resource policy is attached"):
        call(aws, "DescribeResourcePolicy", resourceArn=alias.arn)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"condition": {"StringEquals": {"aws:SourceAccount": "1"}}}, "needs a condition on aws:SourceArn"),
        ({"condition": {}}, "needs a condition on aws:SourceAccount"),
        ({"principal": [{}]}, "either a service or an arn"),
        ({"principal": [{"service": "a", "arn": "b"}]}, "either a service or an arn"),
    ],
    ids=["no source", "no account", "nobody", "both"],
)
def test_a_statement_names_whom_it_is_for(aws: FakeAws, alias: Record, change: dict[str, Any], told: str) -> None:
    with pytest.raises(ServiceError, match=told):
        call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **{**STATEMENT, **change})


def test_a_statement_for_a_role_needs_no_condition(aws: FakeAws, alias: Record) -> None:
    role = {**STATEMENT, "principal": [{"arn": "arn:aws:iam::123456789012:role/app"}]}
    del role["condition"]

    call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **role)

    document = json.loads(call(aws, "DescribeResourcePolicy", resourceArn=alias.arn)["policy"])
    assert document["Statement"][0]["Principal"] == {"AWS": "arn:aws:iam::123456789012:role/app"}


def test_an_unknown_statement_cannot_be_deleted(aws: FakeAws, alias: Record) -> None:
    call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **STATEMENT)

    with pytest.raises(ServiceError, match="has no statement with the ID Other"):
        call(aws, "DeleteResourcePolicyStatement", resourceArn=alias.arn, statementId="Other")


def test_a_policy_is_created_replaced_and_deleted(aws: FakeAws, alias: Record) -> None:
    policy = {"Effect": "Deny", "Principal": "*", "Action": "lex:*", "Resource": alias.arn}
    document = json.dumps({"Version": "2012-10-17", "Statement": [policy]})

    created = call(aws, "CreateResourcePolicy", resourceArn=alias.arn, policy=document)
    updated = call(aws, "UpdateResourcePolicy", resourceArn=alias.arn, policy=document, expectedRevisionId="1")
    deleted = call(aws, "DeleteResourcePolicy", resourceArn=alias.arn)

    assert [each["revisionId"] for each in (created, updated, deleted)] == ["1", "2", "2"]


def test_tags_are_added_and_taken_away(aws: FakeAws, alias: Record) -> None:
    call(aws, "TagResource", resourceARN=alias.arn, tags={"a": "1", "b": "2"})
    call(aws, "UntagResource", resourceARN=alias.arn, tagKeys=["a"])

    assert call(aws, "ListTagsForResource", resourceARN=alias.arn)["tags"] == {"b": "2"}
    with pytest.raises(ServiceError, match="at most 200 tags"):
        call(aws, "TagResource", resourceARN=alias.arn, tags={str(number): "" for number in range(200)})
    with pytest.raises(ServiceError, match="There is no bot or bot alias"):
        call(aws, "ListTagsForResource", resourceARN=alias.arn + "X")
