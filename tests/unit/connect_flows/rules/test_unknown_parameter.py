from typing import Any


def test_takes_what_the_type_takes(block: Any, flow_of: Any, found: Any) -> None:
    assert (
        found(flow_of(block("say", "MessageParticipant", {"Text": "네.", "SkipWhenDTMFBufferEnabled": "true"}))) == []
    )


def test_names_what_the_type_takes(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("wait", "Wait", {"TimeoutSeconds": "5"}))) == [
        "wait: Parameters.TimeoutSeconds is unknown; "
        "Wait takes TimeLimitSeconds, Events, ContinueExecution, MinimumWaitTimeSeconds"
    ]


def test_says_that_a_type_takes_none(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("go", "TransferContactToQueue", {"QueueId": "q"}))) == [
        "go: Parameters.QueueId is unknown; TransferContactToQueue takes no parameters"
    ]


def test_finds_a_parameter_that_the_page_lists_and_the_service_refuses(block: Any, flow_of: Any, found: Any) -> None:
    data = block("data", "UpdateContactData", {"LanguageCode": "ko-KR", "References": {}})

    assert len(found(flow_of(data))) == 1


def test_finds_unknown_fields_and_keys(block: Any, flow_of: Any, found: Any) -> None:
    hooks = block("hook", "UpdateContactEventHooks", {"EventHooks": {"AgentJoy": "x"}})
    bot = block("ask", "ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "x", "Region": "y"}})

    assert [line.partition(";")[0] for line in found(flow_of(hooks, bot))] == [
        "hook: Parameters.EventHooks.AgentJoy is unknown",
        "ask: Parameters.LexV2Bot.Region is unknown",
    ]


def test_leaves_alone_what_no_page_describes(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("interrupt", "RouteContactToAgent", {"AgentId": "x"}))) == []
    assert (
        found(flow_of(block("record", "UpdateContactRecordingAndAnalyticsBehavior", {"VoiceBehavior": {"x": 1}}))) == []
    )
