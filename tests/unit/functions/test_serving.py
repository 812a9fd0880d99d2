import json
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest

from aicc_core.errors import HandlerFault
from aicc_core.log import make_logger
from aicc_core.serving import serving

Event = dict[str, Any]
LogOf = Callable[[str], StringIO]
logger = make_logger("test_serving")


def test_logs_under_the_id_of_the_contact(contact_event: Callable[..., Event], log_of: LogOf) -> None:
    log = log_of("test_serving")

    with serving(contact_event(), logger) as contact:
        logger.info("asked", extra={"channel": contact.channel})

    line = json.loads(log.getvalue())
    assert line["message"] == "asked"
    assert line["channel"] == "VOICE"
    assert line["correlation_id"] == "4a573372-1f28-4e26-b97b-00000000001a"


def test_masks_messages_and_fields(log_of: LogOf) -> None:
    log = log_of("test_serving")

    logger.info("called 010-1234-5678", extra={"deep": [{"010 1234 5678": 821012345678}], "by": ("kim@example.com",)})

    assert "5678" not in log.getvalue()
    assert "kim" not in log.getvalue()


def test_logs_a_fault_masked(contact_event: Callable[..., Event], log_of: LogOf) -> None:
    log = log_of("test_serving")

    with pytest.raises(HandlerFault), serving(contact_event(), logger):
        raise KeyError("01012345678")

    assert "01012345678" not in log.getvalue()
    assert "KeyError: '[NUMBER]'" in log.getvalue()


def test_leaves_numbers_and_flags_that_say_nothing_about_a_person(log_of: LogOf) -> None:
    log = log_of("test_serving")

    logger.info("counted", extra={"misses": 3, "locked": True, "seconds": 1.5})

    line = json.loads(log.getvalue())
    assert (line["misses"], line["locked"], line["seconds"]) == (3, True, 1.5)


def test_lets_nothing_out_but_the_kind_of_a_fault(contact_event: Callable[..., Event], log_of: LogOf) -> None:
    log_of("test_serving")

    with pytest.raises(HandlerFault) as caught, serving(contact_event(), logger):
        raise ValueError("01012345678")

    assert str(caught.value) == "ValueError"
    assert caught.value.__suppress_context__


def test_does_not_log_a_malformed_event_under_the_contact_before(
    contact_event: Callable[..., Event], log_of: LogOf
) -> None:
    with serving(contact_event(), logger):
        pass
    log = log_of("test_serving")

    with pytest.raises(HandlerFault), serving({}, logger):
        pass

    assert "correlation_id" not in json.loads(log.getvalue())
