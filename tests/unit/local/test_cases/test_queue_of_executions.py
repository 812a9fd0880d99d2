"""How many executions there are at once, and what else the API says of them."""

from typing import Any

import pytest

from aicc_local.connect import test_case_run
from aicc_local.connect.test_case_execution import EXECUTION
from aicc_local.errors import ServiceError
from aicc_local.store import Record
from tests.unit.local.contacts.contact_centre import block
from tests.unit.local.test_cases.documents import END, hears, observation
from tests.unit.local.test_cases.executing import Executed, TestedCentre

NEVER = observation("never", hears("오지 않을 말"), END)


@pytest.fixture
def centre() -> TestedCentre:
    return TestedCentre()


@pytest.fixture
def waiting(centre: TestedCentre) -> Record:
    """A flow in which nothing happens."""
    return centre.add_flow(
        "wait", block("wait", "Wait", "bye", TimeLimitSeconds="600", errors={"NoMatchingError": "bye"})
    )


@pytest.fixture
def case(centre: TestedCentre, waiting: Record) -> str:
    return centre.case(waiting, NEVER)


def statuses(centre: TestedCentre, **parameters: Any) -> list[str]:
    listed = centre.api("ListTestCaseExecutions", **parameters)["TestCaseExecutions"]
    return [each["TestCaseExecutionStatus"] for each in listed]


def test_five_run_at_once_and_the_next_when_one_is_over(centre: TestedCentre, case: str) -> None:
    first, *_ = [Executed(centre, case, centre.start(case)) for _ in range(7)]
    assert statuses(centre) == ["IN_PROGRESS"] * 5 + ["INITIATED"] * 2

    first.stop()

    assert statuses(centre) == ["STOPPED"] + ["IN_PROGRESS"] * 5 + ["INITIATED"]


def test_a_hundred_are_in_the_queue_with_those_that_run(centre: TestedCentre, case: str) -> None:
    for _ in range(100):
        centre.start(case)

    with pytest.raises(ServiceError) as refused:
        centre.start(case)

    assert (refused.value.code, refused.value.status) == ("ServiceQuotaExceededException", 402)


def test_the_answer_is_that_it_waits_for_its_turn(centre: TestedCentre, case: str) -> None:
    answer = centre.api("StartTestCaseExecution", TestCaseId=case)

    assert (answer["TestCaseId"], answer["Status"]) == (case, "INITIATED")


def test_a_client_token_starts_one_execution(centre: TestedCentre, case: str) -> None:
    first, again, other = (centre.start(case, ClientToken=token) for token in ("a", "a", "b"))

    assert first == again != other
    assert len(statuses(centre)) == 2


def test_what_is_only_saved_is_not_started(centre: TestedCentre, waiting: Record) -> None:
    case = centre.case(waiting, NEVER, Status="SAVED")

    with pytest.raises(ServiceError) as refused:
        centre.start(case)

    assert refused.value.code == "InvalidRequestException"


def test_a_stopped_execution_leaves_its_contact_to_itself(centre: TestedCentre, case: str) -> None:
    executed = Executed(centre, case, centre.start(case))

    executed.stop()
    centre.look()

    assert executed.status == "STOPPED"
    assert "DisconnectTimestamp" not in centre.described(executed.contact)
    executed.stop()
    assert executed.status == "STOPPED"


def test_what_waits_for_its_turn_can_be_stopped(centre: TestedCentre, case: str) -> None:
    *_, last = [Executed(centre, case, centre.start(case)) for _ in range(6)]

    last.stop()

    assert last.status == "STOPPED"
    assert last.records() == []


def test_an_execution_tells_how_far_it_is(centre: TestedCentre, case: str) -> None:
    executed = Executed(centre, case, centre.start(case))

    assert executed.summary == {
        "StartTime": centre.aws.now(),
        "Status": "IN_PROGRESS",
        "ObservationSummary": {"TotalObservations": 1, "ObservationsPassed": 0, "ObservationsFailed": 0},
    }
    assert [each["Status"] for each in executed.records(Status="IN_PROGRESS")] == ["IN_PROGRESS"]
    assert [each["ObservationId"] for each in executed.records(MaxResults=1)] == ["INITIATION"]


def test_one_that_is_over_tells_when(centre: TestedCentre, case: str) -> None:
    executed = Executed(centre, case, centre.start(case))
    began = centre.aws.now()
    centre.aws.now.pass_time(300)

    centre.look()

    assert (executed.summary["StartTime"], executed.summary["EndTime"]) == (began, began + 300)


def test_lists_by_test_case_name_state_and_start(centre: TestedCentre, waiting: Record, case: str) -> None:
    other = centre.case(waiting, NEVER, name="other", Tags={"team": "care"})
    Executed(centre, case, centre.start(case)).stop()
    centre.aws.now.pass_time(10)
    centre.start(other)
    now = int(centre.aws.now() * 1000)

    [told] = centre.api("ListTestCaseExecutions", TestCaseName="other")["TestCaseExecutions"]
    assert (told["TestCaseId"], told["Tags"]) == (other, {"team": "care"})
    assert statuses(centre, TestCaseId=case) == ["STOPPED"]
    assert statuses(centre, Status="IN_PROGRESS") == ["IN_PROGRESS"]
    assert statuses(centre, StartTime=now) == ["IN_PROGRESS"]
    assert statuses(centre, EndTime=now - 1) == ["STOPPED"]
    assert statuses(centre) == ["STOPPED", "IN_PROGRESS"]


def test_an_execution_belongs_to_its_test_case(centre: TestedCentre, waiting: Record, case: str) -> None:
    other = centre.case(waiting, NEVER, name="other")

    with pytest.raises(ServiceError) as refused:
        centre.api("GetTestCaseExecutionSummary", TestCaseId=other, TestCaseExecutionId=centre.start(case))

    assert refused.value.code == "ResourceNotFoundException"


def test_executions_go_with_their_test_case(centre: TestedCentre, case: str) -> None:
    centre.start(case)

    centre.api("DeleteTestCase", TestCaseId=case)
    centre.look()

    assert statuses(centre) == []
    assert list(centre.aws.store.of(EXECUTION)) == []


def test_what_ran_when_the_server_ended_is_stopped_and_what_waited_runs(
    centre: TestedCentre, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, *_ = [Executed(centre, case, centre.start(case)) for _ in range(6)]
    monkeypatch.setattr(test_case_run, "_RUNS", {})

    assert running.status == "STOPPED"
    assert statuses(centre) == ["STOPPED"] * 5 + ["INITIATED"]

    centre.start(case)

    assert statuses(centre) == ["STOPPED"] * 5 + ["IN_PROGRESS"] * 2
