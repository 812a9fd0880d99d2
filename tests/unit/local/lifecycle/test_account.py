"""Clients reach the local AWS whatever the user's own configuration says."""

from pathlib import Path

import pytest
from botocore.awsrequest import AWSPreparedRequest

from aicc_local.lifecycle.account import LocalAccount

THEIRS = {
    "AWS_PROFILE": "production",
    "AWS_ACCESS_KEY_ID": "AKIAREAL",
    "AWS_SESSION_TOKEN": "token",
    "AWS_REGION": "us-east-1",
    "AWS_ENDPOINT_URL_CLOUDFORMATION": "https://cloudformation.us-east-1.amazonaws.com",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
    "AWS_USE_FIPS_ENDPOINT": "true",
    "AWS_USE_DUALSTACK_ENDPOINT": "true",
}


class Sent(Exception):
    """A request is about to leave."""

    def __init__(self, request: AWSPreparedRequest) -> None:
        self.request = request


def test_leads_nowhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "config"
    file.write_text("[default]\nendpoint_url = https://example.com\nregion = us-east-1\n", encoding="utf-8")
    for name, value in {**THEIRS, "AWS_CONFIG_FILE": str(file)}.items():
        monkeypatch.setenv(name, value)

    client = LocalAccount(4567).cloudformation
    client.meta.events.register("before-send", leave)
    with pytest.raises(Sent) as sent:
        client.describe_stacks()

    headers = sent.value.request.headers
    assert sent.value.request.url == "http://localhost:4567/"
    assert b"Credential=LOCALAICC/" in headers["Authorization"]
    assert b"/ap-northeast-2/cloudformation/" in headers["Authorization"]
    assert "X-Amz-Security-Token" not in headers


def leave(request: AWSPreparedRequest, **_: object) -> None:
    raise Sent(request)
