from typing import Any

import pytest


def say(block: Any, name: str, next: str, **ways: Any) -> Any:
    return block(name, "MessageParticipant", {"Text": "잠시만 기다려 주십시오."}, next=next, **ways)


def test_finds_a_circle_that_nothing_bounds(block: Any, flow_of: Any, found: Any) -> None:
    findings = found(flow_of(say(block, "one", "two"), say(block, "two", "one")))

    assert findings == [
        "one: is in a circle that nothing bounds: 'one', 'two'; count the rounds with a Loop, or wait in it"
    ]


def test_names_a_few_actions_of_a_long_circle(block: Any, flow_of: Any, found: Any) -> None:
    names = [f"say-{number}" for number in range(8)]

    (finding,) = found(
        flow_of(*(say(block, name, after) for name, after in zip(names, names[1:] + names[:1], strict=True)))
    )

    assert "'say-0', 'say-1', 'say-2', 'say-3', 'say-4' and 3 more" in finding


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("GetParticipantInput", {"Text": "번호를 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"}),
        ("ConnectParticipantWithLexBot", {"Text": "말씀해 주십시오.", "LexV2Bot": {"AliasArn": "${bot.main}"}}),
        ("Wait", {"TimeLimitSeconds": "60"}),
        ("Loop", {"LoopCount": "3"}),
        ("ShowView", {"ViewResource": {"Id": "form"}, "InvocationTimeLimitSeconds": "60"}),
        ("InvokeFlowModule", {"FlowModuleId": "${module.menu}"}),
    ],
)
def test_a_circle_may_wait_or_count(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    assert found(flow_of(say(block, "say", "stay"), block("stay", action_type, parameters, next="say"))) == []


def test_an_action_that_only_sets_the_buffer_asks_nothing(block: Any, flow_of: Any, found: Any) -> None:
    buffer = block("buffer", "GetParticipantInput", {"EnableDTMFBuffer": "True"}, next="say")

    assert len(found(flow_of(buffer, say(block, "say", "buffer")))) == 1


def test_leaves_an_action_that_is_tried_again_after_its_error_to_another_rule(
    block: Any, bye: Any, flow_of: Any, found: Any
) -> None:
    ask = block("ask", "InvokeLambdaFunction", next="bye", errors={"NoMatchingError": "ask"})

    assert found(flow_of(ask, bye)) == []


def test_a_function_that_is_asked_again_and_again_is_no_pause(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    ask = block("ask", "InvokeLambdaFunction", next="done", errors={"NoMatchingError": "bye"})
    done = block(
        "done",
        "Compare",
        {"ComparisonValue": "$.External.done"},
        next="ask",
        errors={"NoMatchingCondition": "ask"},
        conditions=[("Equals", "true", "bye")],
    )

    assert len(found(flow_of(ask, done, bye))) == 1


def test_prompts_pass_the_time_in_a_queue(block: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(say(block, "one", "two"), say(block, "two", "one"), type="customerQueue")

    assert found(flow) == []


def test_a_circle_that_no_contact_comes_to_is_none(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, say(block, "one", "two"), say(block, "two", "one"))) == []


def count(block: Any, going_on: str, done: str, error: str = "bye") -> Any:
    return block(
        "count",
        "Loop",
        {"LoopCount": "3"},
        next=done,
        errors={"NoMatchingError": error},
        conditions=[("Equals", "ContinueLooping", going_on), ("Equals", "DoneLooping", done)],
    )


def test_a_loop_that_leads_on_when_it_is_done_bounds_its_circle(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(count(block, "say", "bye"), say(block, "say", "count"), bye)) == []


@pytest.mark.parametrize("ways", [("bye", "say"), ("say", "say")])
def test_a_loop_that_is_done_counts_anew(block: Any, bye: Any, flow_of: Any, found: Any, ways: tuple[str, str]) -> None:
    flow = flow_of(count(block, *ways), say(block, "say", "count"), bye)

    assert found(flow) == [
        "count: is in a circle that nothing bounds: 'count', 'say'; count the rounds with a Loop, or wait in it"
    ]


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("GetParticipantInput", {"Text": "번호를 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"}),
        ("MessageParticipantIteratively", {"Messages": [{"Text": "잠시만 기다려 주십시오."}]}),
        ("Wait", {"TimeLimitSeconds": "60"}),
    ],
)
def test_what_fails_at_once_waits_for_nobody(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    stay = block("stay", action_type, parameters, next="bye", errors={"NoMatchingError": "tag"})
    tag = block("tag", "TagContact", {"Tags": {"again": "1"}}, next="stay", errors={"NoMatchingError": "stay"})

    assert len(found(flow_of(stay, tag, bye))) == 1


def test_input_that_is_stored_has_waited_for_silent_callers(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    parameters = {"Text": "번호를 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "True"}
    store = block("store", "GetParticipantInput", parameters, next="bye", errors={"NoMatchingError": "say"})

    assert found(flow_of(store, say(block, "say", "store"), bye)) == []


def test_a_contact_that_is_handed_over_does_not_go_on(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    transfer = block(
        "transfer", "TransferContactToQueue", next="set", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}
    )
    set_queue = block("set", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, next="transfer")

    assert found(flow_of(set_queue, transfer, bye)) == []


def test_a_wait_that_leads_back_to_itself_waits(block: Any, flow_of: Any, found: Any) -> None:
    wait = block("wait", "Wait", {"TimeLimitSeconds": "60"}, next="wait", errors={"NoMatchingError": "wait"})

    assert found(flow_of(wait)) == []
