"""AWS::Lex::Bot: written, built, changed in place, refused, deleted with all that belongs to it."""

import re
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex import built_bot
from aicc_local.lex.kinds import BOT_ALIAS, BOT_VERSION, DRAFT, TEST_ALIAS, find_alias
from aicc_local.lex.types import BOT_TYPE
from aicc_local.store import Record
from tests.unit.local.fakes import ACCOUNT, FakeAws
from tests.unit.local.lex.bots import (
    CANCEL_ORDER,
    FALLBACK,
    LOCALE,
    TALK_TO_AGENT,
    alias,
    bot,
    intent,
    locale,
    make,
)


def create(aws: FakeAws, **more: Any) -> Record:
    return BOT_TYPE.create(aws, bot(**more))


def test_a_bot_has_an_id_and_an_arn_as_lex_gives_them(aws: FakeAws) -> None:
    made = create(aws)

    assert re.fullmatch("[A-Z0-9]{10}", made.id)
    assert made.arn == f"arn:aws:lex:ap-northeast-2:{ACCOUNT}:bot/{made.id}"
    assert BOT_TYPE.ref(aws, made) == made.id
    assert BOT_TYPE.all_attributes(aws, made)["Arn"] == made.arn


def test_every_bot_has_a_test_alias_on_its_draft(aws: FakeAws) -> None:
    made = create(aws)

    found = find_alias(aws, made.id, TEST_ALIAS)

    assert (found.name, found.properties["BotVersion"]) == ("TestBotAlias", DRAFT)
    assert found.arn.endswith(f":bot-alias/{made.id}/TSTALIASID")


def test_the_test_alias_takes_its_settings_from_the_bot(aws: FakeAws) -> None:
    function = aws.functions.add("hook")
    settings = alias("", "", function)["BotAliasLocaleSettings"]

    made = create(aws, TestBotAliasSettings={"BotAliasLocaleSettings": settings})

    assert find_alias(aws, made.id, TEST_ALIAS).properties["BotAliasLocaleSettings"] == settings


@pytest.mark.parametrize("locale_id", ["ko_XX", "ko-KR", "ko_kr", ""])
def test_refuses_a_locale_that_lex_does_not_speak(aws: FakeAws, locale_id: str) -> None:
    with pytest.raises(ServiceError, match=f"The locale {locale_id} is not supported"):
        BOT_TYPE.create(aws, bot(locale(LocaleId=locale_id)))


def test_refuses_a_setting_of_the_test_alias_for_such_a_locale(aws: FakeAws) -> None:
    settings = [{"LocaleId": "ko_XX", "BotAliasLocaleSetting": {"Enabled": True}}]

    with pytest.raises(ServiceError, match="The locale ko_XX is not supported"):
        create(aws, TestBotAliasSettings={"BotAliasLocaleSettings": settings})


def test_the_test_alias_follows_the_bot(aws: FakeAws) -> None:
    made = create(aws)

    BOT_TYPE.update(aws, made, bot(TestBotAliasSettings={"Description": "for tests"}))

    assert find_alias(aws, made.id, TEST_ALIAS).properties["Description"] == "for tests"


def test_a_locale_is_built_when_the_bot_asks_for_it(aws: FakeAws) -> None:
    built = create(aws)
    unbuilt = create(aws, Name="Other", AutoBuildBotLocales=False)

    assert (built_bot.status(built, LOCALE), built_bot.status(unbuilt, LOCALE)) == ("Built", "NotBuilt")


def test_an_update_builds_anew(aws: FakeAws) -> None:
    made = create(aws)
    changed = bot(locale(CANCEL_ORDER, intent("TalkToAgent", "사람 바꿔 주세요"), FALLBACK))

    BOT_TYPE.update(aws, made, changed)

    running = built_bot.running(made, LOCALE).intent("TalkToAgent")
    assert running is not None
    assert running.utterances == ("사람 바꿔 주세요",)


