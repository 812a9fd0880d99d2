"""CheckHoursOfOperation."""

from datetime import datetime

import pytest

from connect_flows.simulator import Center, Unscripted
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told

WAYS = (("Equals", "True", "bye"), ("Equals", "False", "bye"))
OPEN, CLOSED, ERROR = "condition:Equals:True", "condition:Equals:False", "error:NoMatchingError"


def center_with_hours(**parameters: str) -> Center:
    return center_of(it("CheckHoursOfOperation", parameters, conditions=WAYS), *told())


def test_hours_are_open_or_closed_as_the_test_says() -> None:
    center = center_with_hours(HoursOfOperationId="${hours.main}")

    center.opens("main").call(CUSTOMER).took("inbound", "it", OPEN)
    center.closes("main").call(CUSTOMER).took("inbound", "it", CLOSED)


def test_hours_may_depend_on_the_time_in_korea() -> None:
    center = center_with_hours(HoursOfOperationId="${hours.main}")
    seen: list[datetime] = []

    def until_eleven(now: datetime) -> bool:
        seen.append(now)
        return now.hour < 11

    center.opening["main"] = until_eleven

    center.call(CUSTOMER).took("inbound", "it", OPEN)
    center.pass_time(3600)
    center.call(CUSTOMER).took("inbound", "it", CLOSED)
    assert [now.isoformat() for now in seen] == ["2026-01-05T10:00:00+09:00", "2026-01-05T11:00:00+09:00"]


def test_hours_that_are_not_there_are_an_error() -> None:
    center = center_with_hours(HoursOfOperationId="${hours.main}")
    center.missing.add("hours.main")

    center.call(CUSTOMER).took("inbound", "it", ERROR)


def with_queue() -> Center:
    queue = block("queue", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, next="it",
                  errors={"NoMatchingError": "it"})  # fmt: skip
    return center_of(queue, it("CheckHoursOfOperation", conditions=WAYS), *told())


def test_without_an_id_the_hours_are_those_of_the_queue() -> None:
    center = with_queue().closes("night")
    center.queue_named("general").hours = "night"

    center.call(CUSTOMER).took("inbound", "it", CLOSED)


def test_without_an_id_and_a_queue_there_are_no_hours() -> None:
    center_with_hours().call(CUSTOMER).took("inbound", "it", ERROR)


def test_a_queue_without_hours_is_an_error() -> None:
    with_queue().call(CUSTOMER).took("inbound", "it", ERROR)


def test_hours_of_which_the_test_says_nothing_are_an_error_with_its_cure() -> None:
    with pytest.raises(Unscripted, match=r"hours main: .*say it: center.opens\('main'\)"):
        center_with_hours(HoursOfOperationId="${hours.main}").call(CUSTOMER)
