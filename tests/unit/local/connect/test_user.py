"""Users and what they are given: security profiles, agent statuses."""

from typing import Any

import pytest

from aicc_local.errors import ServiceError
from tests.unit.local.connect.centre import Centre, refused
from tests.unit.local.fakes import FakeAws

NAMES = {"FirstName": "민지", "LastName": "김"}
SAML_USER: dict[str, Any] = {"Password": None, "IdentityInfo": NAMES}


@pytest.fixture
def saml(aws: FakeAws) -> Centre:
    return Centre(aws, IdentityManagementType="SAML")


def test_connect_needs_a_password_when_it_manages_users(centre: Centre) -> None:
    with refused("InvalidRequestException", "Password is required"):
        centre.make("User", Password=None)


def test_a_password_is_not_kept(centre: Centre) -> None:
    user = centre.make("User")

    centre.update(user, Password="Another-horse-2")

    assert "horse" not in str(centre.aws.store.dump())


def test_a_password_is_an_error_with_saml(saml: Centre) -> None:
    with refused("InvalidRequestException", "Password is an error with SAML"):
        saml.make("User", IdentityInfo=NAMES)


@pytest.mark.parametrize(
    "password", ["Short-1", "no-capitals-1", "NO-SMALL-1", "No-digits-here", "With blank 1", "Aa1" * 22]
)
def test_refuses_a_weak_password(centre: Centre, password: str) -> None:
    with refused("InvalidRequestException", "Password"):
        centre.make("User", Password=password)


@pytest.mark.parametrize("password", ["weaksecretpw", "Short-1", "With blank 1", "Aa1" * 22, ["weaksecretpw"]])
def test_a_refused_password_is_not_told(centre: Centre, password: Any) -> None:
    with pytest.raises(ServiceError) as refusal:
        centre.make("User", Password=password)

    assert "#/Password: failed validation constraint for keyword" in refusal.value.message
    assert all(each not in refusal.value.message for each in ("weaksecretpw", "Short-1", "With blank", "Aa1"))


@pytest.mark.parametrize("name", ["minji.kim", "kim_2-1", "minji@example.com", "k" * 20])
def test_takes_a_user_name(centre: Centre, name: str) -> None:
    assert centre.make("User", Username=name).name == name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("k" * 21, "20 are allowed"),
        ("minji kim", "characters other than"),
        ("김민지", "does not match"),
        ("minji@example", "no e-mail address"),
        ("a@b@example.com", "no e-mail address"),
    ],
)
def test_refuses_a_user_name(centre: Centre, name: str, words: str) -> None:
    code = "InvalidRequestException" if words == "does not match" else "InvalidParameterException"
    with refused(code, words):
        centre.make("User", Username=name)


def test_a_name_may_be_longer_with_saml(saml: Centre) -> None:
    assert saml.make("User", **SAML_USER, Username="k" * 64).name == "k" * 64


@pytest.mark.parametrize("missing", ["FirstName", "LastName"])
def test_connect_needs_to_know_who_a_user_is(centre: Centre, missing: str) -> None:
    info = {**NAMES, "Email": "minji.kim@example.com"}

    with refused("InvalidRequestException", missing):
        centre.make("User", IdentityInfo={name: value for name, value in info.items() if name != missing})


@pytest.mark.parametrize(
    "given", [{"IdentityInfo": {**NAMES, "Email": "minji.kim@example.com"}}, {"DirectoryUserId": "S-1-5-21"}]
)
def test_what_the_identity_provider_knows_is_an_error_with_saml(saml: Centre, given: dict[str, Any]) -> None:
    with refused("InvalidRequestException", "SAML"):
        saml.make("User", **{**SAML_USER, **given})


@pytest.mark.parametrize("name", ["RoutingProfileArn", "SecurityProfileArns"])
def test_refuses_profiles_of_another_instance(centre: Centre, name: str) -> None:
    elsewhere = Centre(centre.aws, "second")
    given: dict[str, Any] = {
        "RoutingProfileArn": elsewhere.default("RoutingProfile", "Basic Routing Profile").arn,
        "SecurityProfileArns": [elsewhere.default("SecurityProfile", "Agent").arn],
    }

    with refused("ResourceNotFoundException", name, elsewhere.instance.arn):
        centre.make("User", **{name: given[name]})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"AutoAcceptConfigs": [{"Channel": "VOICE", "AutoAccept": True}]}, "AutoAccept cannot be set together"),
        ({"PhoneNumberConfigs": [{"Channel": "VOICE", "PhoneType": "SOFT_PHONE"}]}, "PhoneType cannot be set together"),
        (
            {"AfterContactWorkConfigs": [{"Channel": "CHAT", "AfterContactWorkConfig": {}}]},
            "AfterContactWorkTimeLimit cannot be set together",
        ),
    ],
)
def test_refuses_a_setting_made_twice(centre: Centre, given: dict[str, Any], words: str) -> None:
    with refused("InvalidRequestException", words):
        centre.make("User", **given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"VoiceEnhancementConfigs": [{"Channel": "CHAT", "VoiceEnhancementMode": "NONE"}]}, "only VOICE"),
        ({"AutoAcceptConfigs": [{"Channel": "TASK", "AutoAccept": True}] * 2}, "a channel stands twice"),
        ({"PhoneConfig": {"AfterContactWorkTimeLimit": 2_000_001}}, "2000001 is more than 2000000"),
    ],
)
def test_refuses_a_setting_that_cannot_be(centre: Centre, given: dict[str, Any], words: str) -> None:
    with refused("InvalidParameterException", words):
        centre.make("User", **{"PhoneConfig": None, **given})


def test_work_after_a_contact_lasts_twenty_four_days_at_most(centre: Centre) -> None:
    config = {"AfterContactWorkTimeLimit": 2_000_000}

    assert centre.make("User", PhoneConfig=config).properties["PhoneConfig"] == config


def test_a_security_profile_that_a_user_has_stays(centre: Centre) -> None:
    profile = centre.make("SecurityProfile")
    user = centre.make("User", SecurityProfileArns=[profile.arn])

    with refused("ResourceInUseException", "Counsellor", "minji.kim"):
        centre.delete(profile)
    centre.delete(user)
    centre.delete(profile)

    assert centre.aws.store.get(profile.arn) is None


def test_a_hierarchy_restricts_users_only(centre: Centre) -> None:
    with refused("InvalidParameterException", "Queue is not User"):
        centre.make("SecurityProfile", HierarchyRestrictedResources=["User", "Queue"])


def test_an_agent_status_outlives_its_deletion_and_keeps_its_name(centre: Centre) -> None:
    status = centre.make("AgentStatus")

    centre.delete(status)

    assert centre.aws.store.get(status.arn) is status
    with refused("DuplicateResourceException", "Lunch"):
        centre.make("AgentStatus")
