"""What a deployment reads of an assembly."""

import json
from pathlib import Path

import pytest

from aicc_local.lifecycle import assembly
from aicc_local.lifecycle.errors import CdkFailed


def write(folder: Path, *, stacks: tuple[str, ...] = ("ContactCenter-dev",), account: str = "unknown-account") -> None:
    artifacts = {
        name: {"type": "aws:cloudformation:stack", "environment": f"aws://{account}/ap-northeast-2"} for name in stacks
    }
    tree = {"Tree": {"type": "cdk:tree"}}
    (folder / "manifest.json").write_text(json.dumps({"artifacts": artifacts | tree}), encoding="utf-8")
    for name in (*stacks, "Flows.nested"):
        resources = {name: {"Metadata": {"aws:cdk:path": f"{stacks[0]}/Flows/{name}/Resource"}}, "Bare": {}}
        (folder / f"{name}.template.json").write_text(json.dumps({"Resources": resources}), encoding="utf-8")


def test_takes_the_local_account_where_credentials_decide(tmp_path: Path) -> None:
    write(tmp_path)

    assert assembly.read(tmp_path).environment == "aws://123456789012/ap-northeast-2"


def test_takes_the_account_that_the_settings_name(tmp_path: Path) -> None:
    write(tmp_path, account="111122223333")

    found = assembly.read(tmp_path)

    assert (found.stack, found.account) == ("ContactCenter-dev", "111122223333")


def test_reads_nested_templates_too(tmp_path: Path) -> None:
    write(tmp_path)

    assert len(assembly.read(tmp_path).templates()) == 2


def test_finds_where_in_the_code_a_resource_stands(tmp_path: Path) -> None:
    write(tmp_path)
    found = assembly.read(tmp_path)

    assert found.path_of("Flows.nested") == "Flows/Flows.nested"
    assert found.path_of("Bare") == "Bare"
    assert found.path_of("Unknown") == "Unknown"


def test_an_empty_folder_is_no_assembly(tmp_path: Path) -> None:
    with pytest.raises(CdkFailed, match=f"{tmp_path}: holds no assembly; name a folder that `cdk synth` wrote"):
        assembly.read(tmp_path)


BROKEN = ["{}", "[]", "{", "", '{"artifacts": [1]}', '{"artifacts": {"a": {}}}', '{"artifacts": {"a": 1}}']


@pytest.mark.parametrize("manifest", BROKEN)
def test_a_manifest_that_is_none_is_no_assembly(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")

    with pytest.raises(CdkFailed, match=f"{tmp_path}: holds no assembly, .*; clear it, synth again"):
        assembly.read(tmp_path)


def test_a_file_is_no_assembly(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(CdkFailed, match="file: holds no assembly"):
        assembly.read(tmp_path / "file")


def test_a_path_is_relative_to_the_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path.parent)

    assert assembly.read(Path(tmp_path.name)).folder == tmp_path


def test_an_environment_is_one_stack(tmp_path: Path) -> None:
    write(tmp_path, stacks=("ContactCenter-dev", "ContactCenter-prod"))

    with pytest.raises(CdkFailed, match="2 top-level stacks; an environment is one stack"):
        assembly.read(tmp_path)
