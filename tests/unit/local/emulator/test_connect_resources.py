"""What actions of Connect and Lex are authorized on."""

from typing import Any

import pytest

from aicc_local.emulator.connect_resources import connect_resources
from aicc_local.emulator.lex_resources import lex_resources

REGION, ACCOUNT = "ap-northeast-2", "123456789012"
CONNECT = f"arn:aws:connect:{REGION}:{ACCOUNT}"
INSTANCE = f"{CONNECT}:instance/1a"
LEX = f"arn:aws:lex:{REGION}:{ACCOUNT}"


@pytest.mark.parametrize(
    ("operation", "parameters", "expected"),
    [
        ("ListInstances", {}, ["*"]),
        ("CreateTestCase", {"InstanceId": "1a", "Name": "Closed", "Content": "{}"}, [f"{INSTANCE}/test-case/*"]),
        ("StartTestCaseExecution", {"InstanceId": "1a", "TestCaseId": "2b"}, [f"{INSTANCE}/test-case/2b"]),
        ("ListTestCases", {"InstanceId": "1a"}, [INSTANCE]),
        ("ListTestCaseExecutions", {"InstanceId": "1a"}, [INSTANCE]),
        ("DescribeInstance", {"InstanceId": "1a"}, [INSTANCE]),
        ("DescribeInstance", {"InstanceId": INSTANCE}, [INSTANCE]),
        ("ListUsers", {"InstanceId": "1a"}, [INSTANCE]),
        ("ListQueues", {"InstanceId": "1a"}, [f"{INSTANCE}/queue/*"]),
        ("ListContactFlows", {"InstanceId": "1a"}, [f"{INSTANCE}/contact-flow/*"]),
        ("ListPhoneNumbersV2", {"TargetArn": INSTANCE}, [f"{CONNECT}:phone-number/*"]),
        ("ClaimPhoneNumber", {"TargetArn": INSTANCE, "PhoneNumber": "+82"}, [INSTANCE, f"{CONNECT}:phone-number/*"]),
        ("DescribeQueue", {"InstanceId": "1a", "QueueId": "2b"}, [f"{INSTANCE}/queue/2b"]),
        (
            "CreateQueue",
            {"InstanceId": "1a", "Name": "General", "HoursOfOperationId": "3c"},
            [f"{INSTANCE}/operating-hours/3c", f"{INSTANCE}/queue/*"],
        ),
        (
            "AssociateQueueQuickConnects",
            {"InstanceId": "1a", "QueueId": "2b", "QuickConnectIds": ["4d", "5e"]},
            [f"{INSTANCE}/queue/2b", f"{INSTANCE}/transfer-destination/4d", f"{INSTANCE}/transfer-destination/5e"],
        ),
        (
            "AssociatePhoneNumberContactFlow",
            {"InstanceId": "1a", "PhoneNumberId": f"{CONNECT}:phone-number/6f", "ContactFlowId": "7a"},
            [f"{CONNECT}:phone-number/6f", f"{INSTANCE}/contact-flow/7a"],
        ),
        (
            "DisassociatePhoneNumberContactFlow",
            {"InstanceId": "1a", "PhoneNumberId": "6f"},
            [f"{CONNECT}:phone-number/6f"],
        ),
        (
            "UpdateContactFlowContent",
            {"InstanceId": "1a", "ContactFlowId": "7a", "Content": "{}"},
            [f"{INSTANCE}/contact-flow/7a"],
        ),
        ("DescribeContactFlow", {"InstanceId": "1a", "ContactFlowId": "7a:2"}, [f"{INSTANCE}/contact-flow/7a"]),
        (
            "StartOutboundVoiceContact",
            {"InstanceId": "1a", "ContactFlowId": "7a", "QueueId": "2b", "DestinationPhoneNumber": "+82"},
            [f"{INSTANCE}/contact/*"],
        ),
        (
            "StartChatContact",
            {"InstanceId": "1a", "ContactFlowId": "7a", "RelatedContactId": "8b"},
            [f"{INSTANCE}/contact-flow/7a"],
        ),
        ("StopContact", {"InstanceId": "1a", "ContactId": "8b"}, [f"{INSTANCE}/contact/8b"]),
        (
            "UpdateContactAttributes",
            {"InstanceId": "1a", "InitialContactId": "8b", "Attributes": {}},
            [f"{INSTANCE}/contact/8b"],
        ),
        ("SearchContacts", {"InstanceId": "1a", "TimeRange": {}}, [INSTANCE]),
        (
            "GetCurrentMetricData",
            {"InstanceId": "1a", "Filters": {"Queues": ["2b", f"{INSTANCE}/queue/3c"], "Channels": ["VOICE"]}},
            [f"{INSTANCE}/queue/2b", f"{INSTANCE}/queue/3c"],
        ),
        (
            "GetMetricDataV2",
            {
                "ResourceArn": INSTANCE,
                "Filters": [
                    {"FilterKey": "QUEUE", "FilterValues": ["2b"]},
                    {"FilterKey": "CHANNEL", "FilterValues": ["VOICE"]},
                ],
            },
            [f"{INSTANCE}/queue/2b"],
        ),
        (
            "GetEffectiveHoursOfOperations",
            {"InstanceId": "1a", "HoursOfOperationId": "3c"},
            [f"{INSTANCE}/operating-hours/3c", INSTANCE],
        ),
        ("TagResource", {"resourceArn": f"{INSTANCE}/queue/2b", "tags": {}}, [f"{INSTANCE}/queue/2b"]),
    ],
)
def test_connect_checks_what_a_request_names(operation: str, parameters: dict[str, Any], expected: list[str]) -> None:
    assert connect_resources(operation, parameters, region=REGION, account=ACCOUNT) == expected


@pytest.mark.parametrize(
    ("operation", "parameters", "expected"),
    [
        ("ListBots", {}, ["*"]),
        ("DescribeBot", {"botId": "B"}, [f"{LEX}:bot/B"]),
        ("DescribeBotLocale", {"botId": "B", "botVersion": "DRAFT", "localeId": "ko_KR"}, [f"{LEX}:bot/B"]),
        ("DescribeBotAlias", {"botId": "B", "botAliasId": "A"}, [f"{LEX}:bot-alias/B/A"]),
        ("RecognizeText", {"botId": "B", "botAliasId": "A", "text": "hello"}, [f"{LEX}:bot-alias/B/A"]),
        ("DescribeResourcePolicy", {"resourceArn": f"{LEX}:bot-alias/B/A"}, [f"{LEX}:bot-alias/B/A"]),
        ("CreateBot", {"botName": "new"}, [f"{LEX}:bot/*", f"{LEX}:bot-alias/*"]),
        ("CreateBotAlias", {"botId": "B"}, [f"{LEX}:bot-alias/B/*"]),
        ("ListBuiltInIntents", {"localeId": "ko_KR"}, ["*"]),
    ],
)
def test_lex_checks_the_alias_or_the_bot(operation: str, parameters: dict[str, Any], expected: list[str]) -> None:
    assert lex_resources(operation, parameters, region=REGION, account=ACCOUNT) == expected
