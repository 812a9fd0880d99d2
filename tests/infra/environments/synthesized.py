"""What the real command line makes of an environment, without credentials and without network."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from stacks.settings import Settings

REPOSITORY = Path(__file__).parents[3]
NOWHERE = "http://127.0.0.1:9"

Resources = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Synthesized:
    """What one environment's synth left."""

    settings: Settings
    folder: Path
    failure: str = ""

    @cached_property
    def templates(self) -> dict[str, dict[str, Any]]:
        """By file name, root first."""
        files = sorted(self.folder.glob("*.template.json"), key=lambda path: (path.name.count(".nested."), path.name))
        return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in files}

    @property
    def root(self) -> dict[str, Any]:
        return next(iter(self.templates.values()))

    @property
    def resources(self) -> Resources:
        """Of all templates; logical ids are unique among them."""
        return {key: item for template in self.templates.values() for key, item in template["Resources"].items()}

    def of_type(self, resource_type: str) -> Resources:
        return {key: item for key, item in self.resources.items() if item["Type"] == resource_type}


def cdk(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the CDK's command line as a user would, with nothing of AWS around and no way out."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "CDK_"))}
    environment |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HTTP_PROXY": NOWHERE,
        "HTTPS_PROXY": NOWHERE,
        "AWS_EC2_METADATA_DISABLED": "true",
        "CDK_DISABLE_CLI_TELEMETRY": "true",
    }
    return subprocess.run(
        ["cdk", *arguments], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
    )
