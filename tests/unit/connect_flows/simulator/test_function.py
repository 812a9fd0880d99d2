"""InvokeLambdaFunction."""

from collections.abc import Mapping
from typing import Any

import pytest

from connect_flows.simulator import Call, Center, FunctionAnswered, FunctionAsked, Unscripted
from tests.unit.connect_flows.building import Document, block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told

TOO_LARGE = 32 * 1024


def ask(**parameters: Any) -> Document:
    given = {"LambdaFunctionARN": "${function.status}", "InvocationTimeLimitSeconds": "4", **parameters}
    return it("InvokeLambdaFunction", given, next="tell")


def center_with_function(**parameters: Any) -> Center:
    tell = block("tell", "MessageParticipant", {"Text": "답 [$.External.line]"}, next="bye")
    return center_of(ask(**parameters), tell, *told())


def attempts(call: Call) -> int:
    return len(list(call.events(FunctionAsked)))


def seconds_of(call: Call) -> float:
    return list(call.events(FunctionAnswered))[-1].seconds


def test_the_answer_can_be_referred_to() -> None:
    center = center_with_function()
    center.function("status").answers(line="open")

    call = center.call(CUSTOMER).took("inbound", "it", "success").hears("답 [open]").ends()

    assert attempts(call) == 1


def test_a_function_that_fails_is_asked_three_times_more() -> None:
    center = center_with_function()
    center.function("status").fails()

    call = center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")

    assert attempts(call) == 4


def test_an_answer_after_failures_counts() -> None:
    center = center_with_function()
    center.function("status").fails(times=3).answers(line="open")

    call = center.call(CUSTOMER).hears("답 [open]")

    assert attempts(call) == 4


def test_attempts_share_the_time_of_the_block() -> None:
    center = center_with_function(InvocationTimeLimitSeconds="8")
    asked: list[float] = []

    def slow(event: Mapping[str, Any]) -> Mapping[str, str]:
        asked.append(center.now())
        raise RuntimeError

    center.function("status").does(slow)
    center.call(CUSTOMER)
    assert len(asked) == 4

    late = center_with_function(InvocationTimeLimitSeconds="8")
    late.function("status").times_out()
    call = late.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")
    assert (attempts(call), seconds_of(call)) == (1, 8.0)


@pytest.mark.parametrize(("limit", "seconds"), [("1", 1.0), ("4", 4.0), ("8", 8.0), ("20", 8.0)])
def test_a_block_waits_as_long_as_it_says_and_never_longer_than_eight_seconds(limit: str, seconds: float) -> None:
    center = center_with_function(InvocationTimeLimitSeconds=limit)
    center.function("status").times_out()

    assert seconds_of(center.call(CUSTOMER)) == seconds


@pytest.mark.parametrize(("after", "branch"), [(3.9, "success"), (4.1, "error:NoMatchingError")])
def test_an_answer_that_takes_longer_than_the_block_allows_is_none(after: float, branch: str) -> None:
    center = center_with_function()
    center.function("status").answers(line="open", after=after)

    center.call(CUSTOMER).took("inbound", "it", branch)


def chain(between: Document | None) -> Center:
    """Three functions one after the other, each of which takes nearly eight seconds; and what is before the third."""
    functions = [
        block(
            f"ask{number}",
            "InvokeLambdaFunction",
            {"LambdaFunctionARN": "${function.status}", "InvocationTimeLimitSeconds": "8"},
            next=after,
            errors={"NoMatchingError": "say NoMatchingError"},
        )
        for number, after in [(1, "ask2"), (2, "between" if between else "ask3"), (3, "bye")]
    ]
    center = center_of(*functions, *([between] if between else []), *told())
    center.function("status").answers(line="open", after=7.9)
    return center


def test_a_chain_of_functions_is_cut_after_twenty_seconds_without_a_word() -> None:
    call = chain(None).call(CUSTOMER)

    call.took("inbound", "ask2", "success").took("inbound", "ask3", "error:NoMatchingError")


def test_a_word_between_functions_begins_a_new_chain() -> None:
    word = block("between", "MessageParticipant", {"Text": "잠시만요."}, next="ask3")

    chain(word).call(CUSTOMER).took("inbound", "ask3", "success").ends()


