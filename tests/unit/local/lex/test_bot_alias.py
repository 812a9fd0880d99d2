"""AWS::Lex::BotAlias: what it answers, and what it may not point to."""

from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex.kinds import DRAFT
from aicc_local.lex.types import BOT_ALIAS_TYPE
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import alias, make


def test_an_alias_answers_its_names(aws: FakeAws) -> None:
    made = make(aws)

    attributes = BOT_ALIAS_TYPE.all_attributes(aws, made)

    assert BOT_ALIAS_TYPE.ref(aws, made) == f"{made.id}|{made.properties['BotId']}"
    assert (attributes["BotAliasId"], attributes["Arn"]) == (made.id, made.arn)
    assert attributes["BotAliasStatus"] == "Available"


ALIASES: dict[str, tuple[dict[str, Any], str]] = {
    "the draft": ({"BotVersion": DRAFT}, "Only the test alias can point to the version DRAFT"),
    "a version that is not there": ({"BotVersion": "7"}, "There is no version 7"),
    "a locale that the version lacks": (
        {"BotAliasLocaleSettings": [{"LocaleId": "en_US", "BotAliasLocaleSetting": {"Enabled": True}}]},
        "There is no locale en_US",
    ),
    "a locale that Lex does not speak": (
        {"BotAliasLocaleSettings": [{"LocaleId": "ko_XX", "BotAliasLocaleSetting": {"Enabled": True}}]},
        "The locale ko_XX is not supported",
    ),
    "a bot that is not there": ({"BotId": "ABCDEFGHIJ"}, "There is no bot with ID ABCDEFGHIJ"),
    "a function that is not there": (
        {"BotAliasLocaleSettings": alias("", "", "arn:aws:lambda:x:1:function:gone")["BotAliasLocaleSettings"]},
        "arn:aws:lambda:x:1:function:gone does not exist",
    ),
    "the name of another alias": ({"BotAliasName": "live"}, "live"),
    "the name of the test alias": ({"BotAliasName": "TestBotAlias"}, "TestBotAlias"),
}


@pytest.mark.parametrize(("change", "told"), ALIASES.values(), ids=ALIASES)
def test_refuses_an_alias(aws: FakeAws, change: dict[str, Any], told: str) -> None:
    made = make(aws)
    second = {**alias(made.properties["BotId"], "1"), "BotAliasName": "second", **change}

    with pytest.raises(ServiceError) as refused:
        BOT_ALIAS_TYPE.create(aws, second)

    assert told in refused.value.message


def test_another_interface_of_the_code_hook_is_refused(aws: FakeAws) -> None:
    made = make(aws)
    function = aws.functions.add("hook")
    second = {**alias(made.properties["BotId"], "1", function), "BotAliasName": "second"}
    setting = second["BotAliasLocaleSettings"][0]["BotAliasLocaleSetting"]
    setting["CodeHookSpecification"]["LambdaCodeHook"]["CodeHookInterfaceVersion"] = "2.0"

    with pytest.raises(ServiceError, match=r"CodeHookInterfaceVersion must be 1\.0, not 2\.0"):
        BOT_ALIAS_TYPE.create(aws, second)


def test_an_alias_may_point_to_nothing_yet(aws: FakeAws) -> None:
    made = make(aws)
    second = {"BotId": made.properties["BotId"], "BotAliasName": "second"}

    assert BOT_ALIAS_TYPE.create(aws, second).properties == second


def test_a_log_group_must_be_there_when_it_can_be_looked_up(aws: FakeAws) -> None:
    made = make(aws)
    # Stands for any ARN that the account can look up.
    destination = {"CloudWatch": {"CloudWatchLogGroupArn": "arn:aws:s3:::gone", "LogPrefix": ""}}
    logs = {"TextLogSettings": [{"Enabled": True, "Destination": destination}]}
    second = {"BotId": made.properties["BotId"], "BotAliasName": "second", "ConversationLogSettings": logs}

    with pytest.raises(ServiceError, match="The log group arn:aws:s3:::gone does not exist"):
        BOT_ALIAS_TYPE.create(aws, second)
