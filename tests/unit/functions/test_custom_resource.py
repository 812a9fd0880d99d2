import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from aicc_core.custom_resource import (
    RequestType,
    ResourceRequest,
    answer_done,
    answer_failed,
    read_resource_request,
)
from aicc_core.errors import MalformedEvent

EVENT = {
    "RequestType": "Update",
    "ResourceType": "Custom::QueueQuickConnects",
    "LogicalResourceId": "General",
    "PhysicalResourceId": "QueueQuickConnects/i/q",
    "StackId": "stack",
    "RequestId": "request",
    "ResponseURL": "http://127.0.0.1:1/answer?Signature=secret",
    "ResourceProperties": {"QueueId": "q"},
    "OldResourceProperties": {"QueueId": "old"},
}


@dataclass
class Bucket:
    """Where CloudFormation waits for answers; `faults` are the statuses it gives before it takes one."""

    url: str = ""
    faults: list[int] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)
    content_types: list[str | None] = field(default_factory=list)


@pytest.fixture
def bucket() -> Iterator[Bucket]:
    bucket = Bucket()

    class Door(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = bucket.faults.pop(0) if bucket.faults else 200
            if status == 200:
                bucket.answers.append(json.loads(body))
                bucket.content_types.append(self.headers["Content-Type"])
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Door) as server:
        bucket.url = f"http://127.0.0.1:{server.server_port}/answer?Signature=secret"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.001})
        thread.start()
        yield bucket
        server.shutdown()
        thread.join()


def request_to(bucket: Bucket) -> ResourceRequest:
    return read_resource_request({**EVENT, "ResponseURL": bucket.url})


def test_reads_a_request() -> None:
    request = read_resource_request(EVENT)

    assert request.request_type is RequestType.UPDATE
    assert request.physical_id == "QueueQuickConnects/i/q"
    assert (request.properties, request.old_properties) == ({"QueueId": "q"}, {"QueueId": "old"})


def test_a_create_has_no_physical_id_and_no_old_properties() -> None:
    event = {key: EVENT[key] for key in EVENT if key not in ("PhysicalResourceId", "OldResourceProperties")}

    request = read_resource_request(event)

    assert (request.physical_id, request.old_properties) == ("", {})


def test_names_what_a_request_lacks() -> None:
    with pytest.raises(MalformedEvent) as caught:
        read_resource_request({**EVENT, "ResponseURL": None, "StackId": 1})

    assert str(caught.value) == "StackId, ResponseURL must be there and be texts"


def test_does_not_show_the_address_of_the_answer_when_printed() -> None:
    printed = repr(read_resource_request(EVENT))

    assert "secret" not in printed


def test_answers_that_it_is_done(bucket: Bucket) -> None:
    answer_done(request_to(bucket), "QueueQuickConnects/i/q")

    assert bucket.answers == [
        {
            "Status": "SUCCESS",
            "PhysicalResourceId": "QueueQuickConnects/i/q",
            "StackId": "stack",
            "RequestId": "request",
            "LogicalResourceId": "General",
        }
    ]


def test_sends_the_empty_content_type_that_the_address_is_signed_for(bucket: Bucket) -> None:
    answer_done(request_to(bucket), "id")

    assert bucket.content_types == [""]


def test_answers_a_failure_with_one_line_of_bounded_length(bucket: Bucket) -> None:
    answer_failed(request_to(bucket), "id", "no\n  such queue " + "x" * 5000)

    assert bucket.answers[0]["Status"] == "FAILED"
    assert bucket.answers[0]["Reason"].startswith("no such queue xxx")
    assert len(bucket.answers[0]["Reason"]) == 1000


def test_answers_again_when_the_first_answer_is_refused(bucket: Bucket) -> None:
    bucket.faults = [503]

    answer_done(request_to(bucket), "id")

    assert len(bucket.answers) == 1


def test_raises_when_no_answer_is_taken(bucket: Bucket) -> None:
    bucket.faults = [503, 503]

    with pytest.raises(OSError, match="503"):
        answer_done(request_to(bucket), "id")
