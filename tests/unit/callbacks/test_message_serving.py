import json
from collections.abc import Mapping
from typing import Any

import pytest

from aicc_core.log import make_logger
from aicc_core.message_serving import serve_messages
from tests.unit.callbacks.conftest import LogOf
from tests.unit.callbacks.messages import batch


def test_only_messages_that_failed_come_again(log_of: LogOf) -> None:
    logger, log, served = make_logger("messages"), log_of("messages"), []

    def serve(body: Mapping[str, Any]) -> None:
        served.append(body["number"])
        if body["number"] == 2:
            raise RuntimeError("+821012345678")

    answer = serve_messages(batch(*(json.dumps({"number": number}) for number in (1, 2, 3))), logger, serve)

    assert served == [1, 2, 3]
    assert answer == {"batchItemFailures": [{"itemIdentifier": "00000000-0000-4000-8000-000000000001"}]}
    assert '"message":"handler_failed"' in log.getvalue()
    assert '"correlation_id":"00000000-0000-4000-8000-000000000001"' in log.getvalue()
    assert "1012345678" not in log.getvalue()


@pytest.mark.parametrize("body", ["", "no JSON +821012345678", "[]", "null"])
def test_a_message_that_cannot_be_read_ends_with_the_dead_letters(body: str, log_of: LogOf) -> None:
    logger, log = make_logger("messages"), log_of("messages")

    answer = serve_messages(batch(body), logger, lambda _: None)

    assert len(answer["batchItemFailures"]) == 1
    assert "MalformedEvent" in log.getvalue()
    assert "1012345678" not in log.getvalue()
