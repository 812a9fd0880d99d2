"""What programs read."""

import json
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from connect_flows._rule_texts import RULE_TEXTS

Run = Callable[..., Result]
MakeFlow = Callable[..., str]
Write = Callable[[str, str], Path]


@pytest.fixture
def sarif(run: Run) -> Callable[..., dict[str, Any]]:
    def made(*paths: str) -> dict[str, Any]:
        log: dict[str, Any] = json.loads(run("check", "--format", "sarif", *paths).stdout)
        assert log["version"] == "2.1.0"
        (only,) = log["runs"]
        return dict(only)

    return made


def test_json_is_an_empty_list_if_all_is_well(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow())

    result = run("check", "--format", "json")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "[]\n", "")


def test_json_has_these_keys(run: Run, flow: MakeFlow, write: Write) -> None:
    write("안내.json", flow(Type="Disconnect"))

    result = run("check", "--format", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {
            "file": "안내.json",
            "rule": "E201",
            "severity": "error",
            "action": "bye",
            "path": "Actions[1].Type",
            "message": "Type 'Disconnect' is no type of action",
            "cure": "use DisconnectParticipant",
        }
    ]
    assert "안내.json".encode() in result.stdout_bytes


def test_json_says_what_is_no_flow(run: Run, write: Write) -> None:
    write("a.json", "{")
    write("b.json", "{}")

    found = json.loads(run("check", "a.json", "b.json", "--format", "json").stdout)

    assert [(item["file"], item["rule"], item["path"]) for item in found] == [
        ("a.json", "E001", ""),
        ("b.json", "E002", "Actions"),
        ("b.json", "E002", "StartAction"),
        ("b.json", "E002", "Version"),
    ]


def test_sarif_tells_the_tool_and_all_its_rules(sarif: Callable[..., dict[str, Any]], run: Run, flow: MakeFlow) -> None:
    Path("a.json").write_text(flow(), encoding="utf-8")

    driver = sarif("a.json")["tool"]["driver"]

    assert (driver["name"], driver["version"]) == ("connect-flows", metadata.version("connect-flows"))
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in RULE_TEXTS]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] == ("error" if rule["id"].startswith("E") else "warning")
        assert rule.get("helpUri", "https://").startswith("https://")


def test_sarif_has_results_that_a_host_can_show_at_their_line(
    sarif: Callable[..., dict[str, Any]], flow: MakeFlow, write: Write
) -> None:
    write("흐름/a b.json", flow(Type="Disconnect"))

    run = sarif(".")

    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "E201"
    assert result["level"] == "error"
    assert result["message"]["text"] == (
        "action 'bye' (Actions[1]): Type 'Disconnect' is no type of action; use DisconnectParticipant"
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "%ED%9D%90%EB%A6%84/a%20b.json"},
                "region": {"startLine": 26, "startColumn": 7},
            }
        }
    ]


def test_sarif_names_files_outside_the_folder_in_full(
    sarif: Callable[..., dict[str, Any]], flow: MakeFlow, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("a.json", flow(Type="Disconnect"))
    (file.parent / "elsewhere").mkdir()
    monkeypatch.chdir(file.parent / "elsewhere")

    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for path in (str(file), "../a.json")
        for result in sarif(path)["results"]
    ]

    assert uris == [file.as_uri(), "../a.json"]


def test_a_flow_of_the_largest_size_is_fast(run: Run, flow: MakeFlow, write: Write) -> None:
    document = json.loads(flow())
    document["Actions"] *= 125
    write("a.json", json.dumps(document))

    found = json.loads(run("check", "a.json", "--format", "json").stdout)

    assert {item["rule"] for item in found} == {"E106"}
    assert len(sarif_of(run)["results"]) == len(found)


def sarif_of(run: Run) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(run("check", "a.json", "--format", "sarif").stdout)
    return dict(log["runs"][0])
