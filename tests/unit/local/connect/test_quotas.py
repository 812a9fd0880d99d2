"""Quotas: AWS's defaults, and those that an environment variable sets."""

from collections.abc import Mapping

import pytest

from aicc_local.quotas import VARIABLE, quotas_of_environment
from tests.unit.local.connect.centre import TYPES, Centre, refused
from tests.unit.local.fakes import FakeAws

# https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
DEFAULTS = {
    "AgentStatus": ("Agent status per instance", 50),
    "ContactFlow": ("Flows per instance", 100),
    "ContactFlowModule": ("Modules per instance", 200),
    "HoursOfOperation": ("Hours of operation per instance", 100),
    "Instance": ("Connect Customer instances per Region", 2),
    "PhoneNumber": ("Phone numbers per instance", 5),
    "Prompt": ("Prompts per instance", 500),
    "Queue": ("Queues per instance", 100),
    "QuickConnect": ("Quick connects per instance", 100),
    "RoutingProfile": ("Routing profiles per instance", 500),
    "SecurityProfile": ("Security profiles per instance", 100),
    "User": ("Users per instance", 500),
}


def with_quotas(quotas: Mapping[str, int]) -> Centre:
    return Centre(FakeAws(quotas=quotas))


def test_the_defaults_are_those_of_the_service_quotas_page() -> None:
    quotas = {kind: each.quota for kind, each in TYPES.items()}

    assert {kind: (each.name, each.limit) for kind, each in quotas.items() if each} == DEFAULTS


@pytest.mark.parametrize("kind", sorted(set(DEFAULTS) - {"Instance"}))
def test_a_quota_that_is_used_up_refuses_the_next_one(kind: str) -> None:
    name, _ = DEFAULTS[kind]
    there = sum(1 for _ in Centre(FakeAws()).aws.store.of(f"AWS::Connect::{kind}"))
    centre = with_quotas({name: there + 1})
    first = centre.make(kind)

    with refused("LimitExceededException", name, str(there + 1)):
        centre.make(kind, **renamed(centre, kind))

    centre.update(first)


def renamed(centre: Centre, kind: str) -> dict[str, str]:
    names = {"SecurityProfile": "SecurityProfileName", "User": "Username"}
    name = names.get(kind, "Name")
    return {name: "Another"} if kind != "PhoneNumber" else {}


def test_a_quota_is_counted_for_each_instance() -> None:
    centre = with_quotas({"Queues per instance": 2})
    centre.make("Queue")

    assert Centre(centre.aws, "second").make("Queue").name == "General"


def test_functions_and_bots_have_quotas_of_their_own() -> None:
    centre = with_quotas({"AWS Lambda functions per instance": 1})
    centre.make("IntegrationAssociation")

    bot = centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=centre.put_alias())
    with refused("ServiceQuotaExceededException", "AWS Lambda functions per instance"):
        centre.make("IntegrationAssociation", IntegrationArn=centre.aws.functions.add("another"))

    assert bot.properties["IntegrationType"] == "LEX_BOT"


def test_the_environment_raises_a_quota(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, '{"Queues per instance": 200}')

    assert FakeAws().quotas == {"Queues per instance": 200}


@pytest.mark.parametrize("text", ["Queues per instance=200", "[200]", '{"Queues per instance": "200"}'])
def test_an_environment_that_is_no_map_of_numbers_is_an_error(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(VARIABLE, text)

    with pytest.raises(ValueError, match=VARIABLE):
        quotas_of_environment()
