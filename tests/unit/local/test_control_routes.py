"""What /_aicc/ answers about the local AWS and its faults."""

from dataclasses import dataclass
from typing import Any

import pytest

from aicc_local.control_routes import control_routes
from aicc_local.errors import ServiceError
from aicc_local.fault import InvalidRule
from aicc_local.faults import Faults
from tests.unit.local.fakes import ACCOUNT, REGION, FakeAws

PATH = "/_aicc/faults"


@dataclass(frozen=True)
class Asked:
    body: Any = None
    rest: str = ""


def go_ahead(seconds: float) -> None:
    if seconds <= 0:
        raise ValueError(f"not back, got {seconds}")


def test_lets_time_pass_and_tells_the_clock(aws: FakeAws) -> None:
    passed: list[float] = []

    told = control_routes(aws, Faults(), passed.append)["POST /_aicc/time"](Asked(body={"seconds": 3600}))

    assert passed == [3600]
    assert told == {"now": aws.now()}


@pytest.mark.parametrize("body", [None, [], {}, {"seconds": -5}, {"seconds": "soon"}, {"seconds": [1]}])
def test_refuses_a_time_that_cannot_pass(aws: FakeAws, body: Any) -> None:
    with pytest.raises(ServiceError) as refused:
        control_routes(aws, Faults(), go_ahead)["POST /_aicc/time"](Asked(body=body))

    assert refused.value.message.startswith("seconds: ")


def test_tells_account_region_and_records(aws: FakeAws) -> None:
    status = control_routes(aws, Faults(), go_ahead)["GET /_aicc/status"](Asked())

    assert (status["account"], status["region"], status["records"]) == (ACCOUNT, REGION, {})


def test_faults_are_added_listed_and_ended(aws: FakeAws) -> None:
    routes = control_routes(aws, Faults(), go_ahead)
    rules = [{"target": "connect:*", "kind": "throttle"}, {"target": "sqs/q", "kind": "double"}]

    first, second = routes[f"PUT {PATH}"](Asked(body=rules))
    assert [each["target"] for each in routes[f"GET {PATH}"](Asked())] == ["connect:*", "sqs/q"]

    routes[f"DELETE {PATH}/"](Asked(rest=first["id"]))
    assert [each["id"] for each in routes[f"GET {PATH}"](Asked())] == [second["id"]]

    routes[f"DELETE {PATH}"](Asked())
    assert routes[f"GET {PATH}"](Asked()) == []


def test_the_limits_of_connect_are_added(aws: FakeAws) -> None:
    routes = control_routes(aws, Faults(), go_ahead)

    added = routes[f"PUT {PATH}/connect-limits"](Asked())

    assert added[-1]["target"] == "connect:*"
    assert (added[-1]["per_second"], added[-1]["burst"]) == (2.0, 5)


def test_of_several_rules_none_is_added_when_one_is_wrong(aws: FakeAws) -> None:
    faults = Faults()

    with pytest.raises(InvalidRule, match="explode"):
        control_routes(aws, faults, go_ahead)[f"PUT {PATH}"](
            Asked(
                body=[
                    {"target": "sqs:SendMessage", "kind": "throttle"},
                    {"target": "sqs:SendMessage", "kind": "explode"},
                ]
            )
        )

    assert not faults


def test_refuses_what_is_no_list_and_what_is_not_there(aws: FakeAws) -> None:
    routes = control_routes(aws, Faults(), go_ahead)

    with pytest.raises(InvalidRule, match="must be a list of rules"):
        routes[f"PUT {PATH}"](Asked(body={}))
    with pytest.raises(ServiceError, match="there is no rule 12ab"):
        routes[f"DELETE {PATH}/"](Asked(rest="12ab"))
