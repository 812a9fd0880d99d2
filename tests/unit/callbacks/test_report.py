import pytest

from aicc_core.errors import MalformedEvent
from callback_ledger.events import Kind
from callback_ledger.states import State
from report_callback.logic import Outcome, Report, Step, read_report, report
from tests.unit.callbacks.desk import ID, Desk


def told(step: Step, *, dial: int = 1, callback_id: str = ID) -> Report:
    return Report(step=step, callback_id=callback_id, dial=dial, contact_id="contact-1")


@pytest.fixture
def ringing(desk: Desk) -> Desk:
    desk.book()
    desk.dial()
    return desk


def say(desk: Desk, what: Report) -> Outcome:
    return report(what, desk.telling, int(desk.clock.now))


def test_a_call_goes_on_when_the_customer_answers(ringing: Desk) -> None:
    assert [say(ringing, told(Step.ANSWERED)) for _ in range(2)] == [Outcome.GOING_ON] * 2
    assert ringing.record().state is State.RINGING


def test_an_answer_may_come_before_the_dialler_knows_of_the_call(desk: Desk) -> None:
    desk.book()
    desk.phone.answers = [Kind.TIMED_OUT]
    desk.phone.between = lambda: say(desk, told(Step.ANSWERED))

    desk.dial()

    assert (desk.record().state, desk.record().contact_id) == (State.RINGING, "contact-1")


def test_whoever_confirms_is_talked_to_and_holds_no_line(ringing: Desk) -> None:
    assert [say(ringing, told(Step.CONFIRMED)) for _ in range(2)] == [Outcome.GOING_ON] * 2
    assert ringing.record().state is State.TALKING
    assert ringing.lines() == set()


def test_whoever_declines_is_not_called_again(ringing: Desk) -> None:
    assert [say(ringing, told(Step.DECLINED)) for _ in range(2)] == [Outcome.GOING_ON] * 2

    ringing.tell(Kind.NOT_REACHED)

    assert ringing.record().state is State.CANCELLED


def test_a_call_that_has_ended_does_not_go_on(ringing: Desk) -> None:
    ringing.tell(Kind.NOT_REACHED)

    assert say(ringing, told(Step.CONFIRMED)) is Outcome.OVER
    assert ringing.record().state is State.WAITING


def test_a_call_of_an_earlier_dial_is_over(ringing: Desk) -> None:
    ringing.tell(Kind.NOT_REACHED)
    ringing.clock.now = ringing.record().due_at
    ringing.dial()

    assert say(ringing, told(Step.ANSWERED, dial=1)) is Outcome.OVER
    assert say(ringing, told(Step.ANSWERED, dial=2)) is Outcome.GOING_ON


@pytest.mark.parametrize("step", Step)
def test_a_closed_callback_is_over(ringing: Desk, step: Step) -> None:
    ringing.tell(Kind.TALKED)

    assert say(ringing, told(step)) is Outcome.OVER
    assert ringing.record().state is State.DONE


@pytest.mark.parametrize("callback_id", ["", "f" * 32])
def test_a_call_for_no_callback_is_unknown(desk: Desk, callback_id: str) -> None:
    assert say(desk, told(Step.ANSWERED, callback_id=callback_id)) is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("step", "dial", "place"),
    [("", "1", "Step"), ("+821012345678", "1", "Step"), ("answered", "", "dial"), ("answered", "-1", "dial")],
)
def test_what_the_flow_must_not_say_is_named_and_not_quoted(step: str, dial: str, place: str) -> None:
    with pytest.raises(MalformedEvent, match=place) as refused:
        read_report(step, ID, dial, "contact-1")

    assert "1012345678" not in str(refused.value)
