"""An account in which the role of the bots exists."""

import pytest

from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import ROLE, make


@pytest.fixture
def aws() -> FakeAws:
    """An account without bots."""
    account = FakeAws()
    account.resources.arns.add(ROLE)
    return account


@pytest.fixture
def alias(aws: FakeAws) -> Record:
    """The alias of a bot with one version."""
    return make(aws)
