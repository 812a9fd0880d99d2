from typing import Any


def test_finds_a_parameter_that_is_not_there(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("go", "TransferToFlow"))) == [
        "go: Parameters.ContactFlowId is missing; TransferToFlow needs it"
    ]


def test_finds_a_field_that_is_not_there(block: Any, flow_of: Any, found: Any) -> None:
    said = {"Text": "네.", "Media": {"Uri": "s3://a", "SourceType": "S3"}}

    assert found(flow_of(block("say", "MessageParticipant", said))) == [
        "say: Parameters.Media.MediaType is missing; add it"
    ]


def test_what_is_optional_may_be_missing(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("look", "GetMetricData"))) == []
    assert found(flow_of(block("hours", "CheckHoursOfOperation"))) == []
