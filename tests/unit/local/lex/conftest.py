"""An account in which the role of the bots exists."""

import pytest

from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import ROLE


@pytest.fixture
def aws() -> FakeAws:
    """An account without bots."""
    account = FakeAws()
    account.resources.arns.add(ROLE)
    return account
