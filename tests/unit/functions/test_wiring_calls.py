from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError
from botocore.stub import Stubber

from aicc_core.errors import OutOfTime
from wire_connect.connect_api import ConnectApi, connect_client
from wire_connect.patience import SECONDS_NEEDED, Patience

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient


class Clock:
    """The time a function has left; sleeping uses it up."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.left -= seconds


def error(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "Rate exceeded"}}, "AssociateQueueQuickConnects")


def failing(*errors: Exception) -> Callable[[], None]:
    remaining = iter(errors)

    def call() -> None:
        for each in remaining:
            raise each

    return call


def patience(clock: Clock) -> Patience:
    return Patience(lambda: clock.left, clock.sleep)


@pytest.mark.parametrize(
    "passing",
    [
        error("TooManyRequestsException"),
        error("ThrottlingException"),
        error("InternalServiceException"),
        ReadTimeoutError(endpoint_url="connect"),
    ],
)
def test_repeats_a_call_that_is_turned_down_for_the_moment(passing: Exception) -> None:
    clock = Clock(120)

    patience(clock)(failing(passing, passing, passing))

    assert len(clock.pauses) == 3
    assert all(low <= pause <= 2 * low for low, pause in zip([0.5, 1, 2], clock.pauses, strict=True))


def test_does_not_repeat_what_will_fail_again() -> None:
    clock = Clock(120)

    with pytest.raises(ClientError, match="AccessDeniedException"):
        patience(clock)(failing(error("AccessDeniedException")))

    assert clock.pauses == []


def test_stops_repeating_while_there_is_time_to_answer() -> None:
    clock = Clock(60)

    with pytest.raises(ClientError, match="ThrottlingException"):
        patience(clock)(failing(*[error("ThrottlingException")] * 1000))

    assert clock.left >= SECONDS_NEEDED


def test_starts_no_call_without_time_to_answer() -> None:
    with pytest.raises(OutOfTime) as caught:
        patience(Clock(SECONDS_NEEDED - 1))(failing())

    assert str(caught.value) == "less than 20 s left to call Connect and to answer"


@pytest.fixture
def client() -> "ConnectClient":
    return connect_client()


@pytest.fixture
def connect(client: "ConnectClient") -> Iterator[Stubber]:
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def api(client: "ConnectClient") -> ConnectApi:
    return ConnectApi(client, patience(Clock(120)))


def expect(connect: Stubber, operation: str, ids: list[str], fault: str = "") -> None:
    asked = {"InstanceId": "i", "QueueId": "q", "QuickConnectIds": ids}
    if fault:
        connect.add_client_error(operation, fault, expected_params=asked)
    else:
        connect.add_response(operation, {}, asked)


def test_associates_a_flow_and_takes_it_off(api: ConnectApi, connect: Stubber) -> None:
    number = {"InstanceId": "i", "PhoneNumberId": "n"}
    connect.add_response("associate_phone_number_contact_flow", {}, {**number, "ContactFlowId": "f"})
    connect.add_response("disassociate_phone_number_contact_flow", {}, number)

    api.associate_flow("i", "n", "f")
    api.disassociate_flow("i", "n")


def test_associates_quick_connects_in_batches_of_fifty(api: ConnectApi, connect: Stubber) -> None:
    ids = [f"quick-{number}" for number in range(101)]
    for batch in (ids[:50], ids[50:100], ids[100:]):
        expect(connect, "associate_queue_quick_connects", batch)

    api.associate_quick_connects("i", "q", ids)


def test_makes_no_call_for_no_quick_connects(api: ConnectApi, connect: Stubber) -> None:
    api.associate_quick_connects("i", "q", [])
    api.disassociate_quick_connects("i", "q", [])


def test_takes_off_a_flow_from_a_number_that_is_gone(api: ConnectApi, connect: Stubber) -> None:
    connect.add_client_error("disassociate_phone_number_contact_flow", "ResourceNotFoundException")

    api.disassociate_flow("i", "n")


def test_a_quick_connect_that_is_gone_does_not_keep_the_others(api: ConnectApi, connect: Stubber) -> None:
    for ids, fault in [
        (["a", "gone", "b"], "ResourceNotFoundException"),
        (["a"], ""),
        (["gone"], "ResourceNotFoundException"),
        (["b"], ""),
    ]:
        expect(connect, "disassociate_queue_quick_connects", ids, fault)

    api.disassociate_quick_connects("i", "q", ["a", "gone", "b"])


def test_associating_with_what_is_gone_fails(api: ConnectApi, connect: Stubber) -> None:
    expect(connect, "associate_queue_quick_connects", ["a"], "ResourceNotFoundException")

    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        api.associate_quick_connects("i", "q", ["a"])


def test_the_client_leaves_repeating_to_patience() -> None:
    options = vars(connect_client().meta.config)

    assert options["retries"]["total_max_attempts"] == 1
    assert options["connect_timeout"] + options["read_timeout"] < SECONDS_NEEDED