def test_a_silent_block_between_functions_does_not_begin_a_new_chain() -> None:
    silent = block("between", "UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "Enabled"}, next="ask3")

    chain(silent).call(CUSTOMER).took("inbound", "ask3", "error:NoMatchingError")


STRINGS: Mapping[str, object] = {}
JSON = {"ResponseValidation": {"ResponseType": "JSON"}}


@pytest.mark.parametrize(
    ("parameters", "payload", "branch"),
    [
        (STRINGS, {"line": "open"}, "success"),
        (STRINGS, {}, "success"),
        (STRINGS, {"line": 1}, "error:NoMatchingError"),
        (STRINGS, {"line": None}, "error:NoMatchingError"),
        (STRINGS, {"line": {"is": "open"}}, "error:NoMatchingError"),
        (STRINGS, ["open"], "error:NoMatchingError"),
        (STRINGS, "open", "error:NoMatchingError"),
        (STRINGS, None, "error:NoMatchingError"),
        (JSON, {"line": {"is": ["open"]}, "count": 1}, "success"),
        (JSON, ["open"], "error:NoMatchingError"),
    ],
)
def test_only_an_object_is_an_answer_and_by_default_only_one_of_texts(
    parameters: Mapping[str, object], payload: Any, branch: str
) -> None:
    center = center_with_function(**parameters)
    center.functions["status"] = lambda event: payload

    center.call(CUSTOMER).took("inbound", "it", branch)


@pytest.mark.parametrize(
    ("reference", "heard"),
    [("$.External.line.is", "open"), ("$.External.count", "1"), ("$.External.old", "true"), ("$.External.list", "")],
)
def test_flows_read_values_inside_objects_but_no_lists(reference: str, heard: str) -> None:
    tell = block("tell", "MessageParticipant", {"Text": f"답 [{reference}]"}, next="bye")
    center = center_of(ask(**JSON), tell, *told())
    center.functions["status"] = lambda event: {"line": {"is": "open"}, "count": 1, "old": True, "list": ["a"]}

    assert f"답 [{heard}]" in center.call(CUSTOMER).transcript


def answer_of(size: int) -> Mapping[str, str]:
    """An answer of so many bytes, as JSON, in Korean as far as it goes."""
    left = size - len('{"line": ""}')
    return {"line": "가" * (left // 3) + "a" * (left % 3)}


@pytest.mark.parametrize(("size", "branch"), [(TOO_LARGE, "success"), (TOO_LARGE + 1, "error:NoMatchingError")])
def test_an_answer_has_at_most_32_kilobytes(size: int, branch: str) -> None:
    center = center_with_function()
    center.functions["status"] = lambda event: answer_of(size)

    center.call(CUSTOMER).took("inbound", "it", branch)


def test_only_the_last_answer_can_be_referred_to() -> None:
    second = {**ask(LambdaFunctionARN="${function.other}"), "Identifier": "second"}
    first = ask()
    first["Transitions"]["NextAction"] = "second"
    tell = block("tell", "MessageParticipant", {"Text": "답 [$.External.line][$.External.more]"}, next="bye")
    center = center_of(first, second, tell, *told())
    center.function("status").answers(line="open")
    center.function("other").answers(more="yes")

    assert "답 [][yes]" in center.call(CUSTOMER).transcript


def test_a_function_that_fails_leaves_no_answer_of_another() -> None:
    first = ask()
    first["Transitions"]["NextAction"] = "second"
    second = {**ask(LambdaFunctionARN="${function.other}"), "Identifier": "second"}
    second["Transitions"]["Errors"] = [{"ErrorType": "NoMatchingError", "NextAction": "tell"}]
    tell = block("tell", "MessageParticipant", {"Text": "답 [$.External.line]"}, next="bye")
    center = center_of(first, second, tell, *told())
    center.function("status").answers(line="open")
    center.function("other").fails()

    assert "답 []" in center.call(CUSTOMER).transcript


def test_a_function_is_told_about_the_contact() -> None:
    center = center_with_function(LambdaInvocationAttributes={"Line": "$.SystemEndpoint.Address", "Fixed": "yes"})
    center.function("status").answers(line="open")

    call = center.call(CUSTOMER, dialled="+8215880000", attributes={"vip": "true"})

    [event] = center.function("status").asked
    contact = event["Details"]["ContactData"]
    assert event["Name"] == "ContactFlowEvent"
    assert event["Details"]["Parameters"] == {"Line": "+8215880000", "Fixed": "yes"}
    assert contact["ContactId"] == contact["InitialContactId"] == contact["PreviousContactId"] == call.contact.id
    assert contact["Attributes"] == {"vip": "true"}
    assert (contact["Channel"], contact["InitiationMethod"]) == ("VOICE", "INBOUND")
    assert contact["CustomerEndpoint"] == {"Type": "TELEPHONE_NUMBER", "Address": CUSTOMER}
    assert contact["Queue"] is None


def test_what_there_is_none_of_is_null() -> None:
    center = center_with_function()
    center.function("status").answers(line="open")

    center.call()

    [event] = center.function("status").asked
    contact = event["Details"]["ContactData"]
    assert (contact["CustomerEndpoint"], contact["SystemEndpoint"], contact["CustomerId"]) == (None, None, None)


def test_nobody_waits_for_an_asynchronous_function() -> None:
    center = center_with_function(InvocationType="ASYNCHRONOUS")
    center.function("status").answers(line="open", after=3.0)

    call = center.call(CUSTOMER).took("inbound", "it", "success").ends()

    assert "답 []" in call.transcript
    assert len(center.function("status").asked) == 1


def test_a_function_that_is_not_associated_is_an_error() -> None:
    center = center_with_function()
    center.missing.add("function.status")

    call = center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")

    assert attempts(call) == 0


def test_a_function_that_was_told_nothing_is_an_error_with_its_cure() -> None:
    with pytest.raises(Unscripted, match=r"say it: center.function\('status'\).answers"):
        center_with_function().call(CUSTOMER)


def test_a_failed_assertion_in_a_function_is_the_failure_of_the_test() -> None:
    center = center_with_function()

    def checks(event: Mapping[str, Any]) -> Mapping[str, str]:
        raise AssertionError("as the test says")

    center.functions["status"] = checks
    with pytest.raises(AssertionError, match="as the test says"):
        center.call(CUSTOMER)
