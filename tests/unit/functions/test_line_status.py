from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from read_line_status.logic import Because, Line, Status, read_line_status

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
SOON, NOW_EXACTLY = int(NOW.timestamp()) + 1, int(NOW.timestamp())
EMERGENCY = {"status": "emergency", "announcement": "화재로 상담이 중단되었습니다."}


@dataclass
class Switches:
    stored: Mapping[str, object] | None

    def line(self, name: str) -> Mapping[str, object] | None:
        return self.stored if name == "main" else None


@pytest.mark.parametrize("stored", [EMERGENCY, {**EMERGENCY, "expires_at": SOON}])
def test_an_emergency_brings_its_announcement(stored: Mapping[str, object]) -> None:
    line = read_line_status("main", operations=Switches(stored), now=NOW)

    assert line == Line(Status.EMERGENCY, "화재로 상담이 중단되었습니다.", Because.SWITCHED)


@pytest.mark.parametrize(
    ("stored", "because"),
    [
        (None, Because.ABSENT),
        ({"status": "open", "announcement": "old text"}, Because.SWITCHED),
        ({**EMERGENCY, "expires_at": NOW_EXACTLY}, Because.EXPIRED),
        ({**EMERGENCY, "expires_at": "tomorrow"}, Because.NONSENSE),
        ({**EMERGENCY, "status": "EMERGENCY"}, Because.NONSENSE),
        ({"status": "emergency"}, Because.NONSENSE),
        ({"status": "emergency", "announcement": "  "}, Because.NONSENSE),
        ({"status": {"BOOL": True}, "announcement": "text"}, Because.NONSENSE),
        ({}, Because.NONSENSE),
    ],
)
def test_whatever_is_no_clear_emergency_is_open(stored: Mapping[str, object] | None, because: Because) -> None:
    line = read_line_status("main", operations=Switches(stored), now=NOW)

    assert line == Line(Status.OPEN, "", because)


def test_another_line_is_not_concerned() -> None:
    line = read_line_status("sales", operations=Switches(EMERGENCY), now=NOW)

    assert line.status is Status.OPEN
