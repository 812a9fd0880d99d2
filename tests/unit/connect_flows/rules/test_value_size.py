from typing import Any

import pytest


@pytest.mark.parametrize("name", ["Text", "SSML"])
def test_takes_a_prompt_of_6000_characters_and_none_of_6001(block: Any, flow_of: Any, found: Any, name: str) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {name: "가" * 6000}))) == []
    assert found(flow_of(block("say", "MessageParticipant", {name: "가" * 6001}))) == [
        f"say: Parameters.{name} has 6,001 characters; use at most 6,000"
    ]


def test_measures_each_message_of_a_loop(block: Any, flow_of: Any, found: Any) -> None:
    messages = [{"Text": "네."}, {"Text": "가" * 6001}]

    assert found(flow_of(block("loop", "MessageParticipantIteratively", {"Messages": messages}))) == [
        "loop: Parameters.Messages[1].Text has 6,001 characters; use at most 6,000"
    ]


def test_takes_6_tags_and_not_7(block: Any, flow_of: Any, found: Any) -> None:
    def tags(count: int) -> dict[str, object]:
        return {"Tags": {f"tag{number}": "x" for number in range(count)}}

    assert found(flow_of(block("tag", "TagContact", tags(6)))) == []
    assert found(flow_of(block("tag", "TagContact", tags(7)))) == ["tag: Parameters.Tags has 7 entries; use at most 6"]


def test_a_sequence_that_ends_input_has_5_characters(block: Any, flow_of: Any, found: Any) -> None:
    def ending(sequence: str) -> dict[str, object]:
        return {"DTMFConfiguration": {"InputTerminationSequence": sequence}}

    assert found(flow_of(block("ask", "GetParticipantInput", ending("#" * 5)))) == []
    assert found(flow_of(block("ask", "GetParticipantInput", ending("#" * 6)))) == [
        "ask: Parameters.DTMFConfiguration.InputTerminationSequence has 6 characters; use at most 5"
    ]


def test_a_task_has_a_name_of_512_characters(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("task", "CreateTask", {"Name": "가" * 512}))) == []
    assert len(found(flow_of(block("task", "CreateTask", {"Name": "가" * 513})))) == 1


@pytest.mark.parametrize(
    ("action_type", "parameters", "line"),
    [
        ("UntagContact", {"TagKeys": []}, "Parameters.TagKeys has 0 items; use at least 1"),
        ("MessageParticipantIteratively", {"Messages": []}, "Parameters.Messages has 0 items; use at least 1"),
        (
            "GetCustomerProfile",
            {"ProfileRequestData": {"SearchCriteria": [{}] * 6}},
            "Parameters.ProfileRequestData.SearchCriteria has 6 items; use 0 to 5",
        ),
    ],
)
def test_counts_the_items_of_a_list(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object], line: str
) -> None:
    assert found(flow_of(block("go", action_type, parameters))) == [f"go: {line}"]


def test_nobody_may_be_recorded(block: Any, flow_of: Any, found: Any) -> None:
    nobody: dict[str, Any] = {"RecordingBehavior": {"RecordedParticipants": []}}

    assert found(flow_of(block("record", "UpdateContactRecordingBehavior", nobody))) == []
