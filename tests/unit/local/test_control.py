"""The client of /_aicc/ asks this machine itself."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from aicc_local.control import Control, ControlError


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = self.path == "/_aicc/status"
        self.send_response(200 if known else 404)
        self.end_headers()
        self.wfile.write(b'{"account": "123456789012"}' if known else b"no such page")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        yield server.server_port
        server.shutdown()


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_no_proxy_is_asked(port: int, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    for exception in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(exception, raising=False)

    assert Control(port).status() == {"account": "123456789012"}


def test_a_refusal_says_what_was_asked_and_why_it_failed(port: int) -> None:
    with pytest.raises(ControlError, match=rf"GET http://127\.0\.0\.1:{port}/_aicc/faults: 404 no such page"):
        Control(port).faults.listed()
