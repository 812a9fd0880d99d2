"""Reads a cloud assembly, nested templates included; the CDK itself is not needed for it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class AssemblyError(ValueError):
    """There is no assembly, or it cannot be read; one line with place, value and cure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One template: its file and what CloudFormation reads."""

    path: Path
    body: dict[str, Any]

    @property
    def resource_types(self) -> list[str]:
        """The type of each resource."""
        return [resource["Type"] for resource in self.body.get("Resources", {}).values()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """What one synth wrote.

    Attributes:
        stack: Name of the top-level stack.
        account: Twelve digits, or "unknown-account" where the credentials decide.
        region: Such as "ap-northeast-2".
        root: Its template.
        nested: The templates of nested stacks.
    """

    stack: str
    account: str
    region: str
    root: Template
    nested: tuple[Template, ...]

    @property
    def templates(self) -> tuple[Template, ...]:
        """Root first."""
        return (self.root, *self.nested)


def read_assembly(folder: Path) -> Assembly:
    """Read what `cdk synth` wrote into a folder.

    Raises:
        AssemblyError: Nothing was synthesized there, or it holds more or less than one top-level stack.
    """
    if not (folder / "manifest.json").is_file():
        raise AssemblyError(f"{folder}: holds no assembly; run `make synth` or `cdk synth` first")
    try:
        return _read(folder)
    except AssemblyError:
        raise
    except FileNotFoundError as error:
        raise AssemblyError(f"{error.filename}: is missing in the assembly; clear {folder} and synth again") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise AssemblyError(
            f"{folder}: holds no assembly, its files are not those of `cdk synth`; clear it and synth again"
        ) from None


def _read(folder: Path) -> Assembly:
    artifacts: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["artifacts"]
    stacks = {key: item for key, item in artifacts.items() if item["type"] == "aws:cloudformation:stack"}
    if len(stacks) != 1:
        names = ", ".join(stacks) or "none"
        raise AssemblyError(
            f"{folder}: top-level stacks: {names}; there must be exactly one, so clear it and synth again"
        )
    [(name, artifact)] = stacks.items()
    account, _, region = artifact["environment"].removeprefix("aws://").partition("/")
    return Assembly(
        stack=name,
        account=account,
        region=region,
        root=_template(folder / artifact["properties"]["templateFile"]),
        nested=tuple(_template(folder / file) for file in _nested(folder / f"{name}.assets.json")),
    )


def _nested(assets: Path) -> list[str]:
    # Not what lies in the folder: another environment's synth may have left its own there.
    if not assets.is_file():
        return []
    files: dict[str, Any] = json.loads(assets.read_text(encoding="utf-8"))["files"]
    paths = [item["source"]["path"] for item in files.values()]
    return sorted(path for path in paths if path.endswith(".nested.template.json"))


def _template(path: Path) -> Template:
    return Template(path=path, body=json.loads(path.read_text(encoding="utf-8")))
