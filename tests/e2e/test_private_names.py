"""The emulator's private names that the local AWS leans on, against the version that is installed."""

from importlib.metadata import version
from pathlib import Path

import pytest

from aicc_local.emulator import private_names
from aicc_local.emulator.private_names import Use

REQUIREMENTS = Path(__file__).parents[2] / "requirements-local.in"


def test_the_installed_emulator_has_every_name_that_is_used() -> None:
    found = list(private_names.problems())

    assert not found, f"ministack {version('ministack')} is not what this was written for:\n" + "\n".join(found)


def test_the_emulator_is_pinned_to_the_version_that_is_installed() -> None:
    [pinned] = [
        line.partition("#")[0].strip() for line in REQUIREMENTS.read_text().splitlines() if "ministack=" in line
    ]

    assert pinned == f"ministack=={version('ministack')}"


def test_the_names_are_found_in_the_source() -> None:
    uses = private_names.uses()

    assert Use("tables.py", "ministack.services.dynamodb", "_pitr_settings") in uses
    assert len(uses) > 100


def test_a_name_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("ministack.services.dynamodb._pitr_settings")

    assert "tables.py: ministack has no ministack.services.dynamodb._pitr_settings any more" in private_names.problems()


def test_other_parameters_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ministack.services.sqs._collect_msgs", lambda queue: [])

    assert any("sqs._collect_msgs takes ('queue',)" in problem for problem in private_names.problems())
