from typing import Any

import pytest


def test_each_message_is_one_prompt(block: Any, flow_of: Any, found: Any) -> None:
    messages = [{"Text": "네."}, {"PromptId": "x"}, {"SSML": "<speak/>"}, {"Media": {}}]

    assert found(flow_of(block("loop", "MessageParticipantIteratively", {"Messages": messages}))) == []


def test_finds_a_message_with_two_prompts_and_one_with_none(block: Any, flow_of: Any, found: Any) -> None:
    messages = [{"Text": "네."}, {"Text": "네.", "PromptId": "x"}, {}]

    assert found(flow_of(block("loop", "MessageParticipantIteratively", {"Messages": messages}))) == [
        "loop: Parameters.Messages[1] has 2 prompts; give it one of Text, SSML, PromptId, Media",
        "loop: Parameters.Messages[2] has 0 prompts; give it one of Text, SSML, PromptId, Media",
    ]


@pytest.mark.parametrize("messages", [None, "네.", {}, [], ["네."]])
def test_leaves_other_kinds_to_other_rules(block: Any, flow_of: Any, found: Any, messages: object) -> None:
    assert found(flow_of(block("loop", "MessageParticipantIteratively", {"Messages": messages}))) == []
