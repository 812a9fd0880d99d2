"""AWS::Lex::BotVersion: numbered, frozen, and kept while an alias uses it."""

from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex import built_bot
from aicc_local.lex.kinds import BOT_VERSION
from aicc_local.lex.types import BOT_ALIAS_TYPE, BOT_TYPE, BOT_VERSION_TYPE
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import FALLBACK, LOCALE, bot, intent, locale, make, version


def create(aws: FakeAws, **more: Any) -> Record:
    return BOT_TYPE.create(aws, bot(**more))


def test_versions_count_up_and_no_number_comes_twice(aws: FakeAws) -> None:
    made = create(aws)
    first = BOT_VERSION_TYPE.create(aws, version(made.id))
    BOT_VERSION_TYPE.delete(aws, first)

    second = BOT_VERSION_TYPE.create(aws, version(made.id))

    assert (first.id, second.id) == ("1", "2")
    assert BOT_VERSION_TYPE.ref(aws, second) == f"{made.id}|2"
    assert BOT_VERSION_TYPE.all_attributes(aws, second)["BotVersion"] == "2"


def test_a_version_keeps_what_the_bot_was(aws: FakeAws) -> None:
    made = create(aws)
    frozen = BOT_VERSION_TYPE.create(aws, version(made.id))

    BOT_TYPE.update(aws, made, bot(locale(intent("Other", "다른 문의"), FALLBACK)))
    copied = BOT_VERSION_TYPE.create(aws, version(made.id, source="1"))

    assert built_bot.running(frozen, LOCALE).intent("CancelOrder") is not None
    assert built_bot.running(copied, LOCALE).intent("CancelOrder") is not None
    assert built_bot.running(made, LOCALE).intent("CancelOrder") is None


def test_what_is_not_built_becomes_no_version(aws: FakeAws) -> None:
    made = create(aws, AutoBuildBotLocales=False)

    with pytest.raises(ServiceError, match=f"The locale ko_KR of bot {made.id} is not built: its status is NotBuilt"):
        BOT_VERSION_TYPE.create(aws, version(made.id))


def test_a_version_has_only_locales_of_the_bot(aws: FakeAws) -> None:
    made = create(aws)
    english = version(made.id)
    english["BotVersionLocaleSpecification"][0]["LocaleId"] = "en_US"

    with pytest.raises(ServiceError, match="There is no locale en_US"):
        BOT_VERSION_TYPE.create(aws, english)


def test_a_version_has_no_locale_that_lex_does_not_speak(aws: FakeAws) -> None:
    made = create(aws)
    unknown = version(made.id)
    unknown["BotVersionLocaleSpecification"][0]["LocaleId"] = "ko_XX"

    with pytest.raises(ServiceError, match="The locale ko_XX is not supported"):
        BOT_VERSION_TYPE.create(aws, unknown)


def test_a_version_does_not_change(aws: FakeAws) -> None:
    made = create(aws)
    BOT_VERSION_TYPE.create(aws, version(made.id))
    second = BOT_VERSION_TYPE.create(aws, version(made.id))

    BOT_VERSION_TYPE.update(aws, second, {**version(made.id), "Description": "described"})
    with pytest.raises(ServiceError, match="A version of a bot cannot be changed"):
        BOT_VERSION_TYPE.update(aws, second, version(made.id, source="1"))

    assert second.properties["Description"] == "described"


def test_a_version_that_an_alias_uses_stays(aws: FakeAws) -> None:
    used = make(aws)
    [numbered] = aws.store.of(BOT_VERSION)

    with pytest.raises(ServiceError, match="is used by the alias live") as refused:
        BOT_VERSION_TYPE.delete(aws, numbered)
    BOT_ALIAS_TYPE.delete(aws, used)
    BOT_VERSION_TYPE.delete(aws, numbered)

    assert refused.value.code == "ResourceInUseException"
    assert not list(aws.store.of(BOT_VERSION))
