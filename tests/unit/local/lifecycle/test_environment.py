"""Nothing that the user has set leads a deployment elsewhere than to the local AWS."""

import os

import pytest

from aicc_local.lifecycle.environment import access_key_id, client_environment, isolated, misleading, shell_lines


@pytest.mark.parametrize(
    "name",
    [
        "AWS_PROFILE",
        "AWS_DEFAULT_PROFILE",
        "AWS_SESSION_TOKEN",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        "AWS_ENDPOINT_URL_CLOUDFORMATION",
        "AWS_CA_BUNDLE",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
    ],
)
def test_forgets_what_leads_to_another_account_or_endpoint(name: str) -> None:
    assert name not in isolated({name: "theirs"}, 4566)


def test_puts_its_own_in_the_place_of_real_credentials() -> None:
    theirs = {"AWS_ACCESS_KEY_ID": "AKIAREAL", "AWS_REGION": "us-east-1", "CDK_DEFAULT_ACCOUNT": "999999999999"}

    variables = isolated(theirs, 5000)

    assert variables["AWS_ACCESS_KEY_ID"] == "LOCALAICC"
    assert variables["AWS_REGION"] == "ap-northeast-2"
    assert variables["CDK_DEFAULT_ACCOUNT"] == "123456789012"
    assert variables["AWS_ENDPOINT_URL"] == "http://localhost:5000"


def test_reads_no_configuration_files() -> None:
    variables = isolated({"AWS_CONFIG_FILE": "/home/me/.aws/config"}, 4566)

    assert {variables["AWS_CONFIG_FILE"], variables["AWS_SHARED_CREDENTIALS_FILE"]} == {os.devnull}


def test_asks_no_proxy_for_this_machine() -> None:
    variables = isolated({"HTTPS_PROXY": "http://proxy:3128", "NO_PROXY": "intranet"}, 4566)

    assert variables["HTTPS_PROXY"] == "http://proxy:3128"
    assert variables["NO_PROXY"] == variables["no_proxy"] == "intranet,localhost,127.0.0.1"


def test_keeps_what_has_nothing_to_do_with_aws() -> None:
    assert isolated({"PATH": "/bin", "HOME": "/home/me"}, 4566).items() >= {"PATH": "/bin", "HOME": "/home/me"}.items()


def test_each_account_has_a_key_of_its_own() -> None:
    one, other = client_environment(4566), client_environment(4566, "000000000000")

    assert one["AWS_ACCESS_KEY_ID"] != other["AWS_ACCESS_KEY_ID"] == access_key_id("000000000000")


def test_names_what_a_shell_has_to_unset() -> None:
    shell = {"AWS_PROFILE": "x", "AWS_ENDPOINT_URL_S3": "y", "AWS_ENDPOINT_URL": "z", "AWS_PAGER": "", "HOME": "/"}

    assert misleading(shell) == ["AWS_ENDPOINT_URL_S3", "AWS_PROFILE"]


def test_points_a_shell_at_the_local_aws() -> None:
    lines = shell_lines({"AWS_PROFILE": "x"}, 5000)

    assert lines[:2] == ["unset AWS_PROFILE", "export AWS_ENDPOINT_URL=http://localhost:5000"]
    assert not any("NO_PROXY" in line for line in lines)


def test_leads_a_shell_past_its_proxy() -> None:
    lines = shell_lines({"http_proxy": "http://proxy:3128", "no_proxy": "a b"}, 5000)

    assert "export no_proxy='a b,localhost,127.0.0.1'" in lines
