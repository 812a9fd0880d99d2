from typing import Any

import pytest


def set_number(block: Any, error: str) -> Any:
    errors = {"InvalidCallbackNumber": error, "CallbackNumberNotDialable": "bye"}
    return block(
        "set", "UpdateContactCallbackNumber", {"CallbackNumber": "$.StoredCustomerInput"}, next="call", errors=errors
    )


def call_back(block: Any) -> Any:
    return block("call", "CreateCallbackContact", next="bye", errors={"NoMatchingError": "bye"})


def test_finds_a_callback_after_a_number_that_was_refused(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    findings = found(flow_of(set_number(block, "call"), call_back(block), bye))

    assert findings == [
        "call: is reached on a way where no UpdateContactCallbackNumber has succeeded: it calls whoever called; "
        "set the number on every way to it, and ask again when that fails"
    ]


def test_a_number_that_was_taken_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(set_number(block, "bye"), call_back(block), bye)) == []


def test_finds_a_callback_in_a_flow_that_sets_no_number(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(call_back(block), bye))) == 1


@pytest.mark.parametrize("type", ["customerQueue", "queueTransfer", None])
def test_no_flow_is_sure_of_a_number(block: Any, bye: Any, flow_of: Any, found: Any, type: str | None) -> None:
    assert len(found(flow_of(call_back(block), bye, type=type))) == 1
