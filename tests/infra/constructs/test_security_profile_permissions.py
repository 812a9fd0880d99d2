import re

import pytest

from aicc_constructs.security_profile_permissions import _DOCUMENTED_ONLY, _IN_ADMIN_PROFILE, PERMISSIONS, _expand


def test_braces_are_written_out() -> None:
    assert _expand("A.{X,Y}") == ["A.X", "A.Y"]
    assert _expand("{A,B}.{X,Y}") == ["A.X", "A.Y", "B.X", "B.Y"]
    assert _expand("Plain") == ["Plain"]


def test_every_name_has_the_shape_of_a_permission() -> None:
    assert [name for name in PERMISSIONS if not re.fullmatch(r"[A-Za-z]+(\.[A-Za-z]+){0,3}", name)] == []


def test_no_name_is_written_twice() -> None:
    written = [name for line in (_IN_ADMIN_PROFILE + _DOCUMENTED_ONLY).split() for name in _expand(line)]

    assert len(written) == len(PERMISSIONS)


@pytest.mark.parametrize(
    "name",
    [
        "BasicAgentAccess",
        "AccessMetrics.RealTimeMetrics.Access",
        "ContactTranscripts.Redacted.Access",
        "CallRecordings.Unredacted.DownloadButton",
        "ScreenRecording.Redacted.Access",
        "Users.EditPermission",
        "Queues.EnableAndDisable",
        "TestCases.Execute",
    ],
)
def test_a_permission_of_each_shape_is_there(name: str) -> None:
    assert name in PERMISSIONS
