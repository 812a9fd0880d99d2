import pytest

from aicc_cli import call_place
from tests.unit.cli.simulated_centre import Simulated


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> Simulated:
    made = Simulated()
    monkeypatch.setattr(call_place, "find_centre", made.found)
    for name in ("AICC_ENV", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return made
