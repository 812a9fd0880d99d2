from typing import Any

import pytest


def say(block: Any, text: str) -> Any:
    return block("say", "MessageParticipant", {"Text": text}, next="bye")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("$.CustomerInput", "reads $.CustomerInput, and a contact has no CustomerInput; read $.StoredCustomerInput"),
        ("$.external.name", "reads $.external.name, and a contact has no external; read $.External"),
        ("$['Attribute']['a b']", "reads $['Attribute']['a b'], and a contact has no Attribute; read $.Attributes"),
        ("$.xyz", "reads $.xyz, and a contact has no xyz; read $.Attributes.xyz if it is an attribute of the contact"),
    ],
)
def test_finds_what_a_contact_does_not_have(
    block: Any, bye: Any, flow_of: Any, found: Any, path: str, problem: str
) -> None:
    assert found(flow_of(say(block, f"값은 {path} 입니다."), bye)) == [f"say: Parameters.Text {problem}"]


@pytest.mark.parametrize(
    "path",
    [
        "$.Attributes.x",
        "$.Attributes.['a b']",
        "$.SegmentAttributes['connect:Subtype']",
        "$.Media.Sip.Headers.From",
        "$['AwsRegion']",
        "$.CustomerCallbackNumber",
        "$5.00",
        "$.",
    ],
)
def test_what_a_contact_has_is_well(block: Any, bye: Any, flow_of: Any, found: Any, path: str) -> None:
    assert found(flow_of(say(block, path), bye)) == []
