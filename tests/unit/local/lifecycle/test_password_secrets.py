"""Secrets that templates name are there before the deploy."""

import json
import re
from typing import TYPE_CHECKING, cast

from aicc_local.lifecycle import password_secrets

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

# https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
CONNECT_TAKES = re.compile(r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d\S]{8,64}")


class ExistsAlready(Exception):
    pass


class Secrets:
    """Secrets Manager."""

    class exceptions:
        ResourceExistsException = ExistsAlready

    def __init__(self, **values: str) -> None:
        self.values = dict(values)

    def create_secret(self, *, Name: str, SecretString: str, Description: str) -> None:
        if Name in self.values:
            raise ExistsAlready
        self.values[Name] = SecretString


def make(secrets: Secrets, named: dict[str, set[str]]) -> list[str]:
    return password_secrets.make_missing(cast("SecretsManagerClient", secrets), named)


def test_finds_what_templates_take_from_secrets() -> None:
    templates = [
        '{"Password": "{{resolve:secretsmanager:aicc/dev/admin:SecretString:::}}"}',
        '{"A": "{{resolve:secretsmanager:aicc/dev/two:SecretString:first::}}",'
        ' "B": "{{resolve:secretsmanager:aicc/dev/two:SecretString:second}}",'
        ' "C": "{{resolve:secretsmanager:aicc/dev/bare}}", "D": "{{resolve:ssm:/aicc/x}}"}',
    ]

    named = password_secrets.named_in(templates)

    assert named == {"aicc/dev/admin": set(), "aicc/dev/two": {"first", "second"}, "aicc/dev/bare": set()}


def test_makes_what_is_missing() -> None:
    secrets = Secrets()

    assert make(secrets, {"one": set()}) == ["one"]
    assert CONNECT_TAKES.fullmatch(secrets.values["one"])


def test_gives_each_key_of_a_secret_a_password_of_its_own() -> None:
    secrets = Secrets()

    make(secrets, {"one": {"a", "b"}})

    passwords = json.loads(secrets.values["one"])
    assert passwords.keys() == {"a", "b"}
    assert passwords["a"] != passwords["b"]


def test_leaves_what_is_there() -> None:
    secrets = Secrets(one="chosen by the user")

    assert make(secrets, {"one": set()}) == []
    assert secrets.values["one"] == "chosen by the user"


def test_each_password_is_one_that_connect_takes() -> None:
    passwords = {password_secrets.password() for _ in range(200)}

    assert len(passwords) == 200
    assert all(CONNECT_TAKES.fullmatch(each) for each in passwords)
