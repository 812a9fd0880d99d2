"""What `cdk synth` makes of each environment passes every check there is without AWS."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.infra.environments.synthesized import REPOSITORY, Synthesized, cdk

CFN_LINT = str(Path(sys.executable).parent / "cfn-lint")
MOST_RESOURCES = 450
MOST_BYTES = 900_000


def test_synthesizes_without_credentials_and_network(environment: Synthesized) -> None:
    assert environment.failure == ""
    assert len(environment.resources) > 70


def test_leaves_an_empty_validation_report(environment: Synthesized) -> None:
    report = json.loads((environment.folder / "validation-report.json").read_text(encoding="utf-8"))

    assert report["pluginReports"] == []


def test_makes_one_top_level_stack(environment: Synthesized) -> None:
    artifacts = json.loads((environment.folder / "manifest.json").read_text(encoding="utf-8"))["artifacts"]
    stacks = [name for name, artifact in artifacts.items() if artifact["type"] == "aws:cloudformation:stack"]

    assert stacks == [f"ContactCenter-{environment.settings.environment}"]


def test_passes_cfn_lint_for_the_region(environment: Synthesized) -> None:
    files = [str(environment.folder / name) for name in environment.templates]
    command = [CFN_LINT, "--region", environment.settings.region, "--", *files]

    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_cfn_lint_reads_the_region(tmp_path: Path) -> None:
    template = tmp_path / "version.template.json"
    flow = {"Type": "AWS::Connect::ContactFlowVersion", "Properties": {"ContactFlowId": "arn"}}
    template.write_text(json.dumps({"Resources": {"Version": flow}}), encoding="utf-8")
    command = [CFN_LINT, "--region", "ap-northeast-2", "--", str(template)]

    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert "E3006" in done.stdout


def test_stays_below_the_limits_of_a_template(environment: Synthesized) -> None:
    for name, template in environment.templates.items():
        assert len(template["Resources"]) < MOST_RESOURCES, name
        assert (environment.folder / name).stat().st_size < MOST_BYTES, name


@pytest.mark.parametrize("name", ["produ", "PROD", "../prod"])
def test_refuses_an_unknown_environment(name: str, tmp_path: Path) -> None:
    done = cdk("synth", "--quiet", "--context", f"env={name}", "--output", str(tmp_path))

    assert done.returncode != 0
    assert "dev, local, prod, staging" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.glob("*.template.json")) == []
