from typing import Any

import pytest


def set_queue(block: Any, next: str, error: str) -> Any:
    return block(
        "set", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, next=next, errors={"NoMatchingError": error}
    )


def transfer(block: Any) -> Any:
    return block(
        "transfer", "TransferContactToQueue", next="bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}
    )


def test_finds_a_transfer_to_a_queue_that_could_not_be_set(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    findings = found(flow_of(set_queue(block, "transfer", "transfer"), transfer(block), bye))

    assert findings == [
        "transfer: is reached on a way where no UpdateContactTargetQueue has succeeded; "
        "set the queue on every way to it, and lead the errors of that elsewhere"
    ]


def test_a_queue_that_is_set_on_every_way_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(set_queue(block, "transfer", "bye"), transfer(block), bye)) == []


def test_a_second_queue_may_stand_in_for_the_first(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    other = block(
        "other",
        "UpdateContactTargetQueue",
        {"QueueId": "${queue.other}"},
        next="transfer",
        errors={"NoMatchingError": "bye"},
    )

    assert found(flow_of(set_queue(block, "transfer", "other"), other, transfer(block), bye)) == []


def test_finds_a_transfer_in_a_flow_that_sets_no_queue(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(transfer(block), bye))) == 1


@pytest.mark.parametrize("type", ["queueTransfer", "agentTransfer", "customerQueue"])
def test_contacts_of_other_flows_have_a_queue(block: Any, bye: Any, flow_of: Any, found: Any, type: str) -> None:
    assert found(flow_of(transfer(block), bye, type=type)) == []


def test_a_flow_of_unknown_type_may_be_the_first(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(transfer(block), bye, type=None))) == 1


def test_a_flow_of_unknown_type_that_sets_a_queue_must_always_set_it(
    block: Any, bye: Any, flow_of: Any, found: Any
) -> None:
    flow = flow_of(set_queue(block, "transfer", "transfer"), transfer(block), bye, type=None)

    assert len(found(flow)) == 1


@pytest.mark.parametrize("action_type", ["CheckHoursOfOperation", "CheckMetricData", "GetMetricData"])
def test_what_asks_about_no_queue_in_particular_asks_about_the_contacts(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str
) -> None:
    check = block("check", action_type, next="set", errors={"NoMatchingError": "set"})

    assert len(found(flow_of(check, set_queue(block, "bye", "bye"), bye))) == 1


@pytest.mark.parametrize(
    ("action_type", "name"),
    [("CheckHoursOfOperation", "HoursOfOperationId"), ("CheckMetricData", "QueueId"), ("GetMetricData", "AgentId")],
)
def test_what_names_its_queue_needs_none(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, name: str
) -> None:
    assert found(flow_of(block("check", action_type, {name: "${queue.general}"}, next="bye"), bye)) == []


def test_a_module_may_have_set_the_queue(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    module = block("module", "InvokeFlowModule", next="transfer", errors={"NoMatchingError": "bye"})

    assert found(flow_of(module, transfer(block), bye)) == []


def callback(block: Any, **queue: str) -> Any:
    parameters = {"InitialCallDelaySeconds": "5", "MaximumConnectionAttempts": "1", "RetryDelaySeconds": "60"}
    return block("call", "CreateCallbackContact", {**parameters, **queue}, next="bye")


def test_a_callback_waits_in_the_contacts_queue(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(callback(block), bye))) == 1


def test_a_callback_may_name_another_queue(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(callback(block, QueueId="${queue.callback}"), bye)) == []
