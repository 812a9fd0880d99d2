import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
MakeFlow = Callable[..., str]
Write = Callable[[str, str], Path]

ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/12345678-1234-1234-1234-123456789012"
MODULE = {
    "Version": "2019-10-30",
    "StartAction": "bye",
    "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []},
    "Actions": [{"Identifier": "bye", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {}}],
}


def test_a_good_flow_is_fine(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow())

    result = run("check", "a.json")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 file: nothing found\n")


def test_errors_fail(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow(Type="Disconnect"))

    result = run("check", "a.json")

    assert result.exit_code == 1
    assert result.stdout == (
        "a.json:26:7: action 'bye' (Actions[1]): Type 'Disconnect' is no type of action; "
        "use DisconnectParticipant [E201]\n"
    )
    assert result.stderr == "1 file: 1 error\n"


def test_warnings_fail_only_if_asked(run: Run, write: Write) -> None:
    write("module.json", json.dumps(MODULE))

    assert run("check", ".").exit_code == 0
    assert run("check", ".").stderr == "1 file: 1 warning\n"
    assert run("check", ".", "--strict").exit_code == 1


def test_the_current_folder_is_checked_if_none_is_named(run: Run, flow: MakeFlow, write: Write) -> None:
    write("modules/deep/a.JSON", flow(Type="Disconnect"))

    result = run("check")

    assert result.exit_code == 1
    assert result.stdout.startswith(os.path.join("modules", "deep", "a.JSON:"))


@pytest.mark.parametrize("folder_name", [".git", "node_modules", "cdk.out", "cdk.out.prod"])
def test_what_belongs_to_tools_is_passed_over(run: Run, flow: MakeFlow, write: Write, folder_name: str) -> None:
    write("a.json", flow())
    write(f"{folder_name}/b.json", flow(Type="Disconnect"))
    write(".#a.json", "what an editor leaves")

    assert run("check").stderr == "1 file: nothing found\n"
    assert run("check", folder_name).exit_code == 1


def test_what_lies_there_and_is_no_flow_is_skipped(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow())
    write("case.json", '{"Version": "2019-10-30", "Observations": []}')
    write("list.json", "[1]")
    write("package.json", '{"name": "x"}')
    write("tsconfig.json", '{"files": [], // none\n}')

    result = run("check")

    assert result.exit_code == 0
    assert result.stderr == (
        "skipped, as they hold no flow: case.json, list.json, package.json and 1 more\n1 file: nothing found\n"
    )


@pytest.mark.parametrize("text", ["", '{"Version": "2019-10-30", "Act', '{"StartAction": "a", "Actions": 3}'])
def test_a_broken_flow_is_not_skipped(run: Run, write: Write, text: str) -> None:
    write("a.json", text)

    assert run("check").exit_code == 1


@pytest.mark.parametrize("text", ['{"name": "x"}', "[1]", "?"])
def test_a_file_that_is_named_is_not_skipped(run: Run, write: Write, text: str) -> None:
    write("package.json", text)

    assert run("check", "package.json").exit_code == 1
    assert run("check", ".", "package.json").exit_code == 1


def test_each_file_is_judged_once(run: Run, flow: MakeFlow, write: Write) -> None:
    file = write("flows/a.json", flow(Type="Disconnect"))

    result = run("check", "flows/a.json", "flows", "./flows/../flows/a.json", str(file))

    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == "1 file: 1 error\n"


def test_a_file_with_any_ending_can_be_named(run: Run, flow: MakeFlow, write: Write) -> None:
    write("exported", flow())

    assert run("check", "exported").exit_code == 0


def test_reads_standard_input(run: Run, flow: MakeFlow) -> None:
    assert run("check", "-", stdin=flow()).exit_code == 0

    result = run("check", "-", "-", stdin="{")

    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:1:2: document: line 1, column 2 is not JSON")
    assert run("check", "-", stdin=b"\xff").stdout.startswith("<stdin>:1:1: document: byte 0xff in line 1 is not UTF-8")


