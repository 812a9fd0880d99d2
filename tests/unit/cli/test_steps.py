"""Steps are drawn live on a terminal, and told in a line each elsewhere."""

import io

import pytest
from rich.console import Console

from aicc_cli.steps import Steps


def drawn(*, terminal: bool) -> tuple[Steps, io.StringIO]:
    file = io.StringIO()
    return Steps(Console(file=file, force_terminal=terminal, width=60)), file


def test_tells_a_line_for_each_step_where_nobody_watches() -> None:
    steps, file = drawn(terminal=False)

    with steps.step("Deploy it") as step:
        step.count(1, 2)
        step.note("2 resources [both] of a stack whose name is longer than the line")

    assert file.getvalue() == (
        "✔ Deploy it                      0.0 s  2 resources [both] of a stack whose name is longer than the line\n"
    )


@pytest.mark.parametrize(("error", "word"), [(RuntimeError, "failed"), (KeyboardInterrupt, "stopped")])
def test_tells_which_step_did_not_end_well(error: type[BaseException], word: str) -> None:
    steps, file = drawn(terminal=False)

    with pytest.raises(error), steps.step("Deploy it"):
        raise error

    assert file.getvalue() == f"✘ Deploy it                      0.0 s  {word}\n"


def test_counts_live_on_a_terminal() -> None:
    steps, file = drawn(terminal=True)

    with steps.step("Deploy it") as step:
        step.count(33, 77)

    assert "Deploy it  33/77" in file.getvalue()
    assert "✔" in file.getvalue()
