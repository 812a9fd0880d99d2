from typing import Any

import pytest


def call(block: Any, number: object) -> Any:
    return block("call", "TransferParticipantToThirdParty", {"ThirdPartyPhoneNumber": number}, next="bye")


def test_finds_what_is_no_telephone_number(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(call(block, "02-1588-0000"), bye)) == [
        "call: Parameters.ThirdPartyPhoneNumber '02-1588-0000' is no number in E.164; write one such as +82215880000"
    ]


@pytest.mark.parametrize(
    "number", ["021588000", "+0215880000", "+82 2 1588 0000", "+8221588000012345", "지점", "+", "+٨٢"]
)
def test_finds_numbers_that_are_written_otherwise(block: Any, bye: Any, flow_of: Any, found: Any, number: str) -> None:
    assert len(found(flow_of(call(block, number), bye))) == 1


@pytest.mark.parametrize(
    "number", ["+82215880000", "$.External.number", "+82$.Attributes.number", "${text.branch}", "+1{{number}}", "", 7]
)
def test_leaves_good_numbers_and_those_that_nobody_knows_yet(
    block: Any, bye: Any, flow_of: Any, found: Any, number: object
) -> None:
    assert found(flow_of(call(block, number), bye)) == []
