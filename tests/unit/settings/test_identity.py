"""SAML metadata and the first administrators."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509

from stacks.settings import Settings, SettingsError, load_settings
from tests.unit.settings.files import CONFIG, METADATA

Problems = Callable[..., list[str]]

EXAMPLE = METADATA.read_text("utf-8")
ADMINISTRATOR = 'username = "{username}"\nfirst_name = "길동"\nlast_name = "홍"\nemail = "hong@example.com"\n'
SECRET = "arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:aicc/admin-AbCdEf"


def test_hands_over_the_metadata(settings_with: Callable[..., Settings]) -> None:
    assert settings_with().identity.metadata == EXAMPLE


def test_has_no_metadata_when_connect_keeps_the_passwords() -> None:
    assert load_settings("dev", directory=CONFIG).identity.metadata is None


def test_the_example_is_a_certificate_of_nobody_and_no_private_key() -> None:
    body = EXAMPLE.partition("<X509Certificate>")[2].partition("</X509Certificate>")[0].split()

    certificate = x509.load_pem_x509_certificate(
        "\n".join(["-----BEGIN CERTIFICATE-----", *body, "-----END CERTIFICATE-----"]).encode()
    )

    assert certificate.subject.rfc4514_string() == "CN=idp.example.com"
    assert "PRIVATE" not in EXAMPLE


def test_saml_needs_metadata(problems_of: Problems) -> None:
    assert problems_of(without=("identity.metadata_file",)) == [
        "config/prod.toml: identity.metadata_file: missing; give the identity provider's metadata, "
        "a file below the config directory, because identity.kind is 'saml'"
    ]


@pytest.mark.parametrize("file", ["saml/idp.xml", "saml", "/dev/zero", "a\\u0000b"])
def test_metadata_must_exist(problems_of: Problems, file: str) -> None:
    shown = repr(file.replace("\\u0000", "\0"))

    assert problems_of(f'[identity]\nmetadata_file = "{file}"') == [
        f"config/prod.toml: identity.metadata_file: {shown} is no file below config/; download your identity provider's"
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "<EntityDescriptor/>",
            [
                "has 19 characters; IAM takes 1,000 to 10,000,000: give the whole metadata document",
                "begins with <EntityDescriptor>; give metadata that begins with SAML 2.0's <EntityDescriptor>",
            ],
        ),
        (EXAMPLE.rstrip()[:-3], ["is no well-formed XML at line {last}, column 1; download it again"]),
        (
            EXAMPLE.replace("EntityDescriptor", "EntitiesDescriptor"),
            ["begins with <EntitiesDescriptor>; give metadata that begins with SAML 2.0's <EntityDescriptor>"],
        ),
        (
            EXAMPLE.replace("IDPSSODescriptor", "SPSSODescriptor"),
            ["has no <IDPSSODescriptor>; give the metadata of the identity provider, not that of AWS"],
        ),
        (
            EXAMPLE.replace("X509Certificate", "KeyName"),
            ["has no <X509Certificate>; give the metadata with the signing certificate"],
        ),
        (
            EXAMPLE.replace("SingleSignOnService", "SingleLogoutService"),
            ["has no <SingleSignOnService>; give the metadata that says where to sign in"],
        ),
        (
            EXAMPLE.replace("X509Certificate", "KeyName").replace("SingleSignOnService", "SingleLogoutService"),
            [
                "has no <X509Certificate>; give the metadata with the signing certificate",
                "has no <SingleSignOnService>; give the metadata that says where to sign in",
            ],
        ),
    ],
)
def test_refuses_metadata_that_iam_refuses(config: Path, text: str, faults: list[str]) -> None:
    (config / "saml" / "example-idp.xml").write_text(text, "utf-8")

    with pytest.raises(SettingsError) as refused:
        load_settings("prod", directory=config)

    last = len(text.splitlines())
    assert list(refused.value.problems) == [
        f"config/prod.toml: identity.metadata_file: 'saml/example-idp.xml' {fault.format(last=last)}"
        for fault in faults
    ]


def test_refuses_metadata_that_is_no_text(config: Path) -> None:
    (config / "saml" / "example-idp.xml").write_bytes(b"\xff\xfe" + EXAMPLE.encode("utf-16"))

    with pytest.raises(SettingsError) as refused:
        load_settings("prod", directory=config)

    assert str(refused.value) == (
        "config/prod.toml: identity.metadata_file: 'saml/example-idp.xml' is not UTF-8 text; download it again"
    )


def test_metadata_is_of_no_use_without_saml(problems_of: Problems) -> None:
    toml = f'[identity]\nkind = "connect_managed"\n[[administrators]]\npassword_secret = "{SECRET}"\n'

    assert problems_of(toml + ADMINISTRATOR.format(username="admin")) == [
        "config/prod.toml: identity.metadata_file: 'saml/example-idp.xml' is of no use "
        "while identity.kind is 'connect_managed'; remove it"
    ]


@pytest.mark.parametrize("username", ["hong", "hong.gildong-2_x", "hong@example.com", "a" * 64])
def test_takes_a_user_name_that_connect_takes(settings_with: Callable[..., Settings], username: str) -> None:
    settings = settings_with("[[administrators]]\n" + ADMINISTRATOR.format(username=username))

    assert settings.administrators[0].username == username


@pytest.mark.parametrize("username", ["hong@example", "hong gildong", "홍길동", "@example.com"])
def test_refuses_a_user_name_that_connect_refuses(problems_of: Problems, username: str) -> None:
    assert problems_of("[[administrators]]\n" + ADMINISTRATOR.format(username=username)) == [
        f"config/prod.toml: administrators[0].username: '{username}' will not do; "
        "give letters, digits and _ - . (an @ only in a whole e-mail address), at most 64"
    ]


def test_somebody_must_be_able_to_sign_in(problems_of: Problems) -> None:
    assert problems_of("administrators = []") == [
        "config/prod.toml: administrators: [] is too short; give at least one [[administrators]] table"
    ]


def test_refuses_an_address_that_is_none(problems_of: Problems) -> None:
    table = ADMINISTRATOR.format(username="hong").replace("hong@example.com", "hong")

    assert problems_of(f"[[administrators]]\n{table}") == [
        "config/prod.toml: administrators[0].email: 'hong' will not do; give an e-mail address, e.g. 'kim@example.com'"
    ]


def test_refuses_a_password_that_saml_would_ignore(problems_of: Problems) -> None:
    table = f'[[administrators]]\npassword_secret = "{SECRET}"\n' + ADMINISTRATOR.format(username="hong")

    assert problems_of(table) == [
        f"config/prod.toml: administrators[0].password_secret: '{SECRET}' is of no use; remove it, "
        "because with identity.kind 'saml' the identity provider keeps the passwords"
    ]


def test_refuses_a_person_twice(problems_of: Problems) -> None:
    table = "[[administrators]]\n" + ADMINISTRATOR

    assert problems_of(table.format(username="hong") + table.format(username="Hong")) == [
        "config/prod.toml: administrators[1].username: 'Hong' stands here twice; give each person one table"
    ]


def test_passwords_in_connect_need_a_secret_and_a_short_name(problems_of: Problems) -> None:
    toml = '[identity]\nkind = "connect_managed"\n[[administrators]]\n' + ADMINISTRATOR.format(username="a" * 21)

    assert problems_of(toml, without=("identity.metadata_file",)) == [
        f"config/prod.toml: administrators[0].username: '{'a' * 21}' has 21 characters; "
        "give at most 20 while identity.kind is 'connect_managed'",
        "config/prod.toml: administrators[0].password_secret: missing; give the name of a Secrets Manager secret "
        "that holds the first password, because identity.kind is 'connect_managed'",
    ]


def test_a_password_may_be_named_without_its_account() -> None:
    settings = load_settings("dev", directory=CONFIG)

    assert settings.administrators[0].password_secret == "aicc/dev/admin"


def test_refuses_a_secret_that_is_neither_a_name_nor_an_arn(problems_of: Problems) -> None:
    toml = '[identity]\nkind = "connect_managed"\n[[administrators]]\npassword_secret = "arn:aws:s3:::x"\n'

    problems = problems_of(toml + ADMINISTRATOR.format(username="hong"), without=("identity.metadata_file",))

    assert problems == [
        "config/prod.toml: administrators[0].password_secret: 'arn:aws:s3:::x' will not do; give the name of a Secrets "
        "Manager secret in the environment's account, e.g. 'aicc/dev/admin', or its ARN, "
        "arn:aws:secretsmanager:<region>:<account>:secret:<name>"
    ]
