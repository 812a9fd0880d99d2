"""Test cases in Amazon Connect: what it is asked, how often, and what is made of its answers."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.testing_outcome import Outcome, Verdict
from aicc_cli.testing_place import Place
from aicc_cli.testing_runs import AT_ONCE, LONGEST_SECONDS, MOST_STARTS, Run, Runs
from aicc_cli.testing_service import Later, Refused, Service
from tests.unit.cli.instance_of_tests import SPURIOUS, SUCCESS, WRONG_QUEUE, Instance, no_answer, refused

START = "start_test_case_execution"


def service_of(instance: Any) -> Service:
    place = Place(
        name="dev, AWS", environment="dev", connect=instance, instance_id="i", between_calls=0.6, between_looks=3.0
    )
    return Service(place, instance.sleep)


def executed(instance: Instance, *names: str) -> list[Outcome]:
    runs = [Run(name=name, source=f"flows/tests/{name}.json", case=name) for name in names or instance.names]
    return list(Runs(service_of(instance), clock=instance.clock, sleep=instance.sleep).outcomes(runs))


def test_every_case_has_an_outcome_with_its_seconds() -> None:
    instance = Instance(["closed", "agent"])

    outcomes = executed(instance)

    assert [(each.name, each.verdict, each.seconds, each.reason) for each in outcomes] == [
        ("closed", Verdict.PASSED, 7.0, ""),
        ("agent", Verdict.PASSED, 7.0, ""),
    ]


def test_no_more_than_five_go_on_at_once() -> None:
    instance = Instance([f"case-{number}" for number in range(12)])

    outcomes = executed(instance)

    assert len(outcomes) == 12
    assert instance.most_at_once == AT_ONCE == 5


def test_a_failure_is_told_with_what_was_expected_and_what_came() -> None:
    instance = Instance(["orders"], ends={"orders": [("FAILED", WRONG_QUEUE)]})

    [outcome] = executed(instance)

    assert outcome.verdict is Verdict.FAILED
    assert outcome.reason == "transfer: expected $.Queue.Name Equals '일반상담', got '주문'"
    assert '"Identifier": "transfer"' in outcome.detail


def test_the_contact_of_a_failed_execution_is_ended() -> None:
    instance = Instance(["orders", "closed"], ends={"orders": [("FAILED", WRONG_QUEUE)]})

    executed(instance)

    assert instance.ended_contacts == ["contact of orders#1"]


def test_what_somebody_else_has_stopped_has_not_passed() -> None:
    instance = Instance(["agent"], ends={"agent": [("STOPPED", SUCCESS)]})

    [outcome] = executed(instance)

    assert (outcome.verdict, outcome.reason) == (Verdict.FAILED, "was stopped by somebody")


def test_what_did_not_even_begin_is_started_again_with_another_token() -> None:
    instance = Instance(["agent"], ends={"agent": [("FAILED", SPURIOUS), ("PASSED", SUCCESS)]})

    [outcome] = executed(instance)

    assert outcome.verdict is Verdict.PASSED
    assert instance.started == ["agent", "agent"]
    assert len(instance.tokens) == 2


def test_what_never_begins_is_given_up() -> None:
    instance = Instance(["agent"], ends={"agent": [("FAILED", SPURIOUS)]})

    [outcome] = executed(instance)

    assert outcome.reason == "INITIALIZATION_FAILURE: limit reached"
    assert instance.started == ["agent"] * MOST_STARTS


def test_what_is_stuck_is_stopped_and_so_is_its_contact() -> None:
    instance = Instance(["agent", "closed"], lasts={"agent": None})

    outcomes = {outcome.name: outcome for outcome in executed(instance)}

    assert outcomes["agent"].reason == "was IN_PROGRESS for more than 6 minutes and was stopped"
    assert outcomes["closed"].verdict is Verdict.PASSED
    assert instance.stopped == ["agent#1"]
    assert instance.ended_contacts == ["contact of agent#1"]
    assert LONGEST_SECONDS < instance.now < LONGEST_SECONDS + 30


@pytest.mark.parametrize("code", ["ServiceQuotaExceededException", "ThrottlingException", "InternalServiceException"])
def test_waits_where_the_queue_is_full_or_too_much_is_asked(code: str) -> None:
    instance = Instance(["agent"], refusals={START: [refused("StartTestCaseExecution", code)] * 3})

    [outcome] = executed(instance)

    assert outcome.verdict is Verdict.PASSED
    # One second, two, four.
    assert instance.began["agent#1"] >= 7


def test_gives_up_where_the_queue_stays_full() -> None:
    full = refused("StartTestCaseExecution", "ServiceQuotaExceededException", "the limit of 100 is reached")
    instance = Instance(["agent"], refusals={START: [full] * 1000})

    [outcome] = executed(instance)

    assert outcome.verdict is Verdict.FAILED
    assert outcome.reason.startswith("could not be started in 30 minutes: StartTestCaseExecution: ServiceQuota")


def test_a_lost_answer_begins_no_second_execution() -> None:
    instance = Instance(["agent"], refusals={START: [no_answer()]})

    [outcome] = executed(instance)

    assert outcome.verdict is Verdict.PASSED
    assert instance.asked[START] == 2
    assert instance.started == ["agent"]


def test_goes_on_looking_where_a_look_is_throttled() -> None:
    look = "get_test_case_execution_summary"
    throttled = refused("GetTestCaseExecutionSummary", "ThrottlingException")
    instance = Instance(["agent"], refusals={look: [throttled, throttled]})

    [outcome] = executed(instance)

    assert outcome.verdict is Verdict.PASSED


def test_a_case_that_is_refused_keeps_no_other_from_being_executed() -> None:
    gone = refused("StartTestCaseExecution", "InvalidRequestException", "agent has not been published")
    instance = Instance(["agent", "closed"], refusals={START: [gone]})

    outcomes = executed(instance)

    assert [(each.name, each.verdict) for each in outcomes] == [("agent", Verdict.FAILED), ("closed", Verdict.PASSED)]
    assert outcomes[0].reason == "StartTestCaseExecution: InvalidRequestException: agent has not been published"


def test_whoever_may_not_is_told_which_right_is_missing() -> None:
    denied = refused("StartTestCaseExecution", "AccessDeniedException", "not authorized")
    instance = Instance(["agent"], refusals={START: [denied]})

    with pytest.raises(CannotBeDone, match="allow connect:StartTestCaseExecution"):
        executed(instance)


def test_what_goes_on_is_ended_when_nobody_wants_to_know_any_more() -> None:
    instance = Instance(["first", "second", "third"], lasts={"second": None, "third": None})
    runs = [Run(name=name, source=name, case=name) for name in instance.names]
    outcomes = Runs(service_of(instance), clock=instance.clock, sleep=instance.sleep).outcomes(runs)

    next(iter(outcomes))
    outcomes.close()  # type: ignore[attr-defined]  # a generator

    assert instance.stopped == ["second#1", "third#1"]
    assert instance.ended_contacts == ["contact of second#1", "contact of third#1"]


def test_asks_no_more_than_two_operations_a_second() -> None:
    instance = Instance([f"case-{number}" for number in range(12)])

    executed(instance)

    assert sum(instance.asked.values()) / instance.now < 2


def test_problems_of_a_content_are_told() -> None:
    problems = [{"message": "Observations[0] has no event"}, {"message": "Version is wrong"}]
    invalid = refused("CreateTestCase", "InvalidTestCaseException", "invalid", Problems=problems)
    instance = Instance([], refusals={"create_test_case": [invalid]})

    with pytest.raises(Refused) as told:
        service_of(instance).create(Name="aicc-agent", Content="{}")

    assert str(told.value) == (
        "CreateTestCase: InvalidTestCaseException: invalid; Observations[0] has no event; Version is wrong"
    )


def test_the_api_takes_what_it_is_asked() -> None:
    keys = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing", "region_name": "ap-northeast-2"}
    connect = boto3.client("connect", **keys)  # type: ignore[call-overload]  # literal keywords in a dict
    place = Place(
        name="dev, AWS", environment="dev", connect=connect, instance_id="i", between_calls=0.0, between_looks=0.0
    )
    service = Service(place)
    run: dict[str, Any] = {"InstanceId": "i", "TestCaseId": "c", "TestCaseExecutionId": "e"}
    start = {"InstanceId": "i", "TestCaseId": "c", "ClientToken": "t"}
    with Stubber(connect) as stub:
        stub.add_response(START, {"TestCaseExecutionId": "e", "TestCaseId": "c", "Status": "INITIATED"}, start)
        stub.add_response("get_test_case_execution_summary", {"Status": "IN_PROGRESS"}, run)
        stub.add_response(
            "list_test_case_execution_records", {"ExecutionRecords": [], "NextToken": "n"}, {**run, "MaxResults": 100}
        )
        stub.add_response(
            "list_test_case_execution_records",
            {"ExecutionRecords": []},
            {**run, "MaxResults": 100, "NextToken": "n"},
        )
        stub.add_response("stop_test_case_execution", {}, run)
        stub.add_response("stop_contact", {}, {"InstanceId": "i", "ContactId": "k"})
        stub.add_client_error(START, "ThrottlingException", http_status_code=429)

        assert service.start("c", "t") == "e"
        assert service.look("c", "e").status == "IN_PROGRESS"
        assert service.records("c", "e") == []
        service.stop("c", "e")
        service.end_contact("k")
        with pytest.raises(Later):
            service.start("c", "t")
        stub.assert_no_pending_responses()
