"""What the tests of flow contents share; `account` has the parts, `contents` the flows of the repository."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from aicc_local.connect.flow_operations import FLOW_OPERATIONS
from aicc_local.connect.flow_problems import FlowKind, problems
from aicc_local.rest_json import Call, RestJson
from connect_flows import FlowType
from tests.unit.local.fakes import FakeAws
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.contents import content_of

Problems = Callable[..., list[str]]
Api = Callable[..., Mapping[str, Any]]


@pytest.fixture
def account(aws: FakeAws) -> Account:
    """An account with one instance and nothing in it."""
    return Account(aws)


@pytest.fixture
def said(account: Account) -> Problems:
    """What Connect says of a content that has these actions, from the first on, as texts."""

    def say(*actions: Mapping[str, Any], flow_type: FlowKind = FlowType.CONTACT_FLOW, **members: Any) -> list[str]:
        content = content_of(*actions, **members)
        return [each["message"] for each in problems(account.aws, account.instance_arn, content, flow_type)]

    return say


@pytest.fixture(scope="session")
def protocol() -> RestJson:
    """What writes answers as they go over the wire."""
    return RestJson("connect")


@pytest.fixture
def api(account: Account, protocol: RestJson) -> Api:
    """Calls an operation on the instance."""

    def call(operation: str, **parameters: Any) -> Mapping[str, Any]:
        parameters = {"InstanceId": account.instance_arn.rpartition("/")[2], **parameters}
        result = FLOW_OPERATIONS[operation](account.aws, parameters)
        answer: Mapping[str, Any] = json.loads(protocol.write(Call("connect", operation, parameters), result))
        return answer

    return call
