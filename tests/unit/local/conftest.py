"""What the tests of the local AWS share; `fakes` has the parts."""

import pytest

from tests.unit.local.fakes import FakeAws


@pytest.fixture
def aws() -> FakeAws:
    """An empty account."""
    return FakeAws()
