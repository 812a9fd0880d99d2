"""The wheels serve another team: installed into an empty environment, they synthesize an app outside the repository."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
BIN = Path(sys.executable).parent
APP = Path(__file__).parent / "app_elsewhere.py"


def run(*command: str, cwd: Path, **variables: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("wheels")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    run(sys.executable, "-m", "pip", "wheel", *options, "./connect-flows", "./constructs", cwd=REPOSITORY)
    return {path.name.partition("-")[0]: path for path in folder.glob("*.whl")}


def test_wheels_hold_what_the_constructs_need(wheels: dict[str, Path]) -> None:
    names = zipfile.ZipFile(wheels["aicc_constructs"]).namelist()

    assert "aicc_constructs/_assets/lambda/authenticate_customer/handler.py" in names
    assert "aicc_constructs/_assets/lambda/requirements.txt" in names
    assert "aicc_constructs/_assets/flows/inbound.json" in names
    assert "aicc_constructs/_assets/bots/customer_service.yaml" in names
    assert "lex_bots/__init__.py" in names
    assert "aicc_constructs/py.typed" in names
    assert not [name for name in names if "__pycache__" in name or name.startswith(("stacks", "tests", "config"))]


def test_wheels_name_their_licence(wheels: dict[str, Path]) -> None:
    for wheel in wheels.values():
        archive = zipfile.ZipFile(wheel)
        [metadata] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]

        assert "License-Expression: Apache-2.0" in archive.read(metadata).decode()
        assert [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]


def test_an_app_outside_the_repository_synthesizes(wheels: dict[str, Path], tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    # The environment begins empty; uv shares the files that it has in its cache, which saves half a minute.
    run("uv", "venv", "--quiet", "--python", sys.executable, str(environment), cwd=tmp_path)
    python = str(environment / "bin" / "python")
    run("uv", "pip", "install", "--quiet", "--python", python, "pip", *map(str, wheels.values()), cwd=tmp_path)
    shutil.copy(APP, tmp_path / "app.py")

    run(python, "app.py", cwd=tmp_path, CDK_OUTDIR=str(tmp_path / "cdk.out"), VIRTUAL_ENV=str(environment))

    assert list(tmp_path.glob("cdk.out/asset.*/authenticate_customer/handler.py"))
    assert list(tmp_path.glob("cdk.out/asset.*/prune_bot_versions/handler.py"))
    [layer] = tmp_path.glob("cdk.out/asset.*.zip")
    assert "python/aws_lambda_powertools/__init__.py" in zipfile.ZipFile(layer).namelist()
    assert '"AWS::Lex::Bot"' in (tmp_path / "cdk.out" / "CallCentre.template.json").read_text(encoding="utf-8")


def test_the_app_is_as_small_as_it_says() -> None:
    assert len(APP.read_text(encoding="utf-8").splitlines()) <= 40
