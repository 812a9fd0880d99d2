"""The app synthesized by the real CLI: as it is shipped, or with settings of a test's own."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from aicc_local.lifecycle.environment import ACCOUNT, REGION
from tests.e2e.local_server import REPOSITORY


def synthesize(folder: Path, environment: str, *, app: Path = REPOSITORY) -> Path:
    """The assembly of an environment, in a new folder below `folder`."""
    out = folder / f"{environment}.out"
    # Templates of this kind are validated elsewhere, which takes as long as all the rest.
    variables = {"CDK_DEFAULT_ACCOUNT": ACCOUNT, "CDK_DEFAULT_REGION": REGION, "CDK_VALIDATION": "false"}
    command = ["cdk", "synth", "--quiet", "--context", f"env={environment}", "--output", str(out)]
    done = subprocess.run(
        command, cwd=app, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return out


def app_with(folder: Path, change: Callable[[str], str]) -> Path:
    """A copy of the app whose common settings are changed."""
    app = folder / "app"
    for name in ("config", "stacks"):
        shutil.copytree(REPOSITORY / name, app / name)
    for name in ("app.py", "cdk.json"):
        shutil.copy(REPOSITORY / name, app / name)
    common = app / "config" / "common.toml"
    before = common.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    common.write_text(after, encoding="utf-8")
    return app
