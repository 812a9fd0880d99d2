"""With IAM enforced the functions of callbacks do their jobs, and no role holds what no job of its function needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.callback_environment import callback_line
from tests.e2e.callback_jobs.checks import Job
from tests.e2e.callback_jobs.firing import run_each_minute, without_allowing
from tests.e2e.callback_jobs.names import SWEEP
from tests.e2e.callback_jobs.roles import JOBS, NOT_SHOWN, POLICIES
from tests.e2e.callback_line import STACK
from tests.e2e.callback_office import CallbackOffice, open_office
from tests.e2e.callback_switches import other_policy, without_permission
from tests.e2e.role_grants import grants


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, with_callbacks: Path) -> Iterator[CallbackOffice]:
    with callback_line(tmp_path_factory.mktemp("callback-privileges"), with_callbacks) as line:
        yield open_office(line)


@pytest.fixture(scope="module")
def template(office: CallbackOffice) -> dict[str, Any]:
    body: Any = office.session.client("cloudformation").get_template(StackName=STACK)["TemplateBody"]
    return json.loads(body) if isinstance(body, str) else dict(body)


@pytest.mark.parametrize("role", JOBS)
def test_a_role_holds_what_its_jobs_need_and_no_more(
    office: CallbackOffice, template: dict[str, Any], role: str
) -> None:
    held = [grant.name for grant in grants(office, template, role)]

    needed = [name for names in JOBS[role].values() for name in names]
    assert sorted(held) == sorted([*needed, *(NOT_SHOWN.keys() & set(held))])


@pytest.mark.parametrize("role", JOBS)
def test_a_job_is_done_with_all_and_not_without_any_one(
    office: CallbackOffice, template: dict[str, Any], role: str
) -> None:
    iam = office.session.client("iam")
    job_of = {name: job for job, names in JOBS[role].items() for name in names}
    for job in JOBS[role]:
        _do(office, job)

    not_needed = []
    for grant in grants(office, template, role):
        if grant.name in job_of:
            with grant.withdrawn(iam):
                if _is_done(office, job_of[grant.name]):
                    not_needed.append(grant.name)

    assert not_needed == []
    # Else something that went wrong on the way would have made every action after it look needed.
    for job in JOBS[role]:
        _do(office, job)


def test_every_role_of_callbacks_is_looked_at(template: dict[str, Any]) -> None:
    roles = [name[:-8] for name, each in template["Resources"].items() if each["Type"] == "AWS::IAM::Role"]

    assert {role for role in roles if role.startswith("Callbacks")} == JOBS.keys() - {"FunctionsFulfillIntentRole"}


@pytest.mark.parametrize("queue", POLICIES)
def test_a_queue_takes_what_its_policy_allows(office: CallbackOffice, queue: str) -> None:
    _do(office, POLICIES[queue])

    with other_policy(office, queue, without_allowing):
        assert not _is_done(office, POLICIES[queue])

    _do(office, POLICIES[queue])


def test_every_queue_that_anybody_is_allowed_to_use_is_looked_at(template: dict[str, Any]) -> None:
    allowing = {
        queue["Ref"][:-8]
        for each in template["Resources"].values()
        if each["Type"] == "AWS::SQS::QueuePolicy" and '"Allow"' in json.dumps(each)
        for queue in each["Properties"]["Queues"]
    }

    assert allowing == POLICIES.keys()


def test_the_rule_runs_the_sweeper_and_nobody_else_may(office: CallbackOffice) -> None:
    _do(office, run_each_minute)

    with without_permission(office, SWEEP):
        assert not _is_done(office, run_each_minute)


def _do(office: CallbackOffice, job: Job) -> None:
    office.clear()
    job(office)


def _is_done(office: CallbackOffice, job: Job) -> bool:
    try:
        _do(office, job)
    except AssertionError:
        return False
    return True
