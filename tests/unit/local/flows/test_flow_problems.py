"""Broken contents with what Connect was seen to answer, written down by hand: no rule of ours made these texts."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from aicc_local.connect.flow_problems import problems
from connect_flows import FlowType
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.conftest import Problems
from tests.unit.local.flows.contents import action, content_of, equals

MATCH = ("NoMatchingError",)
MENU = {"Text": "1번을 누르세요", "InputTimeLimitSeconds": "5", "StoreInput": "False"}
MENU_ERRORS = ("NoMatchingError", "NoMatchingCondition", "InputTimeLimitExceeded")
STORED = {**MENU, "StoreInput": "True", "InputValidation": {"CustomValidation": {"MaximumLength": "8"}}}
COMPARE = {"ComparisonValue": "$.Attributes.intent"}
LOOP = equals("ContinueLooping", "DoneLooping")
FUNCTION = {"LambdaFunctionARN": "$.Attributes.function", "InvocationTimeLimitSeconds": "8"}
THIRD_PARTY = {
    "ThirdPartyPhoneNumber": "+82215880000",
    "ThirdPartyConnectionTimeLimitSeconds": "30",
    "ContinueFlowExecution": "True",
}
THIRD_PARTY_ERRORS = ("NoMatchingError", "CallFailed", "ConnectionTimeLimitExceeded")
SEEN: list[Mapping[str, Any]] = json.loads((Path(__file__).parent / "seen_refused.json").read_text(encoding="utf-8"))


def no_error(error: str) -> str:
    return f"Invalid Action error. Error: {error}, Path: Actions[0]"


def no_type(type_: str) -> str:
    return f"Invalid Action type. Type: {type_}, Path: Actions[0].Type"


@pytest.mark.parametrize("case", SEEN, ids=lambda case: str(case["problems"][0]))
def test_says_what_connect_says(said: Problems, case: Mapping[str, Any]) -> None:
    assert said(case["action"]) == case["problems"]


def test_a_prompt_may_not_be_too_long(said: Problems) -> None:
    texts = said(action("MessageParticipant", {"Text": "네" * 6001}))

    assert texts == ["Invalid Action property value. Path: Actions[0].Parameters.Text"]


@pytest.mark.parametrize(
    ("flow_type", "kind"),
    [
        (FlowType.CUSTOMER_WHISPER, "DisconnectParticipant"),
        (FlowType.AGENT_HOLD, "DisconnectParticipant"),
        (FlowType.CONTACT_FLOW, "EndFlowExecution"),
        (FlowType.CONTACT_FLOW, "TransferContactToAgent"),
    ],
)
def test_refuses_an_action_that_a_type_of_flow_has_not(said: Problems, flow_type: FlowType, kind: str) -> None:
    texts = said({"Type": kind, "Transitions": {}}, flow_type=flow_type)

    assert no_type(kind) in texts


def test_a_third_party_does_not_come_back_to_an_agent_transfer_flow(said: Problems) -> None:
    transfer = action("TransferParticipantToThirdParty", THIRD_PARTY, Errors=THIRD_PARTY_ERRORS)

    assert said(transfer, flow_type=FlowType.AGENT_TRANSFER) == [no_error("CallFailed")]
    assert said(transfer, flow_type=FlowType.CONTACT_FLOW) == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"Version": "2019-10-30", "StartAction": "0"}',
        content_of(StartAction="nobody"),
        content_of(Version="2020-01-01"),
        content_of(Greeting="x"),
        content_of(Actions={}),
        content_of(Settings={"InputParameters": [], "OutputParameters": [], "Transitions": []}),
    ],
)
def test_what_is_no_flow_has_an_invalid_format(account: Account, content: str) -> None:
    found = problems(account.aws, account.instance_arn, content, FlowType.CONTACT_FLOW)

    assert found == [{"message": "Invalid contact flow format"}]


def test_a_module_needs_settings(said: Problems) -> None:
    texts = said(flow_type="MODULE")

    assert texts == ["JSON field is missing or null for field name: settings"]


def test_tells_everything_that_is_wrong_each_once(said: Problems) -> None:
    texts = said(
        action("Hold"),
        action("Play"),
        action("MessageParticipant", {"Text": "", "Voice": "Seoyeon"}),
        action("UpdateContactAttributes", {"Attributes": {"a": "", "b": ""}}, Errors=MATCH),
    )

    assert texts == [
        no_type("Hold"),
        "Invalid Action type. Type: Play, Path: Actions[1].Type",
        "Invalid Action property name. Path: Actions[2].Parameters.Voice",
        "Invalid Action property value. Path: Actions[2].Parameters.Text",
        "Empty value in Parameters.Attributes",
    ]


def test_names_a_key_as_it_is_written(said: Problems) -> None:
    texts = said(action("InvokeLambdaFunction", {**FUNCTION, "LambdaInvocationAttributes": {"고객": ""}}, Errors=MATCH))

    assert texts == ["Invalid Action property value. Path: Actions[0].Parameters.LambdaInvocationAttributes.고객"]


@pytest.mark.parametrize(
    "sound",
    [
        action("MessageParticipant", {"Text": " "}),
        action("MessageParticipant", {"Text": "a", "SkipWhenDTMFBufferEnabled": "false"}),
        action("UpdateContactTextToSpeechVoice", {"TextToSpeechVoice": "Seoyeon"}),
        action("Compare", COMPARE, Errors=("NoMatchingCondition",), Conditions=equals("x", operator="KeyExists")),
        action("Wait", {"TimeLimitSeconds": "5"}, Errors=MATCH, Conditions=equals("WaitCompleted")),
        action("TransferContactToQueue", Errors=("QueueAtCapacity", *MATCH)),
        action("GetParticipantInput", MENU, Errors=MENU_ERRORS, Conditions=equals("1")),
        action("GetParticipantInput", STORED, Errors=MATCH),
        action("InvokeLambdaFunction", FUNCTION, Errors=MATCH),
        action("Loop", {"LoopCount": 3}, Conditions=LOOP),
        action("UntagContact", {"TagKeys": ["vip"]}, Errors=MATCH),
    ],
    ids=lambda sound: str(sound["Type"]),
)
def test_takes_what_connect_was_seen_to_take(said: Problems, sound: Mapping[str, Any]) -> None:
    assert said(sound) == []
