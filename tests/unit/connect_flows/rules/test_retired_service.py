from typing import Any

import pytest


@pytest.mark.parametrize("action_type", ["CheckVoiceId", "StartVoiceIdStream"])
def test_finds_actions_of_voice_id(block: Any, bye: Any, flow_of: Any, found: Any, action_type: str) -> None:
    assert found(flow_of(block("check", action_type, next="bye"), bye)) == [
        f"check: Type {action_type} is part of Voice ID, which ended on 2026-05-20; leave the action out"
    ]


def test_finds_settings_of_voice_id(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    settings = {"LanguageCode": "ko-KR", "IsFraudDetectionEnabled": "true", "FraudDetectionThreshold": "50"}

    assert found(flow_of(block("set", "UpdateContactData", settings, next="bye"), bye)) == [
        "set: Parameters IsFraudDetectionEnabled and FraudDetectionThreshold belong to Voice ID, "
        "which ended on 2026-05-20; leave them out"
    ]


def test_finds_bots_of_the_first_lex(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    bot = {"LexBot": {"Name": "main", "Region": "us-east-1", "Alias": "live"}, "Text": "말씀해 주십시오."}

    assert found(flow_of(block("ask", "ConnectParticipantWithLexBot", bot, next="bye"), bye)) == [
        "ask: Parameters.LexBot is a bot of Amazon Lex V1, which ended on 2025-09-15; use LexV2Bot"
    ]


def test_their_successors_are_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    data = block("set", "UpdateContactData", {"LanguageCode": "ko-KR"}, next="ask")
    ask = block("ask", "ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "${bot.main}"}}, next="bye")

    assert found(flow_of(data, ask, bye)) == []
