"""The Python in each README runs as it stands; what talks to a local AWS is run in tests/e2e."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
EXAMPLES = [
    pytest.param(example, id=f"{name}-{number}")
    for name in ("README.md", "README.ko.md", "constructs/README.md", "connect-flows/README.md")
    for number, example in enumerate(
        re.findall(r"```python\n(.*?)```", (REPOSITORY / name).read_text(encoding="utf-8"), re.DOTALL)
    )
    if "import boto3" not in example
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(example: str, tmp_path: Path) -> None:
    variables = {**os.environ, "CDK_OUTDIR": str(tmp_path / "cdk.out"), "CDK_VALIDATION": "false"}
    command = [sys.executable, "-c", example]

    done = subprocess.run(command, cwd=REPOSITORY, env=variables, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
