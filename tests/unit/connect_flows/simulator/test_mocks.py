"""What a test puts in the place of a resource, and how long it takes."""

import json

import pytest

from connect_flows import Flow, parse
from connect_flows.simulator import Begins, BotResult, Center, Override, Prompt

FUNCTION = "${function.status}"
BOT = "${bot.service}"


def flow_of(block: dict[str, object]) -> Flow:
    """A flow that greets, runs one block, and says whether it went well."""
    says = {
        name: {
            "Identifier": name,
            "Type": "MessageParticipant",
            "Parameters": {"Text": text},
            "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]},
        }
        for name, text in (("well", "잘 되었습니다."), ("badly", "안 되었습니다."), ("late", "늦었습니다."))
    }
    bye = {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}
    document = {
        "Version": "2019-10-30",
        "StartAction": "asked",
        "Metadata": {"name": "asking"},
        "Actions": [{"Identifier": "asked", **block}, *says.values(), bye],
    }
    return parse(json.dumps(document), source="")


def errors(**targets: str) -> list[dict[str, str]]:
    return [{"ErrorType": kind, "NextAction": target} for kind, target in targets.items()]


ASKS_FUNCTION = flow_of(
    {
        "Type": "InvokeLambdaFunction",
        "Parameters": {"LambdaFunctionARN": FUNCTION, "InvocationTimeLimitSeconds": "4"},
        "Transitions": {"NextAction": "well", "Errors": errors(NoMatchingError="badly")},
    }
)
ASKS_BOT = flow_of(
    {
        "Type": "ConnectParticipantWithLexBot",
        "Parameters": {"Text": "무엇을 도와드릴까요?", "LexV2Bot": {"AliasArn": BOT}},
        "Transitions": {
            "NextAction": "well",
            "Conditions": [{"NextAction": "well", "Condition": {"Operator": "Equals", "Operands": ["refund"]}}],
            "Errors": errors(InputTimeLimitExceeded="late", NoMatchingCondition="badly", NoMatchingError="badly"),
        },
    }
)


def calls(flow: Flow, kind: str, resource: str, override: Override) -> tuple[Center, str]:
    """The centre after a call in which a resource is replaced, and what the caller heard last."""
    center = Center([flow])
    contact = center.begin(channel="VOICE", customer="+821012345678")
    center.replaces(contact.id, kind, resource, override)
    center.go_on(contact, Begins("${flow.asking}"))
    center.settle()
    return center, [event.text for event in center.events if isinstance(event, Prompt)][-1]


def test_a_function_that_is_replaced_is_not_asked_and_takes_its_time() -> None:
    center, heard = calls(ASKS_FUNCTION, "InvokeLambdaFunction", FUNCTION, Override(result={"a": "b"}, seconds=3))

    assert heard == "잘 되었습니다."
    assert center.events[-1].at - center.events[0].at == 3
    assert not center.function("status").asked


def test_an_answer_that_takes_longer_than_the_block_allows_comes_too_late() -> None:
    center, heard = calls(ASKS_FUNCTION, "InvokeLambdaFunction", FUNCTION, Override(result={"a": "b"}, seconds=5))

    assert heard == "안 되었습니다."
    assert center.events[-1].at - center.events[0].at == 4


@pytest.mark.parametrize("seconds", [0, 2])
@pytest.mark.parametrize(
    ("override", "hears"),
    [
        (Override(result=BotResult(intent="refund")), "잘 되었습니다."),
        (Override(result=BotResult(intent="faq")), "안 되었습니다."),
        (Override(error="NoMatchingError"), "안 되었습니다."),
        (Override(error="TimeLimitExceeded"), "늦었습니다."),
    ],
)
def test_a_bot_that_is_replaced_takes_its_time(override: Override, hears: str, seconds: float) -> None:
    timed = Override(result=override.result, error=override.error, seconds=seconds)

    center, heard = calls(ASKS_BOT, "ConnectParticipantWithLexBot", BOT, timed)

    assert heard == hears
    assert center.events[-1].at - center.events[0].at == seconds


def test_the_last_words_of_a_bot_are_heard_before_the_flow_goes_on() -> None:
    center = Center([ASKS_BOT], speech=lambda text: 2.0 if text == "환불해 드리겠습니다." else 0.0)
    center.bot("service").understands("환불해 주세요", intent="refund", says="환불해 드리겠습니다.")

    call = (
        center.call("+821012345678", flow="asking")
        .says("환불해 주세요")
        .hears("환불해 드리겠습니다", "잘 되었습니다")
        .ends()
    )

    told = {prompt.text: prompt.at for prompt in call.events(Prompt)}
    assert told["잘 되었습니다."] - told["환불해 드리겠습니다."] == 2
