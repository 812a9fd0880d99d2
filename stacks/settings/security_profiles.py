"""Security profiles: what the people of the centre may see and do in Connect."""

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from aicc_constructs.security_profile_permissions import PERMISSIONS
from stacks.settings.errors import Problem, show
from stacks.settings.section import Description, Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

ADMIN = "admin"
# AWS warns that whoever may create or edit users can take over the administrator's account.
_ADMIN_ONLY = ("Users.", "SecurityProfiles.")


class SecurityProfile(Section):
    # The registry's schema is narrower here than for other names, and narrower than what CloudWatch can display.
    name: str = Field(
        min_length=1,
        max_length=127,
        pattern=r"^[ a-zA-Z0-9_@-]+$",
        description="1 to 127 ASCII letters, digits, spaces or _ @ -",
    )
    description: Description
    permissions: tuple[Annotated[str, Field(min_length=1, description="a permission, e.g. 'Queues.View'")], ...] = (
        Field(min_length=1, max_length=500, description="1 to 500 permission names, e.g. ['BasicAgentAccess']")
    )


def check_security_profiles(settings: "Settings") -> Iterator[Problem]:
    """Permissions exist, stand once, and nobody but administrators can change who may do what."""
    for key, profile in settings.security_profiles.items():
        for index, permission in enumerate(profile.permissions):
            path = ("security_profiles", key, "permissions", index)
            if permission not in PERMISSIONS:
                yield Problem(
                    path=path, message=f"{show(permission)} is no permission of Connect; {_nearest(permission)}"
                )
            if permission in profile.permissions[:index]:
                yield Problem(path=path, message=f"{show(permission)} stands here twice; name it once")
            if key != ADMIN and permission.startswith(_ADMIN_ONLY) and not permission.endswith(".View"):
                yield Problem(
                    path=path,
                    message=f"{show(permission)} makes its holder an administrator; "
                    f"remove it, only security_profiles.{ADMIN} may have it",
                )
    if ADMIN not in settings.security_profiles:
        yield Problem(path=("security_profiles", ADMIN), message="missing; [[administrators]] get it: add the table")


def _nearest(permission: str) -> str:
    near = difflib.get_close_matches(permission, sorted(PERMISSIONS), n=1, cutoff=0.6)
    return (
        f"did you mean '{near[0]}'?"
        if near
        else "see aicc_constructs/security_profile_permissions.py for all there are"
    )
