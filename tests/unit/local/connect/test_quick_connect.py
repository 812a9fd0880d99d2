"""Quick connects: each type has its own configuration and its own type of flow."""

from typing import Any

import pytest

from tests.unit.local.connect.centre import Centre, refused

FLOWS = {"QUEUE": "Default queue transfer", "USER": "Default agent transfer", "FLOW": "Sample AB test"}


def config(centre: Centre, kind: str, flow: str = "") -> dict[str, Any]:
    """A configuration of a type, with the flow of this name."""
    if kind == "PHONE_NUMBER":
        return {"QuickConnectType": kind, "PhoneConfig": {"PhoneNumber": "+82215880000"}}
    told = {"ContactFlowArn": centre.default("ContactFlow", flow or FLOWS[kind]).arn}
    if kind == "QUEUE":
        told["QueueArn"] = centre.default("Queue", "BasicQueue").arn
    if kind == "USER":
        told["UserArn"] = centre.make("User").arn
    return {"QuickConnectType": kind, f"{kind.title()}Config": told}


@pytest.mark.parametrize("kind", ["QUEUE", "USER", "PHONE_NUMBER", "FLOW"])
def test_takes_each_type(centre: Centre, kind: str) -> None:
    record = centre.make("QuickConnect", QuickConnectConfig=config(centre, kind))

    assert record.properties["QuickConnectConfig"]["QuickConnectType"] == kind


@pytest.mark.parametrize(
    ("kind", "flow", "words"),
    [
        ("QUEUE", "Default agent transfer", "AGENT_TRANSFER, not QUEUE_TRANSFER"),
        ("USER", "Default queue transfer", "QUEUE_TRANSFER, not AGENT_TRANSFER"),
        ("QUEUE", "Sample AB test", "CONTACT_FLOW, not QUEUE_TRANSFER"),
    ],
)
def test_refuses_a_flow_of_the_wrong_type(centre: Centre, kind: str, flow: str, words: str) -> None:
    with refused("InvalidParameterException", words):
        centre.make("QuickConnect", QuickConnectConfig=config(centre, kind, flow))


def test_refuses_a_type_without_its_configuration(centre: Centre) -> None:
    with refused("InvalidRequestException", "USER needs UserConfig"):
        centre.make("QuickConnect", QuickConnectConfig={**config(centre, "QUEUE"), "QuickConnectType": "USER"})


def test_refuses_a_configuration_of_another_type(centre: Centre) -> None:
    both = {**config(centre, "QUEUE"), **config(centre, "PHONE_NUMBER"), "QuickConnectType": "QUEUE"}

    with refused("InvalidRequestException", "needs QueueConfig", "PhoneConfig and QueueConfig"):
        centre.make("QuickConnect", QuickConnectConfig=both)


def test_refuses_a_queue_of_another_instance(centre: Centre) -> None:
    elsewhere = Centre(centre.aws, "second").make("Queue")
    given = config(centre, "QUEUE")
    given["QueueConfig"]["QueueArn"] = elsewhere.arn

    with refused("ResourceNotFoundException", elsewhere.arn):
        centre.make("QuickConnect", QuickConnectConfig=given)
