"""Both halves of a call are readable at any width, and nothing of what is said gets lost."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from aicc_cli.call_screen import WIDE, Screen

TEXT = "상담이 종료되었습니다. 가나 상점 고객센터를 이용해 주셔서 감사합니다. 안녕히 계십시오."
PROMPT = {"event": "Prompt", "flow": "disconnect", "block": "say-goodbye", "text": TEXT, "to": "customer"}


def shown(width: int, *, terminal: bool = True) -> list[str]:
    page = io.StringIO()
    Screen(Console(file=page, width=width, force_terminal=terminal, color_system=None)).show([PROMPT])
    return page.getvalue().splitlines()


@pytest.mark.parametrize("width", range(WIDE, WIDE + 80))
def test_no_syllable_is_lost_in_two_columns(width: int) -> None:
    lines = shown(width)

    left = "".join(line.replace("disconnect/say-goodbye", "") for line in lines)
    assert "".join(left.split()) == "안내" + "".join(TEXT.split())


def test_two_columns_stand_beside_each_other() -> None:
    assert shown(160)[0].startswith("안내       상담이 종료되었습니다.")
    assert shown(160)[0].rstrip().endswith("disconnect/say-goodbye")


@pytest.mark.parametrize(("width", "terminal"), [(80, True), (200, False)])
def test_else_a_line_holds_both(width: int, terminal: bool) -> None:
    assert shown(width, terminal=terminal) == [f"안내: {TEXT}    · disconnect/say-goodbye"]
