from typing import Any

import pytest

FLOW = "${flow.queue}"
BOT = {"LexV2Bot": {"AliasArn": "${bot.main}"}, "LexTimeoutSeconds": {"Text": "60"}}


@pytest.mark.parametrize(
    ("action_type", "parameters", "start"),
    [
        (
            "UpdateContactEventHooks",
            {"EventHooks": {}},
            "EventHooks is empty, which CreateContactFlow was seen to take by one",
        ),
        (
            "UpdateContactEventHooks",
            {"EventHooks": {"CustomerQueue": FLOW, "CustomerHold": FLOW}},
            "EventHooks has 2 entries; the page of AWS allows one",
        ),
        (
            "UpdateContactEventHooks",
            {"EventHooks": {"CustomerQueue": FLOW}, "EventHooksConfiguration": {}},
            "EventHooksConfiguration is in exports of the console, and CreateContactFlow was seen to refuse it",
        ),
        (
            "GetParticipantInput",
            {"Text": "번호?", "InputTimeLimitSeconds": "5"},
            "StoreInput is missing; the page of AWS calls it optional, and CreateContactFlow was seen to refuse that",
        ),
        ("CreateTask", {"Name": "전화"}, "ContactFlowId is missing; the page of AWS does not say"),
        (
            "GetParticipantInput",
            {"Text": "번호?", "StoreInput": "False", "InputValidation": {"CustomValidation": {"MaximumLength": "4"}}},
            "InputValidation is for input that is stored",
        ),
        (
            "GetParticipantInput",
            {
                "Text": "번호?",
                "StoreInput": "True",
                "InputValidation": {"PhoneNumberValidation": {"NumberFormat": "E164", "CountryCode": "KR"}},
            },
            "InputValidation.PhoneNumberValidation.CountryCode is for local numbers",
        ),
        ("TagContact", {"Tags": {"aws:team": "a"}}, "Tags['aws:team'] is a key of AWS"),
        ("CreateCallbackContact", {"MaximumConnectionAttempts": "0"}, "MaximumConnectionAttempts is 0; the page"),
        (
            "CompleteOutboundCall",
            {"ConnectionTimeLimitSeconds": "60"},
            "ConnectionTimeLimitSeconds goes with VoiceConnector",
        ),
    ],
)
def test_says_who_says_what(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object], start: str
) -> None:
    (finding,) = found(flow_of(block("it", action_type, parameters, next="bye"), bye))

    assert finding.startswith(f"it: Parameters.{start}")


def test_a_bot_that_times_out_needs_a_branch_for_it_perhaps(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    without = block("ask", "ConnectParticipantWithLexBot", BOT, next="bye", errors={"NoMatchingError": "bye"})
    with_it = block("ask", "ConnectParticipantWithLexBot", BOT, next="bye", errors={"InputTimeLimitExceeded": "bye"})

    assert found(flow_of(with_it, bye)) == []
    assert found(flow_of(without, bye)) == [
        "ask: Transitions.Errors has no InputTimeLimitExceeded, which two authors found needed with LexTimeoutSeconds, "
        "others not; add a branch for it: it is taken either way"
    ]


@pytest.mark.parametrize(("type", "count"), [("contactFlow", 0), ("queueTransfer", 1), (None, 0)])
def test_an_action_that_pages_of_aws_place_differently(
    block: Any, bye: Any, flow_of: Any, found: Any, type: str | None, count: int
) -> None:
    route = block("route", "UpdateContactRoutingBehavior", {"QueuePriority": "1"}, next="bye")

    assert len(found(flow_of(route, bye, type=type))) == count


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("UpdateContactEventHooks", {"EventHooks": {"CustomerQueue": FLOW}}),
        ("GetParticipantInput", {"Text": "번호?", "InputTimeLimitSeconds": "5", "StoreInput": "False"}),
        ("GetParticipantInput", {"EnableDTMFBuffer": "True"}),
        ("ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "${bot.main}"}, "Text": "말씀해 주십시오."}),
        ("CreateTask", {"Name": "전화", "ContactFlowId": "${flow.task}"}),
    ],
)
def test_what_all_agree_on_is_well(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    assert found(flow_of(block("it", action_type, parameters, next="bye"), bye)) == []


STATUSES = ("CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected")


def check_call(block: Any, *statuses: str) -> Any:
    conditions = [("Equals", status, "bye") for status in statuses]
    return block("check", "CheckOutboundCallStatus", next="bye", conditions=conditions)


def test_every_outcome_of_a_call_has_its_branch(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(check_call(block, *STATUSES), bye)) == []
    assert found(flow_of(check_call(block, *STATUSES[:2]), bye)) == [
        "check: Transitions.Conditions has no branch for VoicemailNoBeep and NotDetected; "
        "every export of the console has all four; add a branch for each"
    ]


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("TagContact", {"Tags": {"team": "aws:a"}}),
        ("CreateCallbackContact", {"MaximumConnectionAttempts": "1"}),
        ("CompleteOutboundCall", {"ConnectionTimeLimitSeconds": "60", "VoiceConnector": {}}),
        ("GetParticipantInput", {"EnableDTMFBuffer": "True", "InputValidation": {}}),
        (
            "GetParticipantInput",
            {
                "Text": "번호?",
                "StoreInput": "True",
                "InputValidation": {"PhoneNumberValidation": {"NumberFormat": "Local", "CountryCode": "KR"}},
            },
        ),
    ],
)
def test_leaves_what_all_agree_on(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    assert found(flow_of(block("it", action_type, parameters, next="bye"), bye)) == []
