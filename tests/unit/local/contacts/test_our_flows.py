"""What the local AWS alone does about calls through our own flows: flow logs, and the state that is kept."""

import json

import pytest

from aicc_local.connect.contacts import control
from aicc_local.connect.contacts.contact import find_contact_anywhere
from aicc_local.store import Store
from tests.unit.local.contacts.contact_centre import CUSTOMER
from tests.unit.local.contacts.test_twins import BOT, FUNCTIONS, wants_to_be_called_back
from tests.unit.local.contacts.twin_in_local_aws import InLocalAws


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> InLocalAws:
    """The local AWS with our flows."""
    return InLocalAws(FUNCTIONS, BOT, monkeypatch)


def test_the_number_of_who_waits_is_in_no_flow_log(there: InLocalAws) -> None:
    wants_to_be_called_back(there)

    lines = there.centre.log()
    assert {"create-callback", "offer-callback"} <= {line["Identifier"] for line in lines}
    assert CUSTOMER not in json.dumps(lines)


def test_each_block_that_was_passed_is_a_line_of_the_flow_log(there: InLocalAws) -> None:
    there.calls()

    passed = [event["block"] for event in control.events(there.aws, there.contact) if event["event"] == "Branch"]
    lines = there.centre.log()
    assert [line["Identifier"] for line in lines] == passed
    [status] = [line for line in lines if line["Identifier"] == "read-line-status"]
    assert status["ContactFlowId"] == there.centre.values["flow.inbound"]
    assert status["ExternalResults"] == {"line_status": "open", "announcement": ""}


def test_a_call_goes_on_after_a_restart(there: InLocalAws) -> None:
    there.calls()
    kept = json.loads(json.dumps(there.aws.store.dump()))
    there.aws.store = Store()
    there.aws.store.load(kept)

    there.says("주문")

    assert find_contact_anywhere(there.aws, there.contact).state == "IN_QUEUE"
