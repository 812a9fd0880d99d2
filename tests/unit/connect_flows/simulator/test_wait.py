"""Wait, and MessageParticipantIteratively: what takes time by itself."""

import pytest

from connect_flows.simulator import Center, NotRun, Prompt
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import flow, hook, play_music, say, to_queue

COMPLETED = (("Equals", "WaitCompleted", "bye"),)


def test_a_chat_waits_for_so_long() -> None:
    center = center_of(it("Wait", {"TimeLimitSeconds": "60"}, conditions=COMPLETED), *told())

    chat = center.chat(flow="inbound").waits(59)
    assert not chat.contact.ended

    chat.waits(2).took("inbound", "it", "condition:Equals:WaitCompleted").ends()


def test_a_call_does_not_wait() -> None:
    center = center_of(it("Wait", {"TimeLimitSeconds": "60"}, conditions=COMPLETED), *told())

    center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")


def test_what_is_written_meanwhile_is_not_heard() -> None:
    chat = center_of(it("Wait", {"TimeLimitSeconds": "60"}, conditions=COMPLETED), *told()).chat(flow="inbound")

    assert "not heard: 여보세요 (nobody listens)" in chat.says("여보세요").transcript


def test_waiting_for_events_is_not_simulated() -> None:
    wait = it("Wait", {"TimeLimitSeconds": "60", "Events": ["CustomerReturned"]}, conditions=COMPLETED)

    with pytest.raises(NotRun, match="Wait with Events is not simulated"):
        center_of(wait, *told()).chat(flow="inbound")


def waiting(*actions: dict[str, object]) -> Center:
    """A flow that leads into the queue "general", with this queue flow."""
    queue_flow = flow("waiting", *actions, block("end", "EndFlowExecution"), type="customerQueue")
    queue = to_queue(full="bye", failed="bye", missing="bye")
    return center_of(hook("hook", "CustomerQueue", "waiting", next="queue"), *queue, others=(queue_flow,))


def test_messages_play_until_it_is_time_for_something_else() -> None:
    center = waiting(play_music(seconds="45", interrupted="say"), say("say", "조금만 더요.", next="end"))

    call = center.call(CUSTOMER).hears("잠시만").waits(44).hears_nothing_of("조금만")

    call.waits(2).took("waiting", "music", "condition:Equals:MessagesInterrupted").hears("조금만 더요.").is_queued()


def test_every_message_is_said() -> None:
    messages = {"Messages": [{"Text": "하나"}, {"SSML": "<speak>둘</speak>"}, {"PromptId": "${prompt.hold_music}"}]}
    call = waiting(block("music", "MessageParticipantIteratively", messages)).call(CUSTOMER)

    assert [prompt.text for prompt in call.events(Prompt)] == ["하나", "<speak>둘</speak>", "${prompt.hold_music}"]


def test_messages_without_an_interruption_play_for_ever() -> None:
    waiting(play_music()).call(CUSTOMER).waits(36_000).is_queued("general")


def test_a_chat_hears_no_messages_and_takes_the_error_branch() -> None:
    center = waiting(play_music(seconds="45", interrupted="say"), say("say", "조금만 더요.", next="end"))

    center.chat(flow="inbound").took("waiting", "music", "error:NoMatchingError").hears("조금만 더요.").is_queued()


def test_a_chat_goes_on_waiting_where_messages_have_no_error_branch() -> None:
    waiting(play_music()).chat(flow="inbound").is_queued("general")


def test_whoever_waits_may_go_on_waiting_after_the_queue_flow() -> None:
    waiting(say("say", "연결 중입니다.", next="end")).call(CUSTOMER).hears("연결 중").is_queued("general")


def test_a_flow_that_is_over_leaves_a_contact_that_nobody_has() -> None:
    call = center_of(block("end", "EndFlowExecution")).call(CUSTOMER)

    assert (call.contact.state, call.contact.walk.frames) == ("IN_FLOW", [])
