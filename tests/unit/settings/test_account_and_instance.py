"""Where an environment lives: its account, its instance, and ARNs that belong to both."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings

Problems = Callable[..., list[str]]

UUID = "12345678-1234-1234-1234-123456789012"
INSTANCE = f"arn:aws:connect:ap-northeast-2:000000000000:instance/{UUID}"


def test_takes_the_account_of_the_credentials_when_told_so(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with("account_from_credentials = true", without=("account",))

    assert settings.account is None


def test_refuses_an_account_next_to_that_of_the_credentials(problems_of: Problems) -> None:
    assert problems_of("account_from_credentials = true") == [
        "config/prod.toml: account_from_credentials: true contradicts account = '000000000000'; remove one of the two"
    ]


@pytest.mark.parametrize("alias", ["a", "aicc-prod", "Shop--2", "a" * 45, "d", "d1-x"])
def test_takes_an_alias_that_connect_takes(settings_with: Callable[..., Settings], alias: str) -> None:
    assert settings_with(f'[instance]\nalias = "{alias}"').instance.alias == alias


@pytest.mark.parametrize(
    ("alias", "fault"),
    [
        ("", "is too short"),
        ("a" * 46, "is too long"),
        ("aicc_prod", "will not do"),
        ("-aicc", "will not do"),
        ("aicc-", "will not do"),
        ("콜센터", "will not do"),
    ],
)
def test_refuses_an_alias_that_connect_refuses(problems_of: Problems, alias: str, fault: str) -> None:
    assert problems_of(f'[instance]\nalias = "{alias}"') == [
        f"config/prod.toml: instance.alias: '{alias}' {fault}; "
        "give 1 to 45 letters, digits and hyphens, unique in the world, not beginning with d-"
    ]


def test_refuses_an_alias_that_looks_like_a_directory(problems_of: Problems) -> None:
    assert problems_of('[instance]\nalias = "d-906"') == [
        "config/prod.toml: instance.alias: 'd-906' begins with d-, which AWS keeps for directories; give another name"
    ]


def test_uses_an_instance_that_exists(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with(f'[instance]\narn = "{INSTANCE}"', without=("instance.alias",))

    assert (settings.instance.alias, settings.instance.arn) == (None, INSTANCE)


def test_needs_an_alias_or_an_arn(problems_of: Problems) -> None:
    assert problems_of(without=("instance.alias",)) == [
        "config/prod.toml: instance.alias: missing; "
        "give an alias to create an instance, or instance.arn to use one that exists"
    ]


def test_refuses_both_an_alias_and_an_arn(problems_of: Problems) -> None:
    (line,) = problems_of(f'[instance]\narn = "{INSTANCE}"')

    assert line == (
        f"config/prod.toml: instance.arn: '{INSTANCE}' stands next to alias 'aicc-example-prod'; "
        "keep alias to create an instance, or arn to use one that exists"
    )


def test_refuses_an_arn_of_something_else(problems_of: Problems) -> None:
    lines = problems_of('[instance]\narn = "arn:aws:lambda:ap-northeast-2:000000000000:function:f"')

    assert lines == [
        "config/prod.toml: instance.arn: 'arn:aws:lambda:ap-northeast-2:000000000000:function:f' will not do; "
        "give the ARN of a Connect instance, arn:aws:connect:<region>:<account>:instance/<uuid>"
    ]


@pytest.mark.parametrize(
    ("toml", "path"),
    [
        ('[instance]\narn = "arn:aws:connect:{where}:instance/{uuid}"', "instance.arn"),
        (
            '[phone_numbers.main]\nsource = "import"\narn = "arn:aws:connect:{where}:phone-number/{uuid}"',
            "phone_numbers.main.arn",
        ),
        ('[encryption.key_arns]\nlogs = "arn:aws:kms:{where}:key/{uuid}"', "encryption.key_arns.logs"),
    ],
)
def test_an_arn_belongs_to_the_environment(problems_of: Problems, toml: str, path: str) -> None:
    elsewhere = toml.format(where="us-east-1:123456789012", uuid=UUID)

    lines = problems_of(elsewhere, without=("instance.alias",) if path == "instance.arn" else ())

    assert [line.partition(f"{path}: ")[2].partition("' ")[2] for line in lines] == [
        "is in us-east-1; give one in the settings' region ap-northeast-2",
        "belongs to account 123456789012; give one in the settings' account 000000000000",
    ]


def test_a_password_belongs_to_the_environment(problems_of: Problems) -> None:
    secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:admin"

    lines = problems_of(
        f"""
        [identity]
        kind = "connect_managed"
        [[administrators]]
        username = "admin"
        first_name = "a"
        last_name = "b"
        email = "a@example.com"
        password_secret = "{secret}"
        """,
        without=("identity.metadata_file",),
    )

    assert lines == [
        f"config/prod.toml: administrators[0].password_secret: '{secret}' is in us-east-1; "
        "give one in the settings' region ap-northeast-2",
        f"config/prod.toml: administrators[0].password_secret: '{secret}' belongs to account 123456789012; "
        "give one in the settings' account 000000000000",
    ]


def test_a_key_serves_a_known_class_of_data(problems_of: Problems) -> None:
    assert problems_of(f'[encryption.key_arns]\nmail = "arn:aws:kms:ap-northeast-2:000000000000:key/{UUID}"') == [
        "config/prod.toml: encryption.key_arns.mail: 'mail' is not one of 'recordings', 'tables', 'logs', 'streams'; "
        "choose one of them"
    ]


def test_refuses_the_alias_of_a_key(problems_of: Problems) -> None:
    assert problems_of('[encryption.key_arns]\nlogs = "arn:aws:kms:ap-northeast-2:000000000000:alias/logs"') == [
        "config/prod.toml: encryption.key_arns.logs: 'arn:aws:kms:ap-northeast-2:000000000000:alias/logs' will not do; "
        "give the ARN of a KMS key (not of an alias), arn:aws:kms:<region>:<account>:key/<key id>"
    ]
