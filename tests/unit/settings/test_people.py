"""Routing profiles, security profiles and agent statuses."""

from collections.abc import Callable

import pytest

from aicc_constructs.security_profile_permissions import PERMISSIONS
from stacks.settings import Settings

Problems = Callable[..., list[str]]


def test_channels_in_use_have_connects_names(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with("[routing_profiles.agent.channels]\nvoice = 1\nchat = 5\ntask = 7\nemail = 0")

    assert settings.routing_profiles["agent"].channels.capacity == {"VOICE": 1, "CHAT": 5, "TASK": 7}


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        (
            '[routing_profiles.agent]\ndefault_outbound_queue = "sales"',
            "routing_profiles.agent.default_outbound_queue: 'sales' is not one of billing, general, orders; "
            "name one of [queues.*]",
        ),
        (
            '[[routing_profiles.agent.queues]]\nqueue = "sales"\nchannels = ["VOICE"]\npriority = 1',
            "routing_profiles.agent.queues[0].queue: 'sales' is not one of billing, general, orders; "
            "name one of [queues.*]",
        ),
        (
            '[[routing_profiles.agent.queues]]\nqueue = "general"\nchannels = ["VOICE", "EMAIL"]\npriority = 1',
            "routing_profiles.agent.queues[0].channels[1]: 'EMAIL' has no capacity; "
            "set routing_profiles.agent.channels.email to at least 1 or leave it out here",
        ),
        (
            '[[routing_profiles.agent.queues]]\nqueue = "general"\nchannels = ["VOICE", "CHAT", "VOICE"]\npriority = 1',
            "routing_profiles.agent.queues[0].channels[2]: 'VOICE' of queue 'general' stands twice; name it once",
        ),
        (
            "[routing_profiles.agent.channels]\nvoice = 2",
            "routing_profiles.agent.channels.voice: 2 is out of range; give 0 or 1: nobody takes two calls at once",
        ),
        (
            "[routing_profiles.agent.channels]\nchat = 11",
            "routing_profiles.agent.channels.chat: 11 is out of range; give 0 to 10",
        ),
        (
            '[[routing_profiles.agent.queues]]\nqueue = "general"\nchannels = ["VOICE"]\npriority = 100',
            "routing_profiles.agent.queues[0].priority: 100 is out of range; give 1 (first) to 99",
        ),
        (
            '[[routing_profiles.agent.queues]]\nqueue = "general"\nchannels = ["FAX"]\npriority = 1',
            "routing_profiles.agent.queues[0].channels[0]: 'FAX' is not one of 'VOICE', 'CHAT', 'TASK', 'EMAIL'; "
            "choose one of them",
        ),
        (
            '[[routing_profiles.agent.queues]]\nqueue = "general"\nchannels = ["VOICE"]\npriority = 1\n'
            "delay_seconds = 10000",
            "routing_profiles.agent.queues[0].delay_seconds: 10000 is out of range; give 0 to 9999",
        ),
        (
            "[routing_profiles.agent]\nqueues = []",
            "routing_profiles.agent.queues: [] is too short; give at least one [[routing_profiles.<key>.queues]] table",
        ),
    ],
)
def test_refuses_routing_that_connect_refuses(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(toml) == [f"config/prod.toml: {line}"]


def test_an_agent_without_channels_serves_nobody(problems_of: Problems) -> None:
    lines = problems_of("[routing_profiles.agent.channels]\nvoice = 0\nchat = 0\ntask = 0")

    assert lines[0] == (
        "config/prod.toml: routing_profiles.agent.channels: has no capacity at all; "
        "give voice, chat, task or email at least 1"
    )


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        (
            '[security_profiles.agent]\npermissions = ["BasicAgentAcces"]',
            "security_profiles.agent.permissions[0]: 'BasicAgentAcces' is no permission of Connect; "
            "did you mean 'BasicAgentAccess'?",
        ),
        (
            '[security_profiles.agent]\npermissions = ["전체"]',
            "security_profiles.agent.permissions[0]: '전체' is no permission of Connect; "
            "see aicc_constructs/security_profile_permissions.py for all there are",
        ),
        (
            '[security_profiles.agent]\npermissions = ["Queues.View", "Queues.View"]',
            "security_profiles.agent.permissions[1]: 'Queues.View' stands here twice; name it once",
        ),
        (
            '[security_profiles.supervisor]\npermissions = ["Users.Create"]',
            "security_profiles.supervisor.permissions[0]: 'Users.Create' makes its holder an administrator; "
            "remove it, only security_profiles.admin may have it",
        ),
        (
            '[security_profiles.supervisor]\npermissions = ["SecurityProfiles.Edit"]',
            "security_profiles.supervisor.permissions[0]: 'SecurityProfiles.Edit' makes its holder an administrator; "
            "remove it, only security_profiles.admin may have it",
        ),
        (
            "[security_profiles.agent]\npermissions = []",
            "security_profiles.agent.permissions: [] is too short; "
            "give 1 to 500 permission names, e.g. ['BasicAgentAccess']",
        ),
        (
            '[security_profiles.agent]\nname = "Agent/1"',
            "security_profiles.agent.name: 'Agent/1' will not do; give 1 to 127 ASCII letters, digits, spaces or _ @ -",
        ),
        (
            '[agent_statuses.lunch]\nname = "Offline"',
            "agent_statuses.lunch.name: 'Offline' is a status of Connect's own; give another name",
        ),
        (
            "[agent_statuses.break]\nname = 'x'\ndescription = 'x'\ndisplay_order = 2",
            "agent_statuses.break.display_order: 2 is already the place of agent_statuses.lunch; give each its own",
        ),
        (
            "[agent_statuses.lunch]\ndisplay_order = 51",
            "agent_statuses.lunch.display_order: 51 is out of range; "
            "give a whole number from 1 (top of the list) to 50",
        ),
        (
            '[agent_statuses.lunch]\nstate = "OFF"',
            "agent_statuses.lunch.state: 'OFF' is not one of 'ENABLED', 'DISABLED'; choose one of them",
        ),
    ],
)
def test_refuses_profiles_and_statuses_that_connect_refuses(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(toml) == [f"config/prod.toml: {line}"]


def test_administrators_need_their_profile(problems_of: Problems) -> None:
    assert problems_of(without=("security_profiles.admin",)) == [
        "config/common.toml: security_profiles.admin: missing; [[administrators]] get it: add the table"
    ]


def test_seeing_users_makes_nobody_an_administrator(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with('[security_profiles.agent]\npermissions = ["Users.View"]')

    assert settings.security_profiles["agent"].permissions == ("Users.View",)


@pytest.mark.parametrize("permission", ["Users.Create", "QConnectAIPrompts.Edit", "AccessMetrics.Dashboards.Access"])
def test_the_permission_list_is_expanded(permission: str) -> None:
    assert permission in PERMISSIONS


def test_no_permission_holds_a_brace_or_a_space() -> None:
    assert not [name for name in PERMISSIONS if not name.replace(".", "").isalnum()]


def test_agents_may_read_their_statuses_in_korean(settings_with: Callable[..., Settings]) -> None:
    statuses = settings_with('[agent_statuses.training]\nname = "교육"\ndescription = "코칭"\ndisplay_order = 3')

    assert [status.name for status in statuses.agent_statuses.values()] == ["휴식", "점심", "교육"]
