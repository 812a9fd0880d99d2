"""What happens while something else is under way, and so comes too late."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.connect.contacts import control
from tests.unit.local.contacts.contact_centre import ContactCentre, block, say


def test_a_contact_that_was_stopped_before_its_flow_began_hears_nothing(centre: ContactCentre) -> None:
    background: list[Callable[[], None]] = []
    centre.aws.spawn = background.append
    contact = centre.chat(centre.add_flow("hello", say("hi", "안녕하세요", "bye")))
    centre.ask("StopContact", ContactId=contact)

    background.pop()()

    assert control.look(centre.aws, contact)["said"] == []
    assert centre.events().count("DISCONNECTED") == 1


def test_an_answer_does_not_move_a_contact_that_is_in_another_flow_by_then(centre: ContactCentre) -> None:
    control.make_available(centre.aws, "a1")

    def answer(event: Mapping[str, Any]) -> Any:
        contact = event["Details"]["ContactData"]["ContactId"]
        control.accept(centre.aws, contact)
        control.agent_hangs_up(centre.aws, contact)
        return {}

    contact = centre.chat(_queue_that_asks(centre, centre.add_function("estimate", answer)))

    seen = control.look(centre.aws, contact)
    assert (seen["flow"], seen["waits_for"], seen["said"]) == ("goodbye", "time", [])


def _queue_that_asks(centre: ContactCentre, function: str) -> Any:
    wait = block("wait", "Wait", "late", TimeLimitSeconds="60", equals={"WaitCompleted": "late"})
    goodbye = centre.add_flow("goodbye", wait, say("late", "안녕히 계십시오", "bye"))
    ask = block(
        "ask",
        "InvokeLambdaFunction",
        "late",
        LambdaFunctionARN=function,
        InvocationTimeLimitSeconds="3",
        errors={"NoMatchingError": "late"},
    )
    waiting = centre.add_flow("waiting", ask, say("late", "아직 기다리세요", "bye"), kind="CUSTOMER_QUEUE")
    hooks = {"CustomerQueue": waiting.arn, "CustomerRemaining": goodbye.arn}
    return centre.add_flow(
        "to queue",
        block("hooks", "UpdateContactEventHooks", "queue", EventHooks=hooks, errors={"NoMatchingError": "bye"}),
        block("queue", "UpdateContactTargetQueue", "go", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}),
    )


def test_a_whisper_that_is_slow_to_begin_does_not_take_the_place_of_what_follows_the_agent(
    centre: ContactCentre,
) -> None:
    contact = centre.chat(_queue_with_events(centre))
    background = _accepted(centre, contact)
    control.agent_hangs_up(centre.aws, contact)

    for work in reversed(background):
        work()

    seen = control.look(centre.aws, contact)
    assert (seen["flow"], seen["waits_for"], seen["said"]) == ("waiting", "time", [])


def test_a_hold_that_is_over_before_it_has_begun_leads_into_no_flow(centre: ContactCentre) -> None:
    contact = centre.chat(_queue_with_events(centre))
    _accepted(centre, contact)
    background: list[Callable[[], None]] = []
    centre.aws.spawn = background.append
    control.agent_holds(centre.aws, contact)
    control.agent_resumes(centre.aws, contact)

    background.pop()()

    assert control.look(centre.aws, contact)["flow"] == ""


def _accepted(centre: ContactCentre, contact: str) -> list[Callable[[], None]]:
    """An agent has accepted; answers what is to begin then."""
    background: list[Callable[[], None]] = []
    centre.aws.spawn = background.append
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, contact)
    return background


def _queue_with_events(centre: ContactCentre) -> Any:
    end = block("end", "EndFlowExecution")
    whisper = centre.add_flow("whisper", say("say", "고객입니다", "end"), end, kind="AGENT_WHISPER")
    wait = block("wait", "Wait", "late", TimeLimitSeconds="60", equals={"WaitCompleted": "late"})
    waiting = centre.add_flow("waiting", wait, say("late", "안녕히 계십시오", "bye"))
    hooks = {"AgentWhisper": whisper.arn, "CustomerHold": waiting.arn, "CustomerRemaining": waiting.arn}
    return centre.add_flow(
        "with events",
        block("hooks", "UpdateContactEventHooks", "queue", EventHooks=hooks, errors={"NoMatchingError": "bye"}),
        block("queue", "UpdateContactTargetQueue", "go", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}),
    )
