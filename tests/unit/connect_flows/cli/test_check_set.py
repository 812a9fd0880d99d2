import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
MakeFlow = Callable[..., str]
Write = Callable[[str, str], Path]


def leading_to(flow: MakeFlow, name: str) -> str:
    return flow(
        Type="TransferToFlow",
        Parameters={"ContactFlowId": f"${{flow.{name}}}"},
        Transitions={"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "say"}]},
    ).replace('"NextAction": "end"', '"NextAction": "say"')


@pytest.fixture
def invoking(flow: MakeFlow) -> str:
    return flow(
        Type="InvokeLambdaFunction",
        Parameters={
            "LambdaFunctionARN": "${function.greeting}",
            "InvocationTimeLimitSeconds": "3",
            "LambdaInvocationAttributes": {"Colour": "red"},
        },
        Transitions={"NextAction": "say", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "say"}]},
    )


def rules_in(result: Result) -> list[str]:
    return [found["rule"] for found in json.loads(result.stdout)]


def test_flows_of_a_folder_are_judged_as_a_set(run: Run, flow: MakeFlow, write: Write) -> None:
    write("flows/a.json", leading_to(flow, "late"))

    assert "E601" in rules_in(run("check", "flows", "--format", "json"))

    write("more/late.json", flow())

    assert "E601" not in rules_in(run("check", "flows", "more", "--format", "json"))


def test_files_that_are_named_may_lead_to_files_that_are_not(run: Run, flow: MakeFlow, write: Write) -> None:
    write("flows/a.json", leading_to(flow, "late"))

    assert "E601" not in rules_in(run("check", "flows/a.json", "--format", "json"))
    assert "E601" not in rules_in(run("check", "flows", "--type", "contactFlow", "--format", "json"))


@pytest.mark.parametrize("named", [True, False])
def test_functions_are_known_from_a_file(run: Run, invoking: str, write: Write, named: bool) -> None:
    write("flows/a.json", invoking)
    write("contracts.toml" if named else "flows/functions.toml", '[greeting]\ntakes = ["Language"]')

    result = run("check", "flows", *(["--functions", "contracts.toml"] if named else []), "--format", "json")

    assert rules_in(result) == ["W606"]


def test_functions_that_cannot_be_read_are_findings(run: Run, flow: MakeFlow, write: Write) -> None:
    write("flows/a.json", flow())
    write("flows/functions.toml", "[greeting]\nanswer = []")

    result = run("check", "flows")

    assert result.exit_code == 1
    assert "flows/functions.toml: greeting.answer: is unknown" in result.stdout


def test_functions_of_two_folders_are_to_be_chosen(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a/functions.toml", "")
    write("b/functions.toml", "")

    result = run("check", "a", "b")

    assert result.exit_code == 2
    assert result.stderr == "there are a/functions.toml and b/functions.toml; name one with --functions\n"