def test_a_draft_that_is_not_built_talks_as_it_was_built_before(aws: FakeAws) -> None:
    made = create(aws)
    changed = bot(locale(CANCEL_ORDER, intent("TalkToAgent", "사람 바꿔 주세요"), FALLBACK), AutoBuildBotLocales=False)

    BOT_TYPE.update(aws, made, changed)

    running = built_bot.running(made, LOCALE).intent("TalkToAgent")
    assert running is not None
    assert (running.utterances, built_bot.status(made, LOCALE)) == (("상담원 연결",), "NotBuilt")


def test_a_bot_that_cannot_be_built_is_refused_whole(aws: FakeAws) -> None:
    broken = bot(locale(CANCEL_ORDER, TALK_TO_AGENT))

    with pytest.raises(ServiceError, match="ShopBot could not be built: ko_KR: You must configure"):
        BOT_TYPE.create(aws, broken)

    assert not list(aws.store.of("AWS::Lex::Bot"))


def test_a_refused_update_leaves_the_bot_as_it_was(aws: FakeAws) -> None:
    made = create(aws)
    before = made.properties

    with pytest.raises(ServiceError, match="could not be built"):
        BOT_TYPE.update(aws, made, bot(locale(CANCEL_ORDER, TALK_TO_AGENT)))

    assert made.properties is before
    assert built_bot.status(made, LOCALE) == "Built"


def test_all_problems_are_told_at_once(aws: FakeAws) -> None:
    broken = bot(locale(intent("A", "하나?"), intent("B", "둘?"), FALLBACK))

    with pytest.raises(ServiceError) as refused:
        BOT_TYPE.create(aws, broken)

    assert refused.value.message.count("are not allowed") == 2


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "an idle time below a minute": ({"IdleSessionTTLInSeconds": 59}, "59 is less than the minimum of 60"),
    "an idle time above a day": ({"IdleSessionTTLInSeconds": 86_401}, "86401 is greater than the maximum of 86400"),
    "a name in Korean": ({"Name": "상담봇"}, "does not match pattern"),
    "a name with two underscores": ({"Name": "shop__bot"}, "does not match pattern"),
    "a threshold above one": (
        {"BotLocales": [locale(NluConfidenceThreshold=1.1)]},
        "1.1 is greater than the maximum of 1",
    ),
    "a locale twice": ({"BotLocales": [locale(), locale(Description="again")]}, "The locale ko_KR is there twice"),
    "a role that is not there": (
        {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/gone"},
        f"The role arn:aws:iam::{ACCOUNT}:role/gone does not exist",
    ),
    "a network": ({"BotType": "BotNetwork"}, "Networks of bots are not part of the local Lex"),
    "a file": (
        {"BotFileS3Location": {"S3Bucket": "bots", "S3ObjectKey": "bot.zip"}},
        "BotFileS3Location is not part of the local Lex",
    ),
}


@pytest.mark.parametrize(("change", "told"), REFUSED.values(), ids=REFUSED)
def test_refuses(aws: FakeAws, change: dict[str, Any], told: str) -> None:
    with pytest.raises(ServiceError) as refused:
        BOT_TYPE.create(aws, {**bot(), **change})

    assert told in refused.value.message


def test_a_name_is_taken_once(aws: FakeAws) -> None:
    create(aws)

    with pytest.raises(ServiceError, match="ShopBot") as refused:
        create(aws)

    assert refused.value.code == "ConflictException"


def test_a_hundred_bots_are_enough(aws: FakeAws) -> None:
    for number in range(100):
        create(aws, Name=f"Bot{number}", BotLocales=[])

    with pytest.raises(ServiceError, match="Bots per account: the limit of 100") as refused:
        create(aws)

    assert refused.value.code == "ServiceQuotaExceededException"


def test_everything_goes_with_a_bot(aws: FakeAws) -> None:
    found = make(aws)
    made = next(aws.store.of("AWS::Lex::Bot"))

    BOT_TYPE.delete(aws, made)

    assert not list(aws.store.of(BOT_ALIAS))
    assert not list(aws.store.of(BOT_VERSION))
    assert aws.store.get(found.arn) is None
