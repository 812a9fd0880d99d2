import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from aws_lambda_powertools import Logger
from botocore.stub import Stubber

from aicc_core import clients
from aicc_core.errors import Unavailable
from aicc_core.opening_hours import MalformedOpeningHours, read_opening_hours
from aicc_core.opening_hours_parameter import OpeningHoursParameter
from korean import KOREA
from tests.unit.fulfill_intent.caller import HOURS, NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "/aicc/dev/opening-hours"
DOCUMENT = '{"text": "평일", "week": {"MONDAY": [["09:00", "18:00"]]}, "exceptions": {}}'
ANSWER = {"Parameter": {"Name": NAME, "Type": "String", "Value": DOCUMENT}}


@pytest.fixture
def ssm() -> "Iterator[Stubber]":
    with Stubber(clients.ssm()) as stubber:
        yield stubber


@pytest.fixture
def parameter(ssm: Stubber) -> OpeningHoursParameter:
    return OpeningHoursParameter(clients.ssm(), NAME, Logger(service="test_opening_hours"))


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 11, 23, 8, 59), False),
        (datetime(2026, 11, 23, 9, 0), True),
        (datetime(2026, 11, 23, 17, 59), True),
        (datetime(2026, 11, 23, 18, 0), False),
        (datetime(2026, 11, 28, 12, 0), False),
        (datetime(2026, 12, 25, 12, 0), False),
        (datetime(2026, 12, 31, 9, 30), False),
        (datetime(2026, 12, 31, 14, 30), True),
    ],
)
def test_is_open_as_the_document_says(moment: datetime, is_open: bool) -> None:
    assert HOURS.is_open(moment.replace(tzinfo=KOREA)) is is_open


def test_a_day_ends_at_its_midnight() -> None:
    hours = read_opening_hours('{"text": "매일", "week": {"MONDAY": [["00:00", "24:00"]]}, "exceptions": {}}')

    assert hours.is_open(datetime(2026, 11, 23, 23, 59, tzinfo=KOREA))


@pytest.mark.parametrize(
    "document",
    [
        "",
        "[]",
        "{}",
        '{"text": "", "week": {"FUNDAY": []}, "exceptions": {}}',
        '{"text": "", "week": {"MONDAY": [["09:00"]]}, "exceptions": {}}',
        '{"text": "", "week": {"MONDAY": [["09:00", "25:00"]]}, "exceptions": {}}',
        '{"text": "", "week": {}, "exceptions": {"tomorrow": {"name": "", "open": []}}}',
        '{"text": "", "week": {}, "exceptions": {"2026-12-25": null}}',
    ],
)
def test_refuses_a_document_that_is_not_as_agreed(document: str) -> None:
    with pytest.raises(MalformedOpeningHours, match=r"^the opening hours are not as agreed: "):
        read_opening_hours(document)


def test_reads_the_parameter_once_in_some_minutes(parameter: OpeningHoursParameter, ssm: Stubber) -> None:
    ssm.add_response("get_parameter", ANSWER, {"Name": NAME})
    first, second = parameter.current(NOW), parameter.current(NOW + timedelta(minutes=4))

    ssm.add_response("get_parameter", ANSWER, {"Name": NAME})
    third = parameter.current(NOW + timedelta(minutes=6))

    ssm.assert_no_pending_responses()
    assert first
    assert first == second == third


def test_what_was_read_holds_while_nothing_answers(
    parameter: OpeningHoursParameter, ssm: Stubber, caplog: pytest.LogCaptureFixture
) -> None:
    ssm.add_response("get_parameter", ANSWER)
    before = parameter.current(NOW)
    ssm.add_client_error("get_parameter", "ThrottlingException")

    after = parameter.current(NOW + timedelta(minutes=6))

    assert after == before
    assert "opening_hours_kept" in caplog.messages


def test_nothing_read_and_nothing_answered_is_unavailable(parameter: OpeningHoursParameter, ssm: Stubber) -> None:
    ssm.add_client_error("get_parameter", "ThrottlingException")

    with pytest.raises(Unavailable, match=r"^Parameter Store: ThrottlingException$"):
        parameter.current(NOW)


def test_a_parameter_that_is_missing_means_no_hours(
    parameter: OpeningHoursParameter, ssm: Stubber, caplog: pytest.LogCaptureFixture
) -> None:
    ssm.add_client_error("get_parameter", "ParameterNotFound")

    assert parameter.current(NOW) is None
    assert "opening_hours_missing" in caplog.messages


def test_a_parameter_that_is_damaged_means_no_hours(
    parameter: OpeningHoursParameter, ssm: Stubber, caplog: pytest.LogCaptureFixture
) -> None:
    damaged: dict[str, Any] = {"Parameter": {**ANSWER["Parameter"], "Value": json.dumps({"text": "평일"})}}
    ssm.add_response("get_parameter", damaged)

    assert parameter.current(NOW) is None
    assert "opening_hours_malformed" in caplog.messages