@pytest.mark.parametrize("spelling", ["AGENT_HOLD", "agentHold", "agent-hold", "AgentHold", "agent_hold"])
def test_a_type_may_be_spelt_as_the_api_or_as_the_console_does(
    run: Run, flow: MakeFlow, write: Write, spelling: str
) -> None:
    write("a.json", flow())

    result = run("check", "a.json", "--type", spelling)

    assert result.exit_code == 1
    assert "AGENT_HOLD" in result.stdout


def test_a_flow_can_be_judged_as_a_module(run: Run, write: Write) -> None:
    write("a.json", json.dumps(MODULE))

    assert run("check", "a.json", "--type", "Module").exit_code == 0
    assert run("check", "a.json", "--type", "contactFlow").exit_code == 1


def test_arns_of_other_instances_are_findings(run: Run, flow: MakeFlow, write: Write) -> None:
    other = ARN.replace("111122223333", "999999999999") + "/queue/12345678-1234-1234-1234-123456789012"
    write("a.json", flow(Identifier="bye", Type="UpdateContactTargetQueue", Parameters={"QueueId": other}))

    result = run("check", "a.json", "--instance-arn", ARN)

    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.json"], "missing.json: does not exist; name a file or a folder\n"),
        (["empty"], "empty: no flow is there; name a file or a folder that holds one\n"),
        (["empty", "other"], "empty, other: no flow is there; name a file or a folder that holds one\n"),
        (
            ["a.json", "--type", "hold"],
            "--type 'hold' is no type of flow; use CONTACT_FLOW, CUSTOMER_QUEUE, CUSTOMER_HOLD, CUSTOMER_WHISPER, "
            "AGENT_HOLD, AGENT_WHISPER, OUTBOUND_WHISPER, AGENT_TRANSFER, QUEUE_TRANSFER, CAMPAIGN, MODULE\n",
        ),
        (
            ["a.json", "--instance-arn", "arn:aws:s3:::x"],
            "--instance-arn 'arn:aws:s3:::x' is no ARN of an instance; "
            "write arn:aws:connect:<region>:<account>:instance/<id>\n",
        ),
        (
            ["a.json", "--functions", "a.json"],
            "--functions is about flows that belong together; name their folder, and no --type\n",
        ),
        (
            ["empty", "--functions", "missing.toml"],
            "--functions missing.toml: is no file; name a TOML file with a table for each function\n",
        ),
    ],
)
def test_a_wrong_command_is_told_in_one_line(
    run: Run, flow: MakeFlow, write: Write, arguments: list[str], message: str
) -> None:
    write("a.json", flow())
    write("other/package.json", "{}")
    Path("empty").mkdir()

    result = run("check", *arguments)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


@pytest.mark.parametrize("style", ["text", "json", "sarif"])
def test_a_file_that_cannot_be_read_is_a_finding(
    run: Run, flow: MakeFlow, write: Write, monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    write("a.json", flow())
    write("secret.json", flow())
    read = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "secret.json":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)

    result = run("check", "--format", style)

    assert result.exit_code == 1
    assert "cannot be read (Permission denied)" in result.stdout
    assert style == "text" or json.loads(result.stdout)


def test_a_folder_that_cannot_be_read_is_a_finding(
    run: Run, flow: MakeFlow, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.json", flow())
    write("secret/b.json", flow())
    scan = os.scandir

    def guarded(path: str) -> object:
        if path.endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)

    result = run("check")

    assert result.exit_code == 1
    assert result.stdout.startswith("secret: document: cannot be read (Permission denied)")


def test_a_name_that_is_no_unicode_is_shown(run: Run, flow: MakeFlow) -> None:
    name = os.fsdecode(b"\xc7\xd1.json")
    Path(name).write_text(flow(Type="Disconnect"), encoding="utf-8")

    as_text, as_json, as_sarif = (run("check", "--format", style) for style in ("text", "json", "sarif"))

    assert as_text.stdout.startswith(r"'\udcc7\udcd1.json:26:7': action 'bye'")
    assert json.loads(as_json.stdout_bytes)[0]["file"] == name
    assert '"uri": "%C7%D1.json"' in as_sarif.stdout
