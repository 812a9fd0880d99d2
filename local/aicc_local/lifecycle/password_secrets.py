"""The first passwords of administrators: secrets that the templates name and somebody has to make beforehand."""

from __future__ import annotations

import json
import re
import secrets
import string
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

_REFERENCE = re.compile(r"\{\{resolve:secretsmanager:([^:{}\"]+)(?::SecretString(?::([^:{}\"]*))?)?[^{}\"]*\}\}")
# https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html: 8 to 64 characters, one of each kind.
_KINDS = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
_LENGTH = 24


def named_in(templates: Iterable[str]) -> dict[str, set[str]]:
    """The secrets that templates take values from, by name, with the JSON keys that they read."""
    found: dict[str, set[str]] = {}
    for text in templates:
        for name, key in _REFERENCE.findall(text):
            found.setdefault(name, set()).update(filter(None, [key]))
    return found


def make_missing(secretsmanager: SecretsManagerClient, named: dict[str, set[str]]) -> list[str]:
    """Make those that are missing, each with a generated password; return their names."""
    made = []
    for name, keys in sorted(named.items()):
        value = json.dumps({key: password() for key in sorted(keys)}) if keys else password()
        try:
            secretsmanager.create_secret(
                Name=name, SecretString=value, Description="Generated for the local AWS; not used anywhere else."
            )
        except secretsmanager.exceptions.ResourceExistsException:
            continue
        made.append(name)
    return made


def password() -> str:
    """A password that Connect takes."""
    characters = [secrets.choice(kind) for kind in _KINDS]
    characters += [secrets.choice("".join(_KINDS)) for _ in range(_LENGTH - len(characters))]
    secrets.SystemRandom().shuffle(characters)
    return "".join(characters)
