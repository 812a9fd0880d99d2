"""What a flow may invoke, and what it takes as an answer."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pytest

from aicc_core.contact import read_contact
from aicc_local.connect.contacts import control
from aicc_local.connect.invocation import DENIED, NOT_ASSOCIATED, TIMED_OUT, may_converse
from aicc_local.lex.resource_policy import allow_connect
from aicc_local.ports import Invocation
from aicc_local.store import Record
from tests.unit.local.contacts.contact_centre import CUSTOMER, INSTANCE_ARN, ContactCentre, block, say


def test_a_function_gets_the_event_that_our_functions_read(centre: ContactCentre) -> None:
    flow, events = _asking(centre, lambda event: {})

    contact_id = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=flow.id)

    contact = read_contact(events[0])
    assert (contact.contact_id, contact.initial_contact_id) == (contact_id, contact_id)
    assert (contact.channel, contact.customer_number) == ("VOICE", CUSTOMER)
    assert contact.instance_arn == INSTANCE_ARN
    assert contact.parameter("Line") == "main"


def test_a_chat_has_no_customer_endpoint(centre: ContactCentre) -> None:
    flow, events = _asking(centre, lambda event: {})

    centre.chat(flow)

    assert read_contact(events[0]).customer_number is None


def test_the_answer_can_be_referred_to(centre: ContactCentre) -> None:
    flow, _ = _asking(centre, lambda event: {"word": "열림"})

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["열림"]


def test_a_function_that_is_not_associated_is_not_invoked(centre: ContactCentre) -> None:
    flow, events = _asking(centre, lambda event: {"word": "열림"})
    [association] = centre.aws.store.of("AWS::Connect::IntegrationAssociation")
    centre.aws.store.remove(association.arn)

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["고장"]
    assert events == []
    assert _logged(centre)["Results"] == NOT_ASSOCIATED


def test_a_function_whose_policy_names_another_instance_is_not_invoked(centre: ContactCentre) -> None:
    flow, events = _asking(centre, lambda event: {"word": "열림"})
    centre.aws.functions.statements.clear()
    arn = next(iter(centre.aws.functions.handlers))
    centre.aws.functions.permit(arn, service="connect.amazonaws.com", source_arn=INSTANCE_ARN + "-other")

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["고장"]
    assert events == []
    assert _logged(centre)["Results"] == DENIED


@pytest.mark.parametrize(
    "answer",
    [
        {"age": 30},
        {"customer": {"name": "김"}},
        {"big": "x" * 33_000},
        ["no", "object"],
        None,
    ],
    ids=["number", "nested", "too_large", "list", "nothing"],
)
def test_an_answer_that_is_no_flat_map_of_texts_is_an_error(centre: ContactCentre, answer: Any) -> None:
    flow, events = _asking(centre, lambda event: answer)

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["고장"]
    assert len(events) == 1


def test_nested_answers_are_taken_when_the_block_says_so(centre: ContactCentre) -> None:
    flow, _ = _asking(centre, lambda event: {"word": {"deep": "안"}}, kind="JSON", text="$.External.word.deep")

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["안"]


def test_a_function_that_fails_is_asked_three_times_more(centre: ContactCentre) -> None:
    def fail(event: Mapping[str, Any]) -> Any:
        raise RuntimeError

    flow, events = _asking(centre, fail)

    contact = centre.chat(flow)

    assert len(events) == 4
    assert control.look(centre.aws, contact)["said"] == ["고장"]


def test_a_function_that_is_throttled_once_answers_the_second_time(
    centre: ContactCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow, events = _asking(centre, lambda event: {"word": "열림"})
    answered = centre.aws.functions.invoke
    throttled = iter([Invocation(error="Throttled")])
    monkeypatch.setattr(
        centre.aws.functions,
        "invoke",
        lambda arn, event, *, seconds: next(throttled, None) or answered(arn, event, seconds=seconds),
    )

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["열림"]
    assert len(events) == 1


def test_a_function_that_does_not_answer_in_time_is_not_asked_again(centre: ContactCentre) -> None:
    def late(event: Mapping[str, Any]) -> Any:
        raise TimeoutError

    flow, events = _asking(centre, late)

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["고장"]
    assert (len(events), _logged(centre)["Results"]) == (1, TIMED_OUT)


def test_an_asynchronous_invocation_answers_nothing(centre: ContactCentre) -> None:
    flow, events = _asking(
        centre, lambda event: {"word": "열림"}, InvocationType="ASYNCHRONOUS", text="[$.External.word]"
    )

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["[]"]
    assert len(events) == 1


def test_the_flow_log_tells_what_a_function_answered(centre: ContactCentre) -> None:
    flow, _ = _asking(centre, lambda event: {"word": "열림"})

    centre.chat(flow)

    line = _logged(centre)
    assert line["ContactFlowModuleType"] == "InvokeExternalResource"
    assert line["ExternalResults"] == {"word": "열림"}
    assert line["Parameters"]["TimeLimit"] == "3000"
    assert line["Parameters"]["ResponseValidation"] == "ResponseType=STRING_MAP"


def test_only_the_last_answer_can_be_referred_to(centre: ContactCentre) -> None:
    answers = {"first": {"a": "1", "b": "1"}, "second": {"b": "2"}}
    blocks = [
        block(
            name,
            "InvokeLambdaFunction",
            then,
            LambdaFunctionARN=centre.add_function(name, partial(_answer, answers[name])),
            InvocationTimeLimitSeconds="3",
            errors={"NoMatchingError": "bye"},
        )
        for name, then in (("first", "second"), ("second", "tell"))
    ]
    flow = centre.add_flow("two", *blocks, say("tell", "[$.External.a][$.External.b]", "bye"))

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["[][2]"]


def test_an_answer_that_comes_when_the_customer_has_gone_changes_nothing(centre: ContactCentre) -> None:
    def answer(event: Mapping[str, Any]) -> Any:
        control.hang_up(centre.aws, event["Details"]["ContactData"]["ContactId"])
        return {"word": "열림"}

    flow, _ = _asking(centre, answer)

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == []
    assert centre.events().count("DISCONNECTED") == 1


def test_a_bot_must_be_associated_and_allow_the_instance(centre: ContactCentre) -> None:
    alias = centre.add_bot_alias()
    before = may_converse(centre.aws, centre.instance, alias)
    centre.associate(alias, "LEX_BOT")
    without_policy = may_converse(centre.aws, centre.instance, alias)
    allow_connect(centre.aws, alias, INSTANCE_ARN)

    after = may_converse(centre.aws, centre.instance, alias)

    assert "not associated" in before
    assert without_policy == DENIED
    assert after == ""


def _asking(
    centre: ContactCentre,
    handler: Callable[[Mapping[str, Any]], Any],
    *,
    kind: str = "STRING_MAP",
    text: str = "$.External.word",
    **parameters: Any,
) -> tuple[Record, list[Mapping[str, Any]]]:
    events: list[Mapping[str, Any]] = []

    def handle(event: Mapping[str, Any]) -> Any:
        events.append(event)
        return handler(event)

    arn = centre.add_function("read_line_status:live", handle)
    invoke = block(
        "ask",
        "InvokeLambdaFunction",
        "tell",
        LambdaFunctionARN=arn,
        InvocationTimeLimitSeconds="3",
        LambdaInvocationAttributes={"Line": "main"},
        ResponseValidation={"ResponseType": kind},
        errors={"NoMatchingError": "fault"},
        **parameters,
    )
    log = block("log", "UpdateFlowLoggingBehavior", "ask", FlowLoggingBehavior="Enabled")
    return centre.add_flow("asking", log, invoke, say("tell", text, "bye"), say("fault", "고장", "bye")), events


def _answer(answer: Any, _event: Mapping[str, Any]) -> Any:
    return answer


def _logged(centre: ContactCentre) -> dict[str, Any]:
    [line] = [line for line in centre.log() if line["Identifier"] == "ask"]
    return line
