"""Connect's documented rates."""

import pytest

from aicc_local.documented_limits import connect_limits
from aicc_local.faults import Faults


@pytest.mark.parametrize(
    ("operation", "burst"),
    [
        ("SearchContacts", 1),
        ("StartOutboundVoiceContact", 5),
        ("CreateQueue", 5),
        ("GetCurrentMetricData", 8),
        ("UpdateContactAttributes", 15),
    ],
)
def test_each_operation_has_its_documented_burst(operation: str, burst: int) -> None:
    faults = Faults(lambda: 0.0)
    faults.add(connect_limits())

    let_through = [faults.judge(f"connect:{operation}").fault is None for _ in range(20)]

    assert let_through == [True] * burst + [False] * (20 - burst)


def test_other_services_have_no_limit() -> None:
    faults = Faults(lambda: 0.0)
    faults.add(connect_limits())

    assert all(faults.judge("lex:RecognizeText").fault is None for _ in range(20))
