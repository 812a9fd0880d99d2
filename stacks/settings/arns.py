"""ARNs of things that exist already: each must belong to the environment's own account and Region."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from stacks.settings.errors import Path, Problem, show

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

InstanceArn = Annotated[
    str,
    Field(
        pattern=rf"^arn:aws:connect:[a-z0-9-]+:[0-9]{{12}}:instance/{_UUID}$",
        description="the ARN of a Connect instance, arn:aws:connect:<region>:<account>:instance/<uuid>",
    ),
]
PhoneNumberArn = Annotated[
    str,
    Field(
        pattern=rf"^arn:aws:connect:[a-z0-9-]+:[0-9]{{12}}:phone-number/{_UUID}$",
        description="the ARN of a phone number, arn:aws:connect:<region>:<account>:phone-number/<uuid>",
    ),
]
SecretReference = Annotated[
    str,
    Field(
        pattern=r"^(arn:aws:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:)?[A-Za-z0-9/_+=.@-]{1,512}$",
        description="the name of a Secrets Manager secret in the environment's account, e.g. 'aicc/dev/admin', "
        "or its ARN, arn:aws:secretsmanager:<region>:<account>:secret:<name>",
    ),
]
KeyArn = Annotated[
    str,
    Field(
        pattern=rf"^arn:aws:kms:[a-z0-9-]+:[0-9]{{12}}:key/(mrk-[0-9a-f]{{32}}|{_UUID})$",
        description="the ARN of a KMS key (not of an alias), arn:aws:kms:<region>:<account>:key/<key id>",
    ),
]


def check_arns(settings: "Settings") -> Iterator[Problem]:
    """No ARN points into another account or Region: Connect would refuse it at deploy."""
    for path, arn in _arns(settings):
        _, _, _, region, account, _ = arn.split(":", 5)
        if region != settings.region:
            yield Problem(
                path=path, message=f"{show(arn)} is in {region}; give one in the settings' region {settings.region}"
            )
        if settings.account and account != settings.account:
            yield Problem(
                path=path,
                message=f"{show(arn)} belongs to account {account}; "
                f"give one in the settings' account {settings.account}",
            )


def _arns(settings: "Settings") -> Iterator[tuple[Path, str]]:
    if settings.instance.arn:
        yield ("instance", "arn"), settings.instance.arn
    for key, number in settings.phone_numbers.items():
        if number.arn:
            yield ("phone_numbers", key, "arn"), number.arn
    for index, administrator in enumerate(settings.administrators):
        if administrator.password_secret and administrator.password_secret.startswith("arn:"):
            yield ("administrators", index, "password_secret"), administrator.password_secret
    for data, arn in settings.encryption.key_arns.items():
        yield ("encryption", "key_arns", data), arn
