"""boto3 without a server: its requests are read, carried out and answered in the same process."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders

from aicc_local.connect.resource_operations import RESOURCE_OPERATIONS
from aicc_local.errors import ServiceError
from aicc_local.rest_json import Request, RestJson, error_answer
from tests.unit.local.fakes import REGION, FakeAws


class InProcess:
    """A client of Connect whose requests go to the operations of whichever account is in use."""

    def __init__(self) -> None:
        self._protocol = RestJson("connect")
        self._aws: FakeAws | None = None
        self.client: Any = boto3.Session(
            aws_access_key_id="test", aws_secret_access_key="test", region_name=REGION
        ).client("connect")
        self.client.meta.events.register("before-send.connect", self._answer)  # type: ignore[arg-type]  # an answer is used

    @contextmanager
    def for_account(self, aws: FakeAws) -> Iterator[None]:
        """Send requests to this account."""
        self._aws = aws
        yield
        self._aws = None

    def _answer(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        status, headers, body = self._performed(request)
        return AWSResponse(request.url, status, HTTPHeaders.from_dict(headers), _Raw(body))

    def _performed(self, request: AWSPreparedRequest) -> tuple[int, dict[str, str], bytes]:
        assert self._aws is not None
        url = urlsplit(request.url)
        asked = Request(
            method=request.method,
            path=url.path,
            query=parse_qs(url.query),
            headers={name.lower(): str(value) for name, value in request.headers.items()},
            body=_bytes(request.body),
        )
        try:
            call = self._protocol.read(asked)
            with self._aws.lock:
                result = RESOURCE_OPERATIONS[call.operation](self._aws, call.parameters)
            return 200, {}, self._protocol.write(call, result)
        except ServiceError as error:
            return error_answer(error)


class _Raw:
    """A body that was read already."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self._content


def _bytes(body: Any) -> bytes:
    if body is None:
        return b""
    return body.encode() if isinstance(body, str) else bytes(body)
