"""Which version of the bot talks, how many stay, and how long conversations are kept."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings

Problems = Callable[..., list[str]]


def test_the_newest_version_talks_unless_one_is_named(settings_with: Callable[..., Settings]) -> None:
    bot = settings_with(without=("bot",)).bot

    assert bot.model_dump() == {"live_version": None, "keep_versions": 20, "conversation_log_days": 30}


def test_every_setting_is_its_own(settings_with: Callable[..., Settings]) -> None:
    bot = settings_with('[bot]\nlive_version = "7"\nkeep_versions = 5\nconversation_log_days = 14').bot

    assert bot.model_dump() == {"live_version": "7", "keep_versions": 5, "conversation_log_days": 14}


@pytest.mark.parametrize("version", ["1", "99999"])
def test_a_version_has_up_to_five_digits(settings_with: Callable[..., Settings], version: str) -> None:
    assert settings_with(f'[bot]\nlive_version = "{version}"').bot.live_version == version


NUMBER = "give the number of a version in quotes, e.g. '7', or nothing for the newest"


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ('live_version = "0"', f"live_version: '0' will not do; {NUMBER}"),
        ('live_version = "100000"', f"live_version: '100000' will not do; {NUMBER}"),
        ('live_version = "DRAFT"', f"live_version: 'DRAFT' will not do; {NUMBER}"),
        ('live_version = "７"', f"live_version: '７' will not do; {NUMBER}"),
        ("live_version = 7", f"live_version: 7 is not text in quotes; {NUMBER}"),
        ("keep_versions = 1", "keep_versions: 1 is out of range; give 2 to 80"),
        ("keep_versions = 81", "keep_versions: 81 is out of range; give 2 to 80"),
        (
            "conversation_log_days = 31",
            "conversation_log_days: 31 is no period of CloudWatch Logs; give 30 or 60",
        ),
        ("version = '7'", "version: unknown key; did you mean 'live_version'?"),
    ],
)
def test_refuses_what_makes_no_sense(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(f"[bot]\n{toml}") == [f"config/prod.toml: bot.{line}"]
