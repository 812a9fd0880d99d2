import re
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

import connect_flows
from connect_flows._rule_texts import RULE_TEXTS

Run = Callable[..., Result]


def test_lists_every_rule_in_a_line(run: Run) -> None:
    lines = run("rules").stdout.splitlines()

    assert [line.split("\t")[0] for line in lines] == [rule.id for rule in RULE_TEXTS]
    assert all(len(line.split("\t")) == 4 for line in lines)


def test_shows_a_table_on_a_terminal(shown: Callable[..., str]) -> None:
    screen = shown("rules", width=120)

    assert all(rule.id in screen for rule in RULE_TEXTS)
    assert "error" in screen
    assert max(map(len, screen.splitlines())) <= 120


def test_shows_one_rule_in_full(run: Run) -> None:
    result = run("rules", "e303")

    assert result.exit_code == 0
    assert result.stdout == (
        "E303 error\n"
        "An action has every error branch that it needs in its mode.\n"
        "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html\n"
        "CreateContactFlow answers InvalidContactFlowException: Action is missing required error\n"
    )


def test_refuses_a_rule_that_is_not_there(run: Run) -> None:
    result = run("rules", "E999")

    assert (result.exit_code, result.stderr) == (2, "'E999' is no rule; `connect-flows rules` lists them all\n")


def test_every_id_that_a_finding_can_have_is_listed_once() -> None:
    package = Path(connect_flows.__file__).parent
    named = re.compile(r'(?:= |Rule\(\s*)"([EWI]\d{3})"')
    used = {found for file in package.rglob("*.py") for found in named.findall(file.read_text("utf-8"))}

    assert sorted(rule.id for rule in RULE_TEXTS) == sorted(used)
