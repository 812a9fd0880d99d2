"""What the tests of Connect's resources share; `centre` has the parts, `api` calls Connect through boto3."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.unit.local.connect.centre import Centre
from tests.unit.local.connect.in_process import InProcess
from tests.unit.local.fakes import FakeAws


@pytest.fixture
def centre(aws: FakeAws) -> Centre:
    """A contact centre as a new instance has it."""
    return Centre(aws)


@pytest.fixture(scope="session")
def in_process() -> InProcess:
    """One boto3 client for all tests; to make it takes a while."""
    return InProcess()


@pytest.fixture
def api(in_process: InProcess, aws: FakeAws) -> Iterator[Any]:
    """boto3's client of Connect, for the account of the test."""
    with in_process.for_account(aws):
        yield in_process.client
