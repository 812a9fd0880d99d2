"""What `config/` promises as it is shipped, whatever account, names and people are filled in."""

from pathlib import Path

import pytest

from stacks.settings import environments, load_settings
from stacks.settings.loading import CONFIG

SHIPPED = environments()
KEPT = [name for name in SHIPPED if name in ("prod", "staging")]
EMERGENCY = {
    *("DeleteCallRecordings", "PhoneNumbers.Release", "ContactFlows.Publish", "Queues.Purge", "UnredactedData.View"),
    *("ListenCallRecordings", "DownloadCallRecordings", "SecurityProfiles.Create", "SecurityProfiles.Edit"),
}


@pytest.mark.parametrize("environment", SHIPPED)
def test_every_environment_loads(environment: str) -> None:
    assert load_settings(environment).environment == environment


@pytest.mark.parametrize("environment", KEPT)
def test_only_dev_can_be_thrown_away(environment: str) -> None:
    removal = load_settings(environment).removal

    assert (removal.retain, removal.termination_protection) == (True, True)


@pytest.mark.parametrize("environment", KEPT)
def test_keeps_complaints_as_long_as_the_law_asks(environment: str) -> None:
    storage = load_settings(environment).storage

    assert min(storage.recordings_days, storage.transcripts_days) >= 1095


def test_the_local_environment_shows_all_that_callbacks_can_do() -> None:
    settings = load_settings("local")

    assert settings.callbacks is not None
    assert settings.callbacks.queued
    assert {number.source for number in settings.phone_numbers.values()} == {"claim"}


@pytest.mark.parametrize("environment", SHIPPED)
def test_nobody_holds_what_belongs_to_emergencies(environment: str) -> None:
    profiles = load_settings(environment).security_profiles.values()

    held = {permission for profile in profiles for permission in profile.permissions}

    assert not held & EMERGENCY
    assert not [permission for permission in held if ".Unredacted." in permission]


@pytest.mark.parametrize("file", sorted(CONFIG.glob("saml/*.xml")), ids=lambda file: file.name)
def test_no_metadata_holds_a_private_key(file: Path) -> None:
    assert "PRIVATE" not in file.read_text(encoding="utf-8")
