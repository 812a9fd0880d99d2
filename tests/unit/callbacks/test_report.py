import pytest

from aicc_core.errors import MalformedEvent
from callback_ledger.events import Kind
from callback_ledger.states import State
from report_callback.logic import Outcome, Report, Step, read_report, report
from tests.unit.callbacks.desk import ID, RULES, Desk


def told(step: Step, *, dial: int = 1, callback_id: str = ID) -> Report:
    return Report(step=step, callback_id=callback_id, dial=dial, contact_id="contact-1")


@pytest.fixture
def ringing(desk: Desk) -> Desk:
    desk.book()
    desk.dial()
    return desk


def say(desk: Desk, what: Report) -> Outcome:
    return report(what, desk.telling, RULES, int(desk.clock.now))


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


@pytest.mark.parametrize(
    "steps",
    [
        (Step.CONFIRMED, Step.DROPPED),
        (Step.CONFIRMED, Step.DROPPED, Step.DROPPED),
        (Step.DROPPED,),
        (Step.DROPPED, Step.CONFIRMED),
    ],
    ids=["after the 1", "twice", "the 1 was lost", "the 1 comes late"],
)
def test_whoever_is_dropped_is_told_of_the_next_call_and_gets_it(ringing: Desk, steps: tuple[Step, ...]) -> None:
    outcomes = [say(ringing, told(step)) for step in steps]
    lines = ringing.lines()
    ringing.tell(Kind.NOT_REACHED)

    assert outcomes == [Outcome.GOING_ON] * len(steps)
    assert lines == set()
    record = ringing.record()
    assert (record.state, record.due_at) == (State.WAITING, int(ringing.clock.now) + RULES.first_delay)


def test_a_drop_that_is_told_after_the_end_changes_nothing(ringing: Desk) -> None:
    ringing.tell(Kind.NOT_REACHED)
    waiting = ringing.record()

    assert say(ringing, told(Step.DROPPED)) is Outcome.GOING_ON
    assert ringing.record() == waiting


def test_whoever_is_dropped_in_the_last_attempt_is_promised_nothing_and_waits_for_an_operator(ringing: Desk) -> None:
    for dial in range(1, RULES.max_attempts):
        ringing.tell(Kind.NOT_REACHED, dial=dial)
        ringing.clock.now = ringing.record().due_at
        ringing.dial()
    last = ringing.record().dial

    outcomes = [say(ringing, told(step, dial=last)) for step in (Step.CONFIRMED, Step.DROPPED)]
    ringing.tell(Kind.NOT_REACHED, dial=last)

    assert outcomes == [Outcome.GOING_ON, Outcome.OVER]
    assert (ringing.record().state, ringing.record().settled) == (State.NEEDS_OPERATOR, True)


def test_whoever_cancelled_and_is_dropped_is_promised_nothing(ringing: Desk) -> None:
    say(ringing, told(Step.DECLINED))

    assert say(ringing, told(Step.DROPPED)) is Outcome.OVER


def test_whoever_was_in_the_queue_is_not_called_again_whatever_was_reported(ringing: Desk) -> None:
    say(ringing, told(Step.DROPPED))

    ringing.tell(Kind.TALKED)

    assert ringing.record().state is State.DONE


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
