"""Which environments there are, and how they are read from files."""

import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stacks.settings import Settings, SettingsError, environments, load_settings
from tests.unit.settings.files import CONFIG


def test_lists_every_environment_but_the_common_file() -> None:
    assert environments(CONFIG) == ("dev", "prod")


def test_takes_dev_when_no_environment_is_named() -> None:
    assert load_settings(None, directory=CONFIG).environment == "dev"


def test_finds_an_environment_that_was_just_added(config: Path) -> None:
    (config / "demo.toml").write_text((config / "dev.toml").read_text("utf-8"), "utf-8")

    assert load_settings("demo", directory=config).environment == "demo"


def test_names_the_environments_there_are_when_asked_for_another() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings("qa", directory=CONFIG)

    assert str(refused.value) == "config/qa.toml: no such environment 'qa'; there are dev, prod"


def test_guesses_the_environment_that_was_meant() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings("production", directory=CONFIG)

    assert str(refused.value) == (
        "config/production.toml: no such environment 'production'; did you mean 'prod'? There are dev, prod"
    )


@pytest.mark.parametrize("environment", ["common", "../config/dev", ""])
def test_takes_no_other_file_for_an_environment(config: Path, environment: str) -> None:
    (config / "dev.toml").unlink()

    with pytest.raises(SettingsError, match="no such environment"):
        load_settings(environment, directory=config)


def test_says_where_the_toml_is_broken(config: Path) -> None:
    (config / "prod.toml").write_text('account = "000000000000"\nregion = \n', "utf-8")

    with pytest.raises(SettingsError) as refused:
        load_settings("prod", directory=config)

    assert str(refused.value) == "config/prod.toml: line 2, column 10: invalid value; correct the TOML there"


def test_says_that_the_toml_ends_too_early(config: Path) -> None:
    (config / "common.toml").write_text("years = [2026", "utf-8")

    with pytest.raises(SettingsError) as refused:
        load_settings("prod", directory=config)

    assert str(refused.value) == "config/common.toml: end of file: unclosed array; correct the TOML there"


def test_reports_both_files_when_both_are_broken(config: Path) -> None:
    (config / "common.toml").unlink()
    (config / "dev.toml").write_bytes('name = "고객"'.encode("cp949"))

    with pytest.raises(SettingsError) as refused:
        load_settings("dev", directory=config)

    assert refused.value.problems == (
        "config/common.toml: cannot be read; create it",
        "config/dev.toml: byte 9: not UTF-8; save the file as UTF-8",
    )


@pytest.mark.parametrize("toml", ["a = " + "9" * 5000, "a = " + "[" * 5000])
def test_refuses_toml_that_python_cannot_hold(config: Path, toml: str) -> None:
    (config / "dev.toml").write_text(toml, "utf-8")

    with pytest.raises(SettingsError, match=r"config/dev\.toml: .*; correct the TOML"):
        load_settings("dev", directory=config)


def test_refuses_a_file_name_that_is_no_environment_name(config: Path) -> None:
    (config / "Prod EU.toml").write_text((config / "prod.toml").read_text("utf-8"), "utf-8")

    with pytest.raises(SettingsError) as refused:
        load_settings("Prod EU", directory=config)

    assert str(refused.value) == (
        "config/Prod EU.toml: environment: 'Prod EU' will not do; "
        "give lower-case letters, digits and hyphens, at most 20, as the name of the file"
    )


def test_refuses_the_environment_as_a_key(problems_of: Callable[..., list[str]]) -> None:
    assert problems_of('environment = "prod"') == [
        "config/prod.toml: environment: unknown key; the file's name says it: remove the line"
    ]


def test_is_the_same_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    today = load_settings("prod", directory=CONFIG)
    far_away = datetime.datetime(2031, 7, 1, tzinfo=datetime.UTC).timestamp()
    monkeypatch.setattr(time, "time", lambda: far_away)
    assert datetime.date.today().year == 2031

    another_day = load_settings("prod", directory=CONFIG)

    assert another_day == today
    assert another_day.overrides("business") == today.overrides("business")


def test_listens_to_no_environment_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    before = load_settings("prod", directory=CONFIG)
    for name in ("REGION", "ACCOUNT", "COMPANY_NAME", "AWS_REGION", "CDK_DEFAULT_ACCOUNT", "ENVIRONMENT"):
        monkeypatch.setitem(os.environ, name, "elsewhere")

    assert load_settings("prod", directory=CONFIG) == before


def test_cannot_be_changed_once_read(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with()

    with pytest.raises(ValueError, match="frozen"):
        settings.region = "us-east-1"  # type: ignore[misc]
    with pytest.raises(TypeError, match="does not support item assignment"):
        settings.queues["general"] = settings.queues["orders"]  # type: ignore[index]


def test_what_is_left_out_has_a_safe_value(settings_with: Callable[..., Settings]) -> None:
    optional = (
        *("name_prefix", "region", "approved_origins", "encryption", "authentication", "checks", "agent_statuses"),
        *("instance.contact_lens", "instance.multi_party_conference", "holidays.add", "holidays.remove"),
        *("storage.contact_records", "storage.agent_events"),
    )

    settings = settings_with(without=optional)

    assert settings.name_prefix == "aicc"
    assert settings.region == "ap-northeast-2"
    assert settings.approved_origins == ()
    assert (settings.encryption.rotation_days, dict(settings.encryption.key_arns)) == (365, {})
    assert (settings.authentication.max_misses, settings.authentication.lock_minutes) == (5, 30)
    assert settings.checks.nist_800_53_r5 is False
    assert (settings.agent_statuses, settings.phone_numbers) == ({}, {})
    assert (settings.instance.contact_lens, settings.instance.multi_party_conference) == (True, True)
    assert (settings.holidays.add, settings.holidays.remove) == ((), ())
    assert (settings.storage.contact_records, settings.storage.agent_events) == ("none", "none")
    assert settings.storage.archive_after_days is None


def test_can_be_written_out(settings_with: Callable[..., Settings]) -> None:
    assert settings_with().model_dump(mode="json")["queues"]["general"]["hours"] == "business"


def test_names_carry_the_prefix(settings_with: Callable[..., Settings]) -> None:
    assert settings_with('name_prefix = "shop"').resource_name("General") == "shop-General"


def test_flows_can_say_the_company_and_its_hours(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with('company_name = "한빛 쇼핑"')

    assert settings.texts == {
        "callback_offer": "not_offered",
        "company_name": "한빛 쇼핑",
        "opening_hours": "평일 오전 아홉 시부터 오후 여섯 시까지",
    }
