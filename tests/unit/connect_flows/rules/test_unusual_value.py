from typing import Any


def test_finds_a_number_that_is_no_string(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    callback = {
        "InitialCallDelaySeconds": "5",
        "MaximumConnectionAttempts": "1",
        "RetryDelaySeconds": "60",
        "AgentId": 7,
    }

    assert found(flow_of(block("call", "CreateCallbackContact", callback, next="bye"), bye)) == [
        "call: Parameters.AgentId is the JSON number 7; write it as a string, as the console does"
    ]


def test_finds_an_engine_that_polly_does_not_have(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    voice = {"TextToSpeechVoice": "Seoyeon", "TextToSpeechEngine": "neural"}

    assert found(flow_of(block("set", "UpdateContactTextToSpeechVoice", voice, next="bye"), bye)) == [
        "set: Parameters.TextToSpeechEngine is 'neural'; use one of Standard, Neural, Generative, Long-form"
    ]


def test_what_the_console_writes_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    voice = {"TextToSpeechVoice": "Seoyeon", "TextToSpeechEngine": "Neural", "TextToSpeechStyle": "None"}

    assert found(flow_of(block("set", "UpdateContactTextToSpeechVoice", voice, next="bye"), bye)) == []
