import string

import pytest

from connect_flows import check_name


@pytest.mark.parametrize("name", ["a", "x" * 127, string.ascii_letters + string.digits + " .,-_/#:$@|&{}+?%;"])
def test_takes_what_cloudwatch_shows(name: str) -> None:
    assert check_name(name) is None


@pytest.mark.parametrize("character", ["가", "é", "!", "(", "*", "=", "'", '"', "\n", "\t", "\\", "~", "²"])
def test_refuses_every_other_character(character: str) -> None:
    assert "metrics CloudWatch drops" in (check_name(f"a{character}") or "")


def test_shows_a_foreign_character_once() -> None:
    reason = check_name("가나가 (b)")

    assert reason is not None
    assert reason.startswith("'가나가 (b)' holds characters whose metrics CloudWatch drops: '가나()'; ")


@pytest.mark.parametrize(("name", "problem"), [("", "empty"), ("x" * 128, "128 characters; use at most 127")])
def test_refuses_names_of_the_wrong_length(name: str, problem: str) -> None:
    assert problem in (check_name(name) or "")
