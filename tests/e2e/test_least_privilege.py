"""With IAM enforced every function does its job, and no role holds an action that its job does not need."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from tests.e2e.jobs import JOBS, STACK, Center, JobFailed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mypy_boto3_iam import IAMClient

# Actions without which every job succeeds here. A real account has to show that they are needed; docs/local-aws.md says
# how. An action that is asked for one day must leave this list: the test says so.
NOT_ASKED_FOR = {
    "polly:SynthesizeSpeech": "conversations with the local Lex are written, so it never speaks",
    "xray:PutTelemetryRecords": "Lambda's daemon reports about itself; nothing shows whether it did",
}


@pytest.fixture(scope="module")
def center(deployed: dict[str, str], session: boto3.Session) -> Center:
    return Center(session=session)


@pytest.mark.parametrize("role", JOBS)
def test_every_function_does_its_job(center: Center, role: str) -> None:
    for job in JOBS[role]:
        job(center)


@pytest.mark.parametrize("role", JOBS)
def test_a_job_fails_without_any_one_action_of_its_role(center: Center, role: str) -> None:
    iam = center.session.client("iam")
    name = center.physical_id("AWS::IAM::Role", role)
    held, not_needed = set(), []

    for policy, document, action, without in _without_one_action(iam, name):
        held.add(action)
        iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=without)
        try:
            if _all_done(center, role):
                not_needed.append(action)
        finally:
            iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=document)

    assert sorted(not_needed) == sorted(held & NOT_ASKED_FOR.keys())
    # Else something that went wrong on the way would have made every action after it look needed.
    assert _all_done(center, role)


def test_every_role_of_the_stack_is_looked_at(center: Center) -> None:
    listed = center.session.client("cloudformation").describe_stack_resources(StackName=STACK)["StackResources"]
    roles = [each["LogicalResourceId"] for each in listed if each["ResourceType"] == "AWS::IAM::Role"]

    assert sorted(role[:-8] for role in roles) == sorted(JOBS)


def _without_one_action(iam: IAMClient, role: str) -> Iterator[tuple[str, str, str, str]]:
    """Each policy of a role, as it is, one action of it, and the policy without that action."""
    for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
        document: Any = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]
        for statement, action in _actions(document):
            less = copy.deepcopy(document)
            less["Statement"][statement]["Action"] = [
                each for each in _listed(less["Statement"][statement]["Action"]) if each != action
            ] or ["none:None"]
            yield policy, json.dumps(document), action, json.dumps(less)


def _actions(document: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    for index, statement in enumerate(document["Statement"]):
        for action in _listed(statement["Action"]):
            yield index, action


def _listed(actions: str | list[str]) -> list[str]:
    return [actions] if isinstance(actions, str) else actions


def _all_done(center: Center, role: str) -> bool:
    try:
        for job in JOBS[role]:
            job(center)
    except JobFailed:
        return False
    return True
