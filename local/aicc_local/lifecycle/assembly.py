"""What a deployment has to know of a cloud assembly."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aicc_local.lifecycle.environment import ACCOUNT
from aicc_local.lifecycle.errors import CdkFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """What one synth wrote.

    Attributes:
        folder: Where.
        stack: The name of its top-level stack.
        account: The account that the stack is for; the local one where credentials decide.
        region: Its Region.
    """

    folder: Path
    stack: str
    account: str
    region: str

    @property
    def environment(self) -> str:
        """As `cdk bootstrap` takes it."""
        return f"aws://{self.account}/{self.region}"

    def templates(self) -> list[str]:
        """The text of each template, those of nested stacks included."""
        return [file.read_text(encoding="utf-8") for file in sorted(self.folder.glob("*.template.json"))]

    def path_of(self, logical_id: str) -> str:
        """Where in the code a resource was made, such as "People/Administrator-admin"; else its logical id."""
        for text in self.templates():
            resource = json.loads(text).get("Resources", {}).get(logical_id)
            if resource:
                path = str(resource.get("Metadata", {}).get("aws:cdk:path", logical_id))
                return path.removeprefix(f"{self.stack}/").removesuffix("/Resource")
        return logical_id


def read(folder: Path) -> Assembly:
    """Read what `cdk synth` wrote into `folder`, which may be relative to the folder of the user.

    Raises:
        CdkFailed: There is no assembly with exactly one stack.
    """
    try:
        # The CDK runs in another folder.
        return _read(folder.resolve())
    except (FileNotFoundError, NotADirectoryError):
        raise CdkFailed(f"{folder}: holds no assembly; name a folder that `cdk synth` wrote") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CdkFailed(
            f"{folder}: holds no assembly, its manifest.json is not one of `cdk synth`; clear it, synth again"
        ) from None


def _read(folder: Path) -> Assembly:
    artifacts: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["artifacts"]
    stacks = [(key, item) for key, item in artifacts.items() if item["type"] == "aws:cloudformation:stack"]
    if len(stacks) != 1:
        raise CdkFailed(f"{folder}: {len(stacks)} top-level stacks; an environment is one stack: clear it, synth again")
    [(name, artifact)] = stacks
    account, _, region = artifact["environment"].removeprefix("aws://").partition("/")
    return Assembly(folder=folder, stack=name, account=account if account.isdigit() else ACCOUNT, region=region)
