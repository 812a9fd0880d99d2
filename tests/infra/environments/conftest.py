"""Each environment, synthesized once by the real command line."""

import fcntl
import os
from pathlib import Path

import pytest

from stacks.settings import environments, load_settings
from tests.infra.environments.synthesized import Synthesized, cdk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests of an environment to one worker, so that no other one waits for its synth."""
    for item in items:
        callspec = getattr(item, "callspec", None)
        if item.path.parent == Path(__file__).parent and callspec and "environment" in callspec.params:
            item.add_marker(pytest.mark.xdist_group(f"environment-{callspec.params['environment']}"))


@pytest.fixture(scope="session", params=environments())
def environment(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Synthesized:
    name: str = request.param
    folder = _shared(tmp_path_factory) / name
    with folder.with_suffix(".lock").open("w") as lock:
        # Workers share what the first of them made.
        fcntl.flock(lock, fcntl.LOCK_EX)
        failure = folder.with_suffix(".failure")
        if not folder.is_dir():
            done = cdk("synth", "--quiet", "--context", f"env={name}", "--output", str(folder))
            failure.write_text("" if done.returncode == 0 else done.stdout + done.stderr, encoding="utf-8")
            folder.mkdir(exist_ok=True)
    return Synthesized(settings=load_settings(name), folder=folder, failure=failure.read_text(encoding="utf-8"))


def _shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
