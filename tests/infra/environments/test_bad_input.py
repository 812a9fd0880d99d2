"""Bad input is told in one line each, with file, key, value and cure, and leaves no template."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.infra.environments.synthesized import REPOSITORY
from tests.unit.settings.files import CONFIG


@pytest.fixture
def app(tmp_path: Path) -> Path:
    for source in (CONFIG, REPOSITORY / "stacks"):
        shutil.copytree(source, tmp_path / source.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "app.py", tmp_path)
    return tmp_path


def synth(app: Path) -> tuple[int, str]:
    context = json.loads((REPOSITORY / "cdk.json").read_text(encoding="utf-8"))["context"] | {"env": "prod"}
    environment = {**os.environ, "CDK_OUTDIR": str(app / "cdk.out"), "CDK_CONTEXT_JSON": json.dumps(context)}
    done = subprocess.run(
        [sys.executable, "app.py"], cwd=app, env=environment, capture_output=True, text=True, check=False
    )
    assert not list(app.glob("cdk.out/*.template.json"))
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            'approved_origins = ["http://crm.example.com"]',
            "config/prod.toml: approved_origins[0]: 'http://crm.example.com'",
        ),
        ("colour = 1", "config/prod.toml: colour: unknown key"),
        ("account = 1", "config/prod.toml: account: "),
        ("company_name = ", "config/prod.toml: "),
    ],
    ids=["http-origin", "unknown-key", "bad-account", "not-toml"],
)
def test_settings_that_cannot_be_deployed(app: Path, settings: str, line: str) -> None:
    file = app / "config" / "prod.toml"
    text = file.read_text(encoding="utf-8").replace('account = "000000000000"', "")
    account = "" if settings.startswith("account") else 'account = "000000000000"'
    file.write_text(f"{settings}\n{account}\n{text}", encoding="utf-8")

    code, message = synth(app)

    assert code == 1
    assert line in message
    assert "Traceback" not in message
    assert "pydantic" not in message


def test_a_flow_that_does_not_parse(app: Path) -> None:
    # The flows come from the package; the stack is told to read one of its own.
    flow = app / "broken.json"
    flow.write_text('{"Version": "2019-10-30", "StartAction": "a", "Actions": [}', encoding="utf-8")
    stack = app / "stacks" / "flows.py"
    text = stack.read_text(encoding="utf-8")
    assert 'asset(f"flows/{name}.json")' in text
    stack.write_text(text.replace('asset(f"flows/{name}.json")', repr(str(flow))), encoding="utf-8")

    code, message = synth(app)

    assert code == 1
    assert "broken.json: document: line 1, column 59 is not JSON" in message
    assert "Traceback" not in message


def test_names_that_metrics_would_lose(app: Path) -> None:
    file = app / "config" / "prod.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f'{text}\n[queues.general]\nname = "일반 문의"\n', encoding="utf-8")

    code, message = synth(app)

    assert code == 1
    assert "config/prod.toml: queues.general.name: '일반 문의'" in message
