"""What a local AWS that keeps its state has after a restart, and after it was told to forget."""

import shutil
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import boto3
import pytest

from aicc_local.lifecycle.environment import SECRET_ACCESS_KEY, access_key_id
from aicc_local.lifecycle.server_process import ServerProcess, start
from tests.e2e.local_server import boto3_at, free_port
from tests.e2e.stacks import SmallStack
from tests.e2e.templates import KEY, allowing, function, global_table

INSTANCE = {
    "Type": "AWS::Connect::Instance",
    "Properties": {
        "IdentityManagementType": "CONNECT_MANAGED",
        "InstanceAlias": "kept-over-a-restart",
        "Attributes": {"InboundCalls": True, "OutboundCalls": True},
    },
}
SAYS_KEY = "import os\ndef handler(event, context):\n    return os.environ['AWS_ACCESS_KEY_ID'][:4]\n"
RESOURCES: dict[str, Any] = {
    "Key": KEY,
    "Table": global_table(),
    "Instance": INSTANCE,
    **function(SAYS_KEY, allowing("logs:*", "*")),
}

Start = Callable[[], ServerProcess]


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[Start]:
    """Starts a server on the state that the one before left."""
    port = free_port()
    variables = {
        "PERSIST_STATE": "1",
        "STATE_DIR": str(tmp_path / "state"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(tmp_path / "objects"),
        "TMPDIR": str(tmp_path),
    }
    with ExitStack() as running:

        def begin() -> ServerProcess:
            server = start(port, tmp_path / "server.log", variables=variables)
            running.callback(server.stop)
            return server

        yield begin


def session_of(server: ServerProcess) -> boto3.Session:
    return boto3_at(server, access_key_id(), SECRET_ACCESS_KEY)


def test_everything_is_there_after_a_restart(starting: Start) -> None:
    server = starting()
    session = session_of(server)
    stack = SmallStack(session=session, name="kept")
    assert stack.create(RESOURCES) == "CREATE_COMPLETE"
    name, key = stack.physical_id("Table"), stack.physical_id("Key")
    session.client("dynamodb").put_item(TableName=name, Item={"pk": {"S": "kept"}})
    secret = session.client("kms").encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    instances = session.client("connect").list_instances()["InstanceSummaryList"]
    queues = session.client("connect").list_queues(InstanceId=instances[0]["Id"])["QueueSummaryList"]
    server.stop()

    starting()

    again = session.client("connect").list_instances()["InstanceSummaryList"]
    answer = session.client("lambda").invoke(FunctionName=stack.physical_id("Function"))
    ttl = session.client("dynamodb").describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    assert [each["Arn"] for each in again] == [each["Arn"] for each in instances]
    assert session.client("connect").list_queues(InstanceId=again[0]["Id"])["QueueSummaryList"] == queues
    assert session.client("kms").decrypt(CiphertextBlob=secret)["Plaintext"] == b"secret"
    assert session.client("dynamodb").scan(TableName=name)["Items"] == [{"pk": {"S": "kept"}}]
    assert ttl["TimeToLiveStatus"] == "ENABLED"
    # The function runs, and as its role.
    assert answer["Payload"].read() == b'"ASIA"'
    assert stack.replacements({**RESOURCES, "Queue": {"Type": "AWS::SQS::Queue"}}) == {"Queue": ""}


def test_nothing_is_there_after_it_was_told_to_forget(starting: Start) -> None:
    server = starting()
    session = session_of(server)
    SmallStack(session=session, name="forgotten").create({"Instance": INSTANCE})

    reset = urllib.request.Request(f"http://127.0.0.1:{server.port}/_ministack/reset", method="POST")
    with urllib.request.urlopen(reset, timeout=30) as answer:
        assert answer.status == 200

    assert session.client("connect").list_instances()["InstanceSummaryList"] == []


def test_ends_when_its_folder_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "thrown-away"
    folder.mkdir()
    server = start(free_port(), folder / "server.log", variables={"TMPDIR": str(tmp_path)})

    try:
        shutil.rmtree(folder)
        code = server.process.wait(timeout=20)
    finally:
        server.stop()

    assert code == 0
