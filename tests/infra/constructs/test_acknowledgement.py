from collections.abc import Callable

import pytest
from aws_cdk import Stack
from aws_cdk.aws_s3 import Bucket
from cdk_nag import AwsSolutionsChecks

from aicc_constructs import acknowledge

Refusal = Callable[[Callable[[], object]], str]

WHY = "It receives the access logs of the others; logging its own would never end."


def _rules(stack: Stack) -> list[tuple[str, str]]:
    report = AwsSolutionsChecks().validate_scope(stack)
    return [
        (found.rule_name, each.construct_path or "")
        for found in report.violations
        for each in found.violating_resources
    ]


def test_only_the_named_rule_on_the_named_resource_is_accepted(stack: Stack) -> None:
    acknowledge(Bucket(stack, "Logs", enforce_ssl=True), {"AwsSolutions-S1": WHY})
    Bucket(stack, "Other")

    found = {(rule, path.split("/")[1]) for rule, path in _rules(stack)}

    assert found == {("AwsSolutions-S1", "Other"), ("AwsSolutions-S10", "Other")}


@pytest.mark.parametrize(
    "reason", ["", "False positive.", WHY.removesuffix("."), "Too short, by one single letter it is."]
)
def test_what_is_no_sentence_is_refused(stack: Stack, reason: str, refusal: Refusal) -> None:
    bucket = Bucket(stack, "Logs")

    message = refusal(lambda: acknowledge(bucket, {"AwsSolutions-S1": reason}))

    assert message == (
        f"acknowledgement of AwsSolutions-S1 on Test/Logs: {reason!r} is not a full sentence; "
        "say in at least 40 characters why the finding is accepted"
    )


def test_one_bad_reason_accepts_nothing(stack: Stack, refusal: Refusal) -> None:
    bucket = Bucket(stack, "Logs", enforce_ssl=True)

    refusal(lambda: acknowledge(bucket, {"AwsSolutions-S1": WHY, "AwsSolutions-S2": "no"}))

    assert [rule for rule, _ in _rules(stack)] == ["AwsSolutions-S1"]
