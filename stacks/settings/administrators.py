"""The people who can sign in before anyone has been invited."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from stacks.settings.arns import SecretReference
from stacks.settings.errors import Problem, show
from stacks.settings.section import Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# CreateUser: 64 characters with SAML, 20 without; an @ only as part of an e-mail address.
_SAML_LENGTH = 64
_MANAGED_LENGTH = 20


class Administrator(Section):
    username: str = Field(
        min_length=1,
        max_length=_SAML_LENGTH,
        pattern=r"^[a-zA-Z0-9_\-.]+(@[a-zA-Z0-9\-]+(\.[a-zA-Z0-9\-]+)+)?$",
        description="letters, digits and _ - . (an @ only in a whole e-mail address), at most 64",
    )
    first_name: str = Field(min_length=1, max_length=255, description="1 to 255 characters")
    last_name: str = Field(min_length=1, max_length=256, description="1 to 256 characters")
    email: str = Field(
        max_length=265,
        pattern=r"^[a-zA-Z0-9._%+\-]+@[a-zA-Z0-9.\-]+\.[a-zA-Z]{2,63}$",
        description="an e-mail address, e.g. 'kim@example.com'",
    )
    password_secret: SecretReference | None = None


Administrators = Annotated[
    tuple[Administrator, ...], Field(min_length=1, description="at least one [[administrators]] table")
]


def check_administrators(settings: "Settings") -> Iterator[Problem]:
    """A password if and only if Connect keeps passwords; no user name twice."""
    seen: set[str] = set()
    managed = settings.identity.kind == "connect_managed"
    for index, administrator in enumerate(settings.administrators):
        path = ("administrators", index)
        username = administrator.username
        if username.casefold() in seen:
            yield Problem(
                path=(*path, "username"), message=f"{show(username)} stands here twice; give each person one table"
            )
        seen.add(username.casefold())
        if managed and len(username) > _MANAGED_LENGTH:
            yield Problem(
                path=(*path, "username"),
                message=f"{show(username)} has {len(username)} characters; "
                f"give at most {_MANAGED_LENGTH} while identity.kind is 'connect_managed'",
            )
        if managed and administrator.password_secret is None:
            yield Problem(
                path=(*path, "password_secret"),
                message="missing; give the name of a Secrets Manager secret that holds the first password, "
                "because identity.kind is 'connect_managed'",
            )
        if not managed and administrator.password_secret is not None:
            yield Problem(
                path=(*path, "password_secret"),
                message=f"{show(administrator.password_secret)} is of no use; remove it, "
                "because with identity.kind 'saml' the identity provider keeps the passwords",
            )
