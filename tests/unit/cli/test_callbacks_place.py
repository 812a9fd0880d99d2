"""`aicc callbacks` asks the AWS that was named, else the local one if it runs, else that of the credentials."""

import sys
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError, NoCredentialsError, ProfileNotFound, ReadTimeoutError
from typer.testing import CliRunner

from aicc_cli.callbacks_errors import CannotBeDone, fault
from aicc_cli.callbacks_place import Target, find_place
from aicc_cli.main import app
from aicc_local.lifecycle import server_process
from aicc_local.lifecycle.home import Home, Running

RUNNING = Running(pid=77, port=4567, account="123456789012", keeps=False)
LOCAL = "local AWS on port 4567, ap-northeast-2"


@pytest.fixture(autouse=True)
def _nothing_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AICC_HOME", str(tmp_path))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    for name in ("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ENDPOINT_URL", "AWS_REGION", "AWS_ACCESS_KEY_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-1")


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Home, "running", lambda home: RUNNING)
    monkeypatch.setattr(server_process, "answers", lambda port: True)


@pytest.mark.usefixtures("running")
@pytest.mark.parametrize(
    ("target", "name"), [(None, LOCAL), (Target.LOCAL, LOCAL), (Target.AWS, "AWS, ap-northeast-1")]
)
def test_a_local_aws_that_runs_is_asked_unless_another_is_named(target: Target | None, name: str) -> None:
    assert find_place(target).name == name


@pytest.mark.usefixtures("running")
def test_the_local_aws_is_asked_whatever_the_shell_points_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://localhost:9")
    monkeypatch.setenv("AWS_PROFILE", "production")

    place = find_place(None)

    assert place.functions.meta.endpoint_url == place.cloudformation.meta.endpoint_url == "http://localhost:4567"


def test_without_a_local_aws_the_usual_credentials_are_asked() -> None:
    assert find_place(None).name == "AWS, ap-northeast-1"


def test_the_region_is_the_one_that_the_other_tools_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "ap-northeast-2")

    assert find_place(None).name == "AWS, ap-northeast-2"


def test_a_request_is_sent_to_the_function_once() -> None:
    config: Any = find_place(Target.AWS).functions.meta.config

    assert config.retries["total_max_attempts"] == 1
    assert (config.connect_timeout, config.read_timeout) == (5, 60)


def test_an_address_of_its_own_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://localhost:9")

    assert find_place(Target.AWS).name == "AWS at http://localhost:9, ap-northeast-1"


def test_a_local_aws_that_does_not_run_is_told() -> None:
    with pytest.raises(CannotBeDone, match="the local AWS is not running; start it: aicc up"):
        find_place(Target.LOCAL)


@pytest.mark.usefixtures("running")
def test_a_local_aws_that_does_not_answer_is_told_and_no_account_is_asked_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server_process, "answers", lambda port: False)

    with pytest.raises(CannotBeDone, match=r"the local AWS \(pid 77\) does not answer on port 4567"):
        find_place(None)


def test_a_local_aws_that_is_not_installed_matters_only_to_who_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aicc_local.lifecycle.home", None)

    assert find_place(None).name == "AWS, ap-northeast-1"
    with pytest.raises(CannotBeDone, match="the local AWS is not installed here; install it: make up"):
        find_place(Target.LOCAL)


def test_no_region_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_DEFAULT_REGION")

    with pytest.raises(CannotBeDone, match=r"^AWS: no Region is set; export AWS_REGION=ap-northeast-2$"):
        find_place(None)


def test_a_profile_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "nobody")

    with pytest.raises(CannotBeDone, match=r"^AWS: no credentials \(.*nobody.*\); sign in"):
        find_place(None)


def test_no_credentials_are_told_in_a_line() -> None:
    done = CliRunner().invoke(app, ["callbacks", "list"])

    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("AWS, ap-northeast-1: no credentials (Unable to locate credentials); sign in")


@pytest.mark.parametrize(
    ("error", "cure"),
    [
        (NoCredentialsError(), "sign in"),
        (ProfileNotFound(profile="nobody"), "sign in"),
        (ReadTimeoutError(endpoint_url="https://x"), "what was asked may have been done; look: aicc callbacks list"),
        (EndpointConnectionError(endpoint_url="https://x"), "check the network"),
    ],
)
def test_each_fault_has_its_cure(error: Exception, cure: str) -> None:
    told = str(fault("AWS", error))  # type: ignore[arg-type]  # all are BotoCoreError

    assert told.startswith("AWS: ")
    assert cure in told
