from typing import Any

import pytest


def test_a_wait_that_goes_on_says_how_long_it_lasts_at_least(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("wait", "Wait", {"TimeLimitSeconds": "60", "ContinueExecution": "True"}))) == [
        "wait: Parameters.MinimumWaitTimeSeconds is missing; ContinueExecution needs it"
    ]


@pytest.mark.parametrize(
    "parameters",
    [
        {"TimeLimitSeconds": "60"},
        {"TimeLimitSeconds": "60", "MinimumWaitTimeSeconds": "5"},
        {"TimeLimitSeconds": "60", "ContinueExecution": "True", "MinimumWaitTimeSeconds": "5"},
    ],
)
def test_every_other_wait_is_well(block: Any, flow_of: Any, found: Any, parameters: dict[str, object]) -> None:
    assert found(flow_of(block("wait", "Wait", parameters))) == []
