from typing import Any

import pytest


def ask_functions(block: Any, *seconds: object, last: str = "bye", **parameters: str) -> list[Any]:
    names = [f"ask-{number}" for number in range(len(seconds))]
    return [
        block(
            name,
            "InvokeLambdaFunction",
            {"InvocationTimeLimitSeconds": limit, **parameters},
            next=after,
            errors={"NoMatchingError": after},
        )
        for name, limit, after in zip(names, seconds, [*names[1:], last], strict=True)
    ]


def test_finds_where_a_sequence_of_functions_takes_too_long(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(*ask_functions(block, "8", "8", "8", "8"), bye)) == [
        "ask-2: ends a sequence of functions that may take more than 20 s without a prompt; "
        "say something between them, or keep to 20 s in all"
    ]


@pytest.mark.parametrize("seconds", [("8", "8", "4"), (8, 8, 4), ("8", "8", "$.Attributes.limit")])
def test_20_seconds_are_well(block: Any, bye: Any, flow_of: Any, found: Any, seconds: tuple[object, ...]) -> None:
    assert found(flow_of(*ask_functions(block, *seconds), bye)) == []


def test_a_prompt_starts_anew(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    chain = ask_functions(block, "8", "8", "8")
    say = block("say", "MessageParticipant", {"Text": "잠시만 기다려 주십시오."}, next="ask-2")
    chain[1]["Transitions"] = {"NextAction": "say"}

    assert found(flow_of(*chain, say, bye)) == []


def test_nobody_waits_for_what_is_asynchronous(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(*ask_functions(block, "8", "8", "8", InvocationType="ASYNCHRONOUS"), bye)) == []


def test_what_is_between_takes_no_time_but_says_nothing(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    chain = ask_functions(block, "8", "8", "8")
    note = block("note", "UpdateContactAttributes", {"Attributes": {"seen": "1"}}, next="ask-2")
    chain[1]["Transitions"] = {"NextAction": "note"}

    assert len(found(flow_of(*chain, note, bye))) == 1


def test_one_function_that_is_asked_again_and_again_is_a_sequence(
    block: Any, bye: Any, flow_of: Any, found: Any
) -> None:
    (first, second) = ask_functions(block, "8", "8", last="ask-0")

    assert len(found(flow_of(first, second, bye))) == 1


def test_what_no_contact_comes_to_is_no_sequence(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, *ask_functions(block, "30", "30"))) == []


def ask_in_a_loop(block: Any, seconds: str, count: str) -> list[Any]:
    again = block(
        "again",
        "Loop",
        {"LoopCount": count},
        next="bye",
        conditions=[("Equals", "ContinueLooping", "ask"), ("Equals", "DoneLooping", "bye")],
    )
    ask = block("ask", "InvokeLambdaFunction", {"InvocationTimeLimitSeconds": seconds}, next="again")
    return [again, ask]


@pytest.mark.parametrize(("seconds", "count"), [("8", "3"), ("1", "100"), ("8", "$.Attributes.count")])
def test_one_function_that_is_asked_too_often_takes_too_long(
    block: Any, bye: Any, flow_of: Any, found: Any, seconds: str, count: str
) -> None:
    (finding,) = found(flow_of(*ask_in_a_loop(block, seconds, count), bye))

    assert finding.startswith("ask: ends a sequence")


@pytest.mark.parametrize(("seconds", "count"), [("8", "2"), ("1", "20"), ("8", "0")])
def test_a_count_keeps_one_function_short(
    block: Any, bye: Any, flow_of: Any, found: Any, seconds: str, count: str
) -> None:
    assert found(flow_of(*ask_in_a_loop(block, seconds, count), bye)) == []
