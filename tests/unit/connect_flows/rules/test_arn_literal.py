from typing import Any

HERE = "arn:aws:connect:ap-northeast-2:111122223333:instance/11111111-2222-3333-4444-555555555555"
QUEUE = f"{HERE}/queue/66666666-7777-8888-9999-000000000000"


def set_queue(block: Any, queue: str) -> Any:
    return block("set", "UpdateContactTargetQueue", {"QueueId": queue}, next="bye")


def test_names_the_placeholder_that_belongs_there(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    (finding,) = found(flow_of(set_queue(block, QUEUE), bye))

    assert finding.startswith("set: Parameters.QueueId is the ARN 'arn:aws:connect:ap-northeast-2:")
    assert finding.endswith("; write ${queue.<name>}")


def test_looks_everywhere_in_the_parameters(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    sent = {"LambdaInvocationAttributes": {"table": "arn:aws:dynamodb:ap-northeast-2:111122223333:table/t"}}

    (finding,) = found(flow_of(block("ask", "InvokeLambdaFunction", sent, next="bye"), bye))

    assert finding.endswith("; write ${text.<name>}")


def test_a_placeholder_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(set_queue(block, "${queue.general}"), bye)) == []


def test_what_only_begins_like_an_arn_is_none(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {"Text": "arn:aws 란 무엇인가"}, next="bye"), bye)) == []


def test_arns_in_metadata_are_the_consoles(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, Metadata={"ActionMetadata": {"bye": {"parameters": {"QueueId": QUEUE}}}})) == []


def test_a_flow_that_is_for_one_instance_may_name_what_is_there(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(set_queue(block, QUEUE), bye), instance_arn=HERE) == []
