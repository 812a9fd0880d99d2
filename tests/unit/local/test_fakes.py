"""The fakes tell allowed from refused, or tests that use them would prove nothing."""

import pytest

from tests.unit.local.fakes import ACCOUNT, FakeAws

SOURCE = f"arn:aws:connect:ap-northeast-2:{ACCOUNT}:instance/1"


def allowed(
    aws: FakeAws, function: str, *, service: str, source_arn: str, action: str = "lambda:InvokeFunction"
) -> bool:
    return aws.policies.allow(
        aws.functions.policy(function),
        service=service,
        action=action,
        resource=function,
        source_arn=source_arn,
        source_account=ACCOUNT,
    )


def test_a_function_without_permission_may_not_be_invoked(aws: FakeAws) -> None:
    function = aws.functions.add("answer")

    assert not allowed(aws, function, service="connect.amazonaws.com", source_arn=SOURCE)


def test_a_permission_allows_its_service_and_its_source(aws: FakeAws) -> None:
    function = aws.functions.add("answer")

    aws.functions.permit(function, service="connect.amazonaws.com", source_arn=SOURCE)

    assert allowed(aws, function, service="connect.amazonaws.com", source_arn=SOURCE)


@pytest.mark.parametrize(
    ("service", "source_arn", "action"),
    [
        ("lexv2.amazonaws.com", SOURCE, "lambda:InvokeFunction"),
        ("connect.amazonaws.com", SOURCE + "2", "lambda:InvokeFunction"),
        ("connect.amazonaws.com", SOURCE, "lambda:DeleteFunction"),
    ],
    ids=["another service", "another source", "another action"],
)
def test_a_permission_allows_nothing_else(aws: FakeAws, service: str, source_arn: str, action: str) -> None:
    function = aws.functions.add("answer")

    aws.functions.permit(function, service="connect.amazonaws.com", source_arn=SOURCE)

    assert not allowed(aws, function, service=service, source_arn=source_arn, action=action)


def test_what_a_function_raises_is_a_function_error(aws: FakeAws) -> None:
    def fail(event: object) -> None:
        raise ValueError("no")

    answer = aws.functions.invoke(aws.functions.add("fail", fail), {"a": 1}, seconds=8)

    assert answer.error == "Unhandled"


def test_spawned_work_is_done_at_once(aws: FakeAws) -> None:
    done: list[str] = []

    aws.spawn(lambda: done.append("work"))

    assert done == ["work"]
