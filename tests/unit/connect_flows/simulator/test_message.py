"""MessageParticipant."""

import pytest

from connect_flows.simulator import Center, Prompt
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told


@pytest.mark.parametrize(
    ("parameters", "kind", "text"),
    [
        ({"Text": "안녕하십니까."}, "Text", "안녕하십니까."),
        ({"SSML": "<speak>안녕하십니까.</speak>"}, "SSML", "<speak>안녕하십니까.</speak>"),
        ({"PromptId": "${prompt.hold_music}"}, "PromptId", "${prompt.hold_music}"),
        ({"Media": {"Uri": "s3://prompts/a.wav", "SourceType": "S3", "MediaType": "Audio"}}, "Media",
         "s3://prompts/a.wav"),
    ],
)  # fmt: skip
def test_a_caller_hears_every_kind_of_prompt(parameters: dict[str, object], kind: str, text: str) -> None:
    call = center_of(it("MessageParticipant", parameters), *told()).call(CUSTOMER)

    [prompt] = call.events(Prompt)
    assert (prompt.kind, prompt.text, prompt.to, prompt.by) == (kind, text, "customer", "flow")
    call.took("inbound", "it", "success").ends()


@pytest.mark.parametrize("parameters", [{"SSML": "<speak>네.</speak>"}, {"PromptId": "${prompt.hold_music}"}])
def test_a_chat_takes_the_error_branch_for_what_only_callers_hear(parameters: dict[str, object]) -> None:
    chat = center_of(it("MessageParticipant", parameters), *told()).chat(flow="inbound")

    chat.took("inbound", "it", "error:NoMatchingError").hears("오류 NoMatchingError").ends()


@pytest.mark.parametrize("text", ["$.Attributes.nothing", " ", "$.Attributes.nothing $.External.nothing"])
def test_a_message_without_text_is_an_error(text: str) -> None:
    call = center_of(it("MessageParticipant", {"Text": text}), *told()).call(CUSTOMER)

    call.took("inbound", "it", "error:NoMatchingError")


def test_references_are_filled_in() -> None:
    center = center_of(it("MessageParticipant", {"Text": "$.Attributes.name 고객님, $.Channel 입니다."}), *told())

    center.call(CUSTOMER, attributes={"name": "김하나"}).hears("김하나 고객님, VOICE 입니다.")


def test_a_message_without_an_error_branch_that_cannot_be_said_fails_the_flow() -> None:
    center = center_of({**it("MessageParticipant", {"Text": " "}), "Transitions": {"NextAction": "bye"}})

    call = center.call(CUSTOMER).ends("CONTACT_FLOW_DISCONNECT")

    assert "inbound/it  fails: NoMatchingError (no branch for NoMatchingError)" in call.transcript


def test_speaking_takes_its_time() -> None:
    flows = [program.flow for program in center_of(it("MessageParticipant", {"Text": "네네네"})).programs.values()]
    center = Center({flow.name: flow for flow in flows}.values(), speech=lambda text: 2.0 * len(text))

    call = center.call(CUSTOMER).ends()

    assert "  6.0  ends: CONTACT_FLOW_DISCONNECT" in call.transcript


def test_what_is_written_takes_no_time() -> None:
    center = center_of(it("MessageParticipant", {"Text": "안녕하십니까."}), *told())
    center.speech = lambda text: 4.0

    chat = center.chat(flow="inbound").hears("안녕하십니까").ends()

    assert center.now() == chat.contact.began
