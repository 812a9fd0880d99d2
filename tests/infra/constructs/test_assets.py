from collections.abc import Callable
from pathlib import Path

import pytest

from aicc_constructs import assets

Refusal = Callable[[Callable[[], object]], str]


def test_what_the_wheel_holds_comes_before_the_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lambda").mkdir()
    monkeypatch.setattr(assets, "_PACKAGED", tmp_path)

    assert assets.asset("lambda") == tmp_path / "lambda"


def test_an_editable_install_finds_the_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(assets, "_PACKAGED", tmp_path / "none")

    assert assets.asset("lambda") == Path(__file__).parents[3] / "lambda"


def test_what_is_nowhere_is_refused(refusal: Refusal) -> None:
    message = refusal(lambda: assets.asset("flows/nowhere.json"))

    assert message == (
        "asset 'flows/nowhere.json': is not in the package; reinstall aicc-constructs, or pass code= or flow="
    )
