"""GetMetricData and CheckMetricData."""

import pytest

from connect_flows.simulator import Center
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told

GENERAL = {"QueueId": "${queue.general}"}
NONE = "NoMatchingCondition"


def metrics(parameters: dict[str, str], reference: str) -> Center:
    tell = block("tell", "MessageParticipant", {"Text": f"값 [{reference}]"}, next="bye")
    return center_of(it("GetMetricData", parameters, next="tell"), tell, *told())


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        ("$.Metrics.Queue.Size", "3"),
        ("$.Metrics.Queue.Name", "general"),
        ("$.Metrics.Queue.OldestContactAge", "90"),
        ("$.Metrics.Agents.Online.Count", "1"),
        ("$.Metrics.Agents.Available.Count", "1"),
        ("$.Metrics.Agents.Staffed.Count", "1"),
        ("$.Metrics.Agents.Busy.Count", "0"),
        ("$.Metrics.Agents.NonProductive.Count", "0"),
    ],
)
def test_numbers_of_a_queue_can_be_referred_to(reference: str, value: str) -> None:
    center = metrics(GENERAL, reference)
    queue = center.queue_named("general")
    queue.others, queue.oldest = 3, 90.5
    center.agent("minsu", "general")
    center.agent("away", "general").leaves()

    assert f"값 [{value}]" in center.call(CUSTOMER).transcript


@pytest.mark.parametrize(("channel", "size"), [("Voice", "1"), ("Chat", "0")])
def test_contacts_are_counted_by_channel(channel: str, size: str) -> None:
    waits = block("waits", "TransferContactToQueue", {}, next="bye",
                  errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"})  # fmt: skip
    queue = block("queue", "UpdateContactTargetQueue", GENERAL, next="it", errors={"NoMatchingError": "bye"})
    tell = block("tell", "MessageParticipant", {"Text": "값 [$.Metrics.Queue.Size]"}, next="waits")
    center = center_of(queue, it("GetMetricData", {**GENERAL, "QueueChannel": channel}, next="tell"), tell, waits,
                       *told())  # fmt: skip

    center.call("+821000000001")

    assert f"값 [{size}]" in center.call(CUSTOMER).transcript


@pytest.mark.parametrize("kind", ["GetMetricData", "CheckMetricData"])
def test_without_a_queue_there_are_no_numbers(kind: str) -> None:
    parameters = {} if kind == "GetMetricData" else {"MetricType": "NumberOfContactsInQueue"}
    center = center_of(it(kind, parameters, NONE), *told(NONE))

    center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")


def test_a_queue_that_is_not_there_has_no_numbers() -> None:
    center = metrics(GENERAL, "$.Metrics.Queue.Size")
    center.missing.add("queue.general")

    center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")


@pytest.mark.parametrize(
    ("metric", "operator", "operand", "branch"),
    [
        ("NumberOfContactsInQueue", "NumberGreaterThan", "2", "condition:NumberGreaterThan:2"),
        ("NumberOfContactsInQueue", "NumberGreaterThan", "3", "error:NoMatchingCondition"),
        ("NumberOfAgentsAvailable", "NumberGreaterThan", "0", "condition:NumberGreaterThan:0"),
        ("NumberOfAgentsStaffed", "NumberGreaterThan", "0", "condition:NumberGreaterThan:0"),
        ("NumberOfAgentsOnline", "NumberGreaterThan", "1", "error:NoMatchingCondition"),
        # Seconds, says the name; milliseconds, says the flow.
        ("OldestContactInQueueAgeSeconds", "NumberGreaterThan", "90000", "condition:NumberGreaterThan:90000"),
        ("OldestContactInQueueAgeSeconds", "NumberGreaterThan", "90500", "error:NoMatchingCondition"),
    ],
)
def test_a_number_takes_the_condition_that_holds(metric: str, operator: str, operand: str, branch: str) -> None:
    block = it("CheckMetricData", {"MetricType": metric, **GENERAL}, NONE, conditions=((operator, operand, "bye"),))
    center = center_of(block, *told(NONE))
    queue = center.queue_named("general")
    queue.others, queue.oldest = 3, 90.5
    center.agent("minsu", "general")

    center.call(CUSTOMER).took("inbound", "it", branch)
