"""Whole calls from the first word to the last: customers hear exactly this, and nothing besides."""

import pytest

from connect_flows.simulator import Center
from tests.flows.journeys.every import EVERY


@pytest.mark.parametrize("journey", EVERY)
def test_goes_as_it_should(center: Center, journey: str) -> None:
    EVERY[journey](center)
