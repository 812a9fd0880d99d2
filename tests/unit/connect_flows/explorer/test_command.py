"""`connect-flows explore`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from connect_flows import Flow
from connect_flows._cli.app import app
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.small_flows import BYE, GOODBYE, check_hours, compare, flow, set_attributes

Run = Callable[..., Result]
SILENT = "silence inbound: block bye: the contact ends without a word; say what is the matter before it ends"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, ["explore", *arguments], env={"FORCE_COLOR": ""})


def keep(*flows: Flow) -> None:
    """Flows as files in the folder flows."""
    Path("flows").mkdir()
    for each in flows:
        Path("flows", each.source).write_text(json.dumps(each.document), encoding="utf-8")


def test_says_that_nothing_is_wrong(run: Run) -> None:
    keep(flow("inbound", GOODBYE, BYE))

    result = run("flows")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file, 2 situations, 1 of 1 branches: nothing found\n"


def test_shows_a_finding_with_its_path_in_a_line_and_fails(run: Run) -> None:
    keep(flow("inbound", BYE))

    result = run("flows")

    assert (result.exit_code, result.stdout) == (1, f"{SILENT} (call to inbound)\n")
    assert "1 finding" in result.stderr


def test_shows_a_table_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(flow("inbound", BYE))
    monkeypatch.setenv("COLUMNS", "120")

    result = CliRunner().invoke(app, ["explore", "flows"], env={"FORCE_COLOR": "1", "COLUMNS": "120"})

    assert "Problem" in result.stdout
    assert "call to inbound" in result.stdout


def test_writes_everything_for_programs(run: Run) -> None:
    keep(flow("inbound", check_hours("hours", open="goodbye", closed="bye", missing="goodbye"), GOODBYE, BYE))

    result = run("flows", "--json")
    document = json.loads(result.stdout)

    assert result.exit_code == 1
    assert document["complete"] is True
    assert document["findings"][0]["path"] == ["call to inbound", "hours main are closed"]
    assert {"flow": "inbound", "block": "hours", "branch": "condition:Equals:False"} in document["branches"]
    assert {path["end"] for path in document["paths"]} >= {"CONTACT_FLOW_DISCONNECT"}


def test_begins_where_it_is_told_to(run: Run) -> None:
    keep(flow("inbound", BYE), flow("outbound", GOODBYE, BYE))

    assert run("flows", "--start", "outbound").exit_code == 0
    assert run("flows", "--start", "inbound").exit_code == 1


def test_takes_attributes_and_texts_and_channels(run: Run) -> None:
    given = compare("vip", "$.Attributes.vip", {"true": "set"}, otherwise="set")
    kept = set_attributes("set", next="offer", offer="${text.offer}")
    offer = compare("offer", "$.Attributes.offer", {"now": "channel"}, otherwise="channel")
    channel = compare("channel", "$.Channel", {"VOICE": "goodbye", "CHAT": "goodbye"}, otherwise="goodbye")
    keep(flow("inbound", given, kept, offer, channel, GOODBYE, BYE))

    assert run("flows", "--given", "vip").exit_code == 0
    assert run("flows").stdout.startswith("unset inbound: block vip")
    assert run("flows", "--given", "vip", "--text", "offer=later").stdout.startswith("unreached inbound: block offer")
    assert run("flows", "--given", "vip", "--channel", "voice").stdout.startswith("unreached inbound: block channel")


def test_knows_the_attributes_that_functions_write(run: Run) -> None:
    keep(flow("inbound", compare("vip", "$.Attributes.vip", {"true": "goodbye"}, otherwise="goodbye"), GOODBYE, BYE))
    Path("flows/functions.toml").write_text('[look_up]\nwrites = ["vip"]\n', encoding="utf-8")

    assert run("flows").exit_code == 0


def test_lets_blocks_fail_when_told_to(run: Run) -> None:
    kept = block("keep", "UpdateContactAttributes", {"Attributes": {"a": "b"}}, next="goodbye",
                 errors={"NoMatchingError": "bye"})  # fmt: skip
    keep(flow("inbound", kept, GOODBYE, BYE))

    assert run("flows").exit_code == 0
    assert "keep meets NoMatchingError" in run("flows", "--faults").stdout


def test_says_what_the_bound_left_out(run: Run) -> None:
    keep(flow("inbound", GOODBYE, BYE))

    result = run("flows", "--bound", "1")

    assert result.exit_code == 0
    assert "there are more than 1 situations" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: does not exist"),
        (["flows", "--start", "nobody"], "flow 'nobody' is not there; start with one of inbound"),
        (["flows", "--text", "offer"], "--text 'offer' has no text; write KEY=TEXT"),
        (["flows", "--channel", "FAX"], "--channel 'FAX' is no channel; use VOICE or CHAT"),
    ],
)
def test_refuses_in_one_line_what_makes_no_sense(run: Run, arguments: list[str], message: str) -> None:
    keep(flow("inbound", GOODBYE, BYE))

    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_refuses_a_folder_without_flows(run: Run) -> None:
    Path("empty").mkdir()

    assert run("empty").exit_code == 2


def test_refuses_flows_that_cannot_be_read(run: Run) -> None:
    Path("broken.json").write_text('{"Version": "2019-10-30", "Actions": 1}', encoding="utf-8")

    assert run("broken.json").exit_code == 2
