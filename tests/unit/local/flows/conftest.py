"""What the tests of flow contents share; `account` has the parts, `contents` the flows of the repository."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from aicc_local.connect.flow_problems import FlowKind, problems
from connect_flows import FlowType
from tests.unit.local.fakes import FakeAws
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.contents import content_of

Problems = Callable[..., list[str]]


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
