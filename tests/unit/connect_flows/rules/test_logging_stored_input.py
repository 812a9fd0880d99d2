from typing import Any

import pytest


def log(block: Any, name: str, state: str, next: str) -> Any:
    return block(name, "UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": state}, next=next)


def ask(block: Any, length: str = "8", **parameters: object) -> Any:
    validation = {"CustomValidation": {"MaximumLength": length}}
    stored = {"Text": "생년월일?", "StoreInput": "True", "InputValidation": validation, **parameters}
    return block("ask", "GetParticipantInput", stored, next="bye", errors={"NoMatchingError": "bye"})


def test_finds_what_is_typed_in_the_log(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(log(block, "on", "Enabled", "ask"), ask(block), bye)) == [
        "ask: stores what is typed while the flow may be logged; "
        "set UpdateFlowLoggingBehavior to Disabled before it, or use InputEncryption"
    ]


def test_logging_may_be_off_for_a_while(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(log(block, "on", "Enabled", "off"), log(block, "off", "Disabled", "ask"), ask(block), bye)

    assert found(flow) == []


def test_one_way_on_which_it_is_logged_is_enough(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block(
        "check", "Compare", {"ComparisonValue": "$.Channel"}, next="off", errors={"NoMatchingCondition": "ask"}
    )
    on, off = log(block, "on", "Enabled", "check"), log(block, "off", "Disabled", "ask")

    assert len(found(flow_of(on, check, off, ask(block), bye))) == 1


def test_nothing_is_logged_until_somebody_says_so(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    ask_first = ask(block)
    ask_first["Transitions"]["NextAction"] = "on"

    assert found(flow_of(ask_first, log(block, "on", "Enabled", "bye"), bye)) == []


@pytest.mark.parametrize(
    "parameters",
    [{"InputEncryption": {"EncryptionKeyId": "id", "Key": "key"}}, {"length": "1"}, {"StoreInput": "False"}],
)
def test_what_tells_nothing_may_be_logged(
    block: Any, bye: Any, flow_of: Any, found: Any, parameters: dict[str, Any]
) -> None:
    assert found(flow_of(log(block, "on", "Enabled", "ask"), ask(block, **parameters), bye)) == []
