from typing import Any

import pytest


@pytest.mark.parametrize(("length", "count"), [(3_000, 0), (3_001, 1), (6_000, 1), (6_001, 0)])
def test_counts_what_is_spoken(block: Any, bye: Any, flow_of: Any, found: Any, length: int, count: int) -> None:
    say = block("say", "MessageParticipant", {"Text": "가" * length}, next="bye")

    assert len(found(flow_of(say, bye))) == count


def test_shows_the_length(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    say = block("say", "MessageParticipant", {"Text": "가" * 3_001}, next="bye")

    assert found(flow_of(say, bye)) == ["say: Parameters.Text has 3,001 characters to be spoken; split it, or say less"]


def test_tags_are_not_spoken(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    tagged = "<speak>" + '<break time="1s"/>' * 100 + "가" * 3_000 + "</speak>"

    assert found(flow_of(block("say", "MessageParticipant", {"SSML": tagged}, next="bye"), bye)) == []


def test_looks_at_each_message_of_a_loop(block: Any, flow_of: Any, found: Any) -> None:
    messages = [{"Text": "가"}, {"SSML": f"<speak>{'나' * 3_001}</speak>"}]

    (finding,) = found(flow_of(block("wait", "MessageParticipantIteratively", {"Messages": messages})))

    assert finding.startswith("wait: Parameters.Messages[1].SSML has 3,001")
