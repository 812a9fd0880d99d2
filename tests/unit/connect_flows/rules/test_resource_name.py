from typing import Any

import pytest

ID = "aaaaaaaa-0000-4000-8000-000000000001"


def set_queue(block: Any, queue: str) -> Any:
    return block("set", "UpdateContactTargetQueue", {"QueueId": queue}, next="bye")


def test_finds_the_name_of_a_queue(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(set_queue(block, "BasicQueue"), bye)) == [
        "set: Parameters.QueueId 'BasicQueue' is neither an id nor an ARN; write its id or its ARN, or ${queue.<name>}"
    ]


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("CheckHoursOfOperation", {"HoursOfOperationId": "Basic Hours"}),
        ("CheckMetricData", {"QueueId": "일반 상담"}),
        ("CreateTask", {"ContactFlowId": "Default agent transfer"}),
        ("InvokeFlowModule", {"FlowModuleId": "greeting"}),
        ("MessageParticipant", {"PromptId": "Beep.wav"}),
        ("MessageParticipantIteratively", {"Messages": [{"PromptId": "CustomerQueue.wav"}]}),
        ("TransferToFlow", {"ContactFlowId": ID[:-1]}),
        ("UpdateContactEventHooks", {"EventHooks": {"CustomerQueue": "Default customer queue"}}),
    ],
)
def test_looks_wherever_a_resource_is_named(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    assert len(found(flow_of(block("go", action_type, parameters, next="bye"), bye))) == 1


@pytest.mark.parametrize(
    "queue",
    [
        ID,
        ID.upper(),
        f"arn:aws:connect:ap-northeast-2:111122223333:instance/{ID}/queue/{ID}",
        "$.Attributes.queue",
        "${queue.general}",
        "${QueueArn}",
        "{{queues.general.arn}}",
        "<%= queue %>",
    ],
)
def test_ids_arns_and_what_is_filled_in_are_well(block: Any, bye: Any, flow_of: Any, found: Any, queue: str) -> None:
    assert found(flow_of(set_queue(block, queue), bye)) == []


@pytest.mark.parametrize("qualifier", ["$LATEST", "1", "live"])
def test_a_module_may_have_a_version(block: Any, bye: Any, flow_of: Any, found: Any, qualifier: str) -> None:
    module = block("module", "InvokeFlowModule", {"FlowModuleId": f"{ID}:{qualifier}"}, next="bye")

    assert found(flow_of(module, bye)) == []


def test_nobody_saw_the_name_of_a_function_refused(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    ask = block("ask", "InvokeLambdaFunction", {"LambdaFunctionARN": "look-up"}, next="bye")

    assert found(flow_of(ask, bye)) == []
