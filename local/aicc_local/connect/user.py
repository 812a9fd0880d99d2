"""AWS::Connect::User: a person who signs in.

Source: the API reference of CreateUser. It says of SAML both that an e-mail address is required and that it is an
error; the latter stands with the parameter itself and holds here.
"""

import re
import unicodedata
from typing import Any

from aicc_local.connect.belonging import check_in_instance
from aicc_local.connect.user_settings import check_settings
from aicc_local.errors import invalid_parameter, invalid_request, limit_exceeded
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

USER = "AWS::Connect::User"
PROFICIENCIES = Quota(name="Proficiencies per agent", limit=10)
_ADDRESS = re.compile(r"[^@]+@[^@.]+(\.[^@.]+)+")
_NAME = re.compile(r"[a-zA-Z0-9_\-.@]+")
_LONGEST_NAME = {"SAML": 64, "CONNECT_MANAGED": 20, "EXISTING_DIRECTORY": 20}


class User(ResourceType):
    """A user."""

    type_name = USER
    arn_part = "agent"
    unique = "Username"
    quota = Quota(name="Users per instance", limit=500)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        instance = aws.store.find("AWS::Connect::Instance", properties["InstanceArn"])
        identity = str(instance.properties["IdentityManagementType"])
        check_in_instance(aws, instance.arn, "RoutingProfileArn", [properties["RoutingProfileArn"]])
        check_in_instance(aws, instance.arn, "SecurityProfileArns", properties["SecurityProfileArns"])
        _check_name(properties["Username"], identity)
        _check_identity(properties, identity)
        if record is None:
            _check_password("Password" in properties, identity)
        check_settings(properties)
        _check_proficiencies(aws, properties.get("UserProficiencies", []))

    def made(self, aws: LocalAws, record: Record) -> None:
        _forget_password(record)

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        _forget_password(record)


def _forget_password(record: Record) -> None:
    # Nobody signs in here, and what is kept lies on the developer's disk.
    record.properties.pop("Password", None)


def _check_name(name: str, identity: str) -> None:
    longest = _LONGEST_NAME[identity]
    if len(name) > longest:
        raise invalid_parameter(f"Username: {name} has {len(name)} characters; with {identity}, {longest} are allowed")
    if not _NAME.fullmatch(name):
        raise invalid_parameter(f"Username: {name} has characters other than letters, digits and _-.@")
    if "@" in name and not _ADDRESS.fullmatch(name):
        raise invalid_parameter(f"Username: {name} has @ but is no e-mail address")


def _check_password(given: bool, identity: str) -> None:
    if identity == "CONNECT_MANAGED" and not given:
        raise invalid_request("Password is required when Connect manages identities")
    if identity != "CONNECT_MANAGED" and given:
        raise invalid_request(f"Password is an error with {identity}")


def _check_identity(properties: dict[str, Any], identity: str) -> None:
    info = properties.get("IdentityInfo", {})
    for name in _REQUIRED[identity]:
        if not info.get(name):
            raise invalid_request(f"IdentityInfo: {name} is required with {identity}")
    if identity == "SAML" and ("Email" in info or "DirectoryUserId" in properties):
        raise invalid_request("IdentityInfo: Email and DirectoryUserId are errors with SAML")

    _check_names(info, identity)
    if "Email" in info and not _ADDRESS.fullmatch(info["Email"]):
        raise invalid_parameter("IdentityInfo: Email is no e-mail address")


def _check_names(info: dict[str, Any], identity: str) -> None:
    for name in ("FirstName", "LastName"):
        # What a Mac writes into a file name, Korean above all, is decomposed.
        if not unicodedata.is_normalized("NFC", info.get(name, "")):
            raise invalid_parameter(f"IdentityInfo: {name} is not in Unicode Normalization Form C (NFC)")
    if identity == "CONNECT_MANAGED" and len(info.get("LastName", "")) > _LONGEST_LAST_NAME:
        raise invalid_parameter(f"IdentityInfo: LastName has more than {_LONGEST_LAST_NAME} characters")


def _check_proficiencies(aws: LocalAws, proficiencies: list[dict[str, Any]]) -> None:
    limit = aws.quotas.get(PROFICIENCIES.name, PROFICIENCIES.limit)
    if len(proficiencies) > limit:
        raise limit_exceeded(f"{PROFICIENCIES.name}: the limit of {limit} is reached")
    # "The valid values are 1, 2, 3, 4 and 5" (UserProficiency); the registry's schema has older ones.
    levels = [each["Level"] for each in proficiencies if each["Level"] not in _LEVELS]
    if levels:
        raise invalid_parameter(f"UserProficiencies: Level {levels[0]} is not 1, 2, 3, 4 or 5")
    # "You must use name of predefined attribute present in the Connect instance."
    if proficiencies:
        raise invalid_parameter(
            f"UserProficiencies: there is no predefined attribute {proficiencies[0]['AttributeName']}; "
            "predefined attributes are not part of the local Connect"
        )


_LEVELS = (1, 2, 3, 4, 5)
# With Connect's own identities; with SAML 300, as in the schema.
_LONGEST_LAST_NAME = 256
# CreateUser's reference says so of the names, "if you are using Connect or SAML", and not of Email.
_REQUIRED = {
    "CONNECT_MANAGED": ("FirstName", "LastName"),
    "SAML": ("FirstName", "LastName"),
    "EXISTING_DIRECTORY": (),
}
