"""`aicc summary` tells what a synth made, and what is still to fill in."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from aicc_cli.main import app

RUNNER = CliRunner()


@pytest.fixture
def assembly(tmp_path: Path) -> Path:
    write(tmp_path, stacks=["ContactCenter-prod"])
    return tmp_path


def write(folder: Path, *, stacks: list[str], account: str = "111122223333", alias: str = "hanbit") -> None:
    artifacts: dict[str, Any] = {
        name: {
            "type": "aws:cloudformation:stack",
            "environment": f"aws://{account}/ap-northeast-2",
            "properties": {"templateFile": f"{name}.template.json"},
        }
        for name in stacks
    }
    (folder / "manifest.json").write_text(json.dumps({"artifacts": artifacts}), encoding="utf-8")
    root = {
        "Resources": {
            "Instance": {"Type": "AWS::Connect::Instance", "Properties": {"InstanceAlias": alias}},
            "One": {"Type": "AWS::Connect::Queue"},
            "Two": {"Type": "AWS::Connect::Queue"},
        },
        "Outputs": {"InstanceArn": {"Value": "arn", "Description": "Amazon Connect instance"}},
    }
    nested = {"Resources": {"Flow": {"Type": "AWS::Connect::ContactFlow"}}}
    for name in stacks:
        (folder / f"{name}.template.json").write_text(json.dumps(root), encoding="utf-8")
        assets = {
            "files": {"a": {"source": {"path": "Flows.nested.template.json"}}, "b": {"source": {"path": "asset.1"}}}
        }
        (folder / f"{name}.assets.json").write_text(json.dumps(assets), encoding="utf-8")
    (folder / "Flows.nested.template.json").write_text(json.dumps(nested), encoding="utf-8")
    (folder / "OfAnotherEnvironment.nested.template.json").write_text(json.dumps(nested), encoding="utf-8")


def test_counts_resources_of_all_templates(assembly: Path) -> None:
    result = RUNNER.invoke(app, ["summary", str(assembly)])

    assert result.exit_code == 0
    assert "ContactCenter-prod: 4 resources for 111122223333/ap-northeast-2" in result.output
    rows = [line.strip("│ \n").split("│") for line in result.output.splitlines() if line.startswith("│ AWS::")]
    counts = {name.strip(): int(count) for name, count in rows}
    assert counts == {"AWS::Connect::Queue": 2, "AWS::Connect::ContactFlow": 1, "AWS::Connect::Instance": 1}


def test_names_outputs_and_templates(assembly: Path) -> None:
    result = RUNNER.invoke(app, ["summary", str(assembly)])

    assert "InstanceArn" in result.output
    assert "Amazon Connect instance" in result.output
    assert "Before a deploy" not in result.output


@pytest.mark.parametrize(
    ("account", "alias", "line"),
    [
        ("000000000000", "hanbit", "config/prod.toml: account is 000000000000; give the 12 digits of your AWS account"),
        (
            "111122223333",
            "aicc-example-prod",
            "config/prod.toml: instance.alias is the example; give one of your own, unique in the world",
        ),
    ],
)
def test_says_what_is_still_to_fill_in(tmp_path: Path, account: str, alias: str, line: str) -> None:
    write(tmp_path, stacks=["ContactCenter-prod"], account=account, alias=alias)

    result = RUNNER.invoke(app, ["summary", str(tmp_path)])

    assert f"Before a deploy: {line}" in result.output


def test_refuses_a_folder_without_an_assembly(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["summary", str(tmp_path)])

    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path}: holds no assembly; run `make synth` or `cdk synth` first\n"


@pytest.mark.parametrize("stacks", [[], ["A", "B"]])
def test_refuses_more_or_less_than_one_stack(tmp_path: Path, stacks: list[str]) -> None:
    write(tmp_path, stacks=stacks)

    result = RUNNER.invoke(app, ["summary", str(tmp_path)])

    assert result.exit_code == 1
    assert "there must be exactly one" in result.stderr


@pytest.mark.parametrize("manifest", ["{}", "[]", "{", '{"artifacts": [1]}', '{"artifacts": {"a": {}}}'])
def test_refuses_a_manifest_that_is_none(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")

    result = RUNNER.invoke(app, ["summary", str(tmp_path)])

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{tmp_path}: holds no assembly, its files are not those of `cdk synth`; clear it")


def test_names_a_template_that_is_missing(assembly: Path) -> None:
    (assembly / "Flows.nested.template.json").unlink()

    result = RUNNER.invoke(app, ["summary", str(assembly)])

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{assembly / 'Flows.nested.template.json'}: is missing in the assembly; clear")
