from typing import Any

import pytest


def ask_function(block: Any, error: str, next: str = "say") -> Any:
    return block("ask", "InvokeLambdaFunction", next=next, errors={"NoMatchingError": error})


def say(block: Any) -> Any:
    return block("say", "MessageParticipant", {"Text": "감사합니다."}, next="bye", errors={"NoMatchingError": "bye"})


def test_finds_an_action_that_is_tried_again_for_ever(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    findings = found(flow_of(ask_function(block, "ask"), say(block), bye))

    assert findings == [
        "ask: Transitions.Errors[0].NextAction tries the same for ever; lead it on, or count the tries with a Loop"
    ]


def test_finds_callers_who_are_cut_off_without_a_word(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    findings = found(flow_of(ask_function(block, "bye"), say(block), bye))

    assert findings == [
        "ask: Transitions.Errors[0].NextAction hangs up on the caller without a word after NoMatchingError; "
        "say a word before, or go on without"
    ]


def test_tells_once_of_several_errors_of_one_action(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    errors = {"QueueAtCapacity": "bye", "NoMatchingError": "bye"}

    (finding,) = found(flow_of(block("transfer", "TransferContactToQueue", next="bye", errors=errors), bye))

    assert finding.startswith(
        "transfer: Transitions.Errors hangs up on the caller without a word after QueueAtCapacity and"
    )


def test_an_error_that_is_explained_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    sorry = block("sorry", "MessageParticipant", {"Text": "죄송합니다."}, next="bye")

    assert found(flow_of(ask_function(block, "sorry"), say(block), sorry, bye)) == []


def test_a_failed_prompt_can_say_no_more(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    first = block("first", "MessageParticipant", {"Text": "안녕하세요."}, next="say", errors={"NoMatchingError": "bye"})

    assert found(flow_of(first, say(block), bye)) == []


def test_a_question_may_be_asked_again(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    menu = block(
        "menu",
        "GetParticipantInput",
        {"Text": "1번을 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
        next="menu",
        errors={"InputTimeLimitExceeded": "menu"},
        conditions=[("Equals", "1", "say")],
    )

    assert found(flow_of(menu, say(block), bye)) == []


def test_what_comes_after_the_last_word_may_fail_silently(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    note = block(
        "note", "UpdateContactAttributes", {"Attributes": {"done": "1"}}, next="tag", errors={"NoMatchingError": "bye"}
    )
    tag = block("tag", "TagContact", {"Tags": {"done": "1"}}, next="bye", errors={"NoMatchingError": "bye"})

    assert found(flow_of(note, tag, bye)) == []


@pytest.mark.parametrize("action_type", ["Compare", "DistributeByPercentage", "CheckMetricData"])
def test_what_matches_no_condition_may_be_meant_to_end(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str
) -> None:
    check = block("check", action_type, next="say", errors={"NoMatchingCondition": "bye"})

    assert found(flow_of(check, say(block), bye)) == []


def test_an_action_that_nobody_comes_to_cuts_nobody_off(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(say(block), ask_function(block, "bye"), bye)) == []


def test_finds_callers_who_are_cut_off_a_few_silent_steps_later(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    note = block("note", "UpdateContactAttributes", {"Attributes": {"failed": "1"}}, next="log")
    log = block("log", "UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "Enabled"}, next="bye")

    (finding,) = found(flow_of(ask_function(block, "note"), say(block), note, log, bye))

    assert finding.startswith("ask: Transitions.Errors[0].NextAction hangs up on the caller without a word")


def test_nobody_knows_what_an_unknown_type_says(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    unknown = block("unknown", "PlayPrompt", next="bye")

    assert found(flow_of(ask_function(block, "unknown"), say(block), unknown, bye)) == []


def test_a_question_that_fails_at_once_is_asked_for_ever(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    menu = block(
        "menu",
        "GetParticipantInput",
        {"Text": "1번을 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
        next="menu",
        errors={"InputTimeLimitExceeded": "menu", "NoMatchingError": "menu"},
        conditions=[("Equals", "1", "say")],
    )

    assert found(flow_of(menu, say(block), bye)) == [
        "menu: Transitions.Errors[1].NextAction tries the same for ever; lead it on, or count the tries with a Loop"
    ]
