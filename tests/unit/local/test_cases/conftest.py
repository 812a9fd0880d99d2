"""What the tests of test cases share: an account with an instance, and its API."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from aicc_local.connect.api.test_cases import TEST_CASES
from aicc_local.rest_json import Call, RestJson
from tests.unit.local.fakes import FakeAws
from tests.unit.local.flows.account import Account

Api = Callable[..., Mapping[str, Any]]


@pytest.fixture
def account(aws: FakeAws) -> Account:
    """An account with one instance and nothing in it."""
    return Account(aws)


@pytest.fixture(scope="session")
def protocol() -> RestJson:
    """What writes answers as they go over the wire."""
    return RestJson("connect")


@pytest.fixture
def api(account: Account, protocol: RestJson) -> Api:
    """Calls an operation on the instance."""

    def call(operation: str, **parameters: Any) -> Mapping[str, Any]:
        parameters = {"InstanceId": account.instance_arn.rpartition("/")[2], **parameters}
        result = TEST_CASES[operation](account.aws, parameters)
        answer: Mapping[str, Any] = json.loads(protocol.write(Call("connect", operation, parameters), result))
        return answer

    return call
