from typing import Any

import pytest

HERE = "arn:aws:connect:ap-northeast-2:111122223333:instance/aaaaaaaa"
FUNCTION = "arn:aws:lambda:{region}:{account}:function:ask"


def set_queue(block: Any, name: str, instance: str, next: str = "bye") -> Any:
    return block(name, "UpdateContactTargetQueue", {"QueueId": f"{instance}/queue/one"}, next=next)


def ask_function(
    block: Any, region: str = "ap-northeast-2", account: str = "111122223333", partition: str = "aws"
) -> Any:
    arn = FUNCTION.format(region=region, account=account).replace("arn:aws:", f"arn:{partition}:")
    return block("ask", "InvokeLambdaFunction", {"LambdaFunctionARN": arn}, next="bye")


def test_finds_what_is_of_another_instance(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    elsewhere = HERE.replace("aaaaaaaa", "bbbbbbbb")

    assert found(flow_of(set_queue(block, "set", elsewhere), bye), instance_arn=HERE) == [
        "set: Parameters.QueueId 'arn:aws:connect:ap-northeast-2:111122223333:instance/bbbbbbbb/queue/one' "
        "is of instance bbbbbbbb, not aaaaaaaa; name the resource that is there, or use a placeholder"
    ]


@pytest.mark.parametrize(
    ("elsewhere", "problem"),
    [
        ({"region": "us-east-1"}, "is of region us-east-1, not ap-northeast-2"),
        ({"account": "444455556666"}, "is of account 444455556666, not 111122223333"),
        ({"partition": "aws-cn"}, "is of partition aws-cn, not aws"),
    ],
)
def test_looks_at_other_services_too(
    block: Any, bye: Any, flow_of: Any, found: Any, elsewhere: dict[str, str], problem: str
) -> None:
    (finding,) = found(flow_of(ask_function(block, **elsewhere), bye), instance_arn=HERE)

    assert problem in finding


def test_what_is_there_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(set_queue(block, "set", HERE, next="ask"), ask_function(block), bye)

    assert found(flow, instance_arn=HERE) == []


def test_a_bucket_is_nowhere_in_particular(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    say = block("say", "MessageParticipant", {"Text": "arn:aws:s3:::prompts/hello.wav"}, next="bye")

    assert found(flow_of(say, bye), instance_arn=HERE) == []


def test_on_its_own_a_flow_follows_the_most(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    odd = HERE.replace("aaaaaaaa", "bbbbbbbb")
    flow = flow_of(
        set_queue(block, "odd", odd, next="one"),
        set_queue(block, "one", HERE, next="two"),
        set_queue(block, "two", HERE, next="ask"),
        ask_function(block, region="us-east-1", account="444455556666"),
        bye,
    )

    assert [finding.partition(":")[0] for finding in found(flow)] == ["odd", "ask"]


def test_on_its_own_a_flow_may_name_functions_of_another_account(
    block: Any, bye: Any, flow_of: Any, found: Any
) -> None:
    flow = flow_of(set_queue(block, "set", HERE, next="ask"), ask_function(block, account="444455556666"), bye)

    assert found(flow) == []


def test_an_instance_is_in_one_account(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    odd = HERE.replace("111122223333", "444455556666")
    flow = flow_of(
        set_queue(block, "one", HERE, next="two"),
        set_queue(block, "two", HERE, next="odd"),
        set_queue(block, "odd", odd),
        bye,
    )

    (finding,) = found(flow)

    assert "is of account 444455556666, not 111122223333" in finding
