"""Who may embed the workspace, and how long data are kept."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings

Problems = Callable[..., list[str]]

NO_ADDRESS = "is no web address; give https:// and a host, e.g. 'https://crm.example.com'"
LONG = "https://" + "a" * 260


def test_takes_a_host_with_or_without_a_port(settings_with: Callable[..., Settings]) -> None:
    origins = ("https://crm.example.com", "https://crm.example.com:8443")

    assert settings_with(f"approved_origins = {list(origins)}").approved_origins == origins


@pytest.mark.parametrize(
    ("origin", "faults"),
    [
        (
            "http://crm.example.com",
            ["does not begin with https://; anyone on the way could change the page: serve it with https"],
        ),
        (
            "crm.example.com",
            ["does not begin with https://; anyone on the way could change the page: serve it with https"],
        ),
        ("*", ["does not begin with https://; anyone on the way could change the page: serve it with https"]),
        ("https://", [NO_ADDRESS]),
        ("https://[", [NO_ADDRESS]),
        ("https://crm.example.com:port", [NO_ADDRESS]),
        ("https://나의.example.com", [NO_ADDRESS]),
        ("https://user@example.com", [NO_ADDRESS]),
        ("https://crm.example.com/", ["is more than an origin; end it after the host, without a slash"]),
        ("https://crm.example.com/a?b#c", ["is more than an origin; end it after the host, without a slash"]),
        ("https://*.example.com", ["would let in sites that are not yours; name each host"]),
        (
            "https://localhost:3000",
            ["is whatever runs on the agent's own machine; name the host that serves the page"],
        ),
        ("https://127.0.0.1", ["is whatever runs on the agent's own machine; name the host that serves the page"]),
        (
            "https://*.localhost/x",
            [
                "is more than an origin; end it after the host, without a slash",
                "would let in sites that are not yours; name each host",
                "is whatever runs on the agent's own machine; name the host that serves the page",
            ],
        ),
    ],
)
def test_refuses_origins_that_are_unsafe(problems_of: Problems, origin: str, faults: list[str]) -> None:
    assert problems_of(f'approved_origins = ["{origin}"]') == [
        f"config/prod.toml: approved_origins[0]: '{origin}' {fault}" for fault in faults
    ]


def test_refuses_an_origin_that_is_too_long_for_connect(problems_of: Problems) -> None:
    (line,) = problems_of(f'approved_origins = ["{LONG}"]')

    assert line.endswith("... has 268 characters; give at most 267")


def test_refuses_an_origin_twice(problems_of: Problems) -> None:
    assert problems_of('approved_origins = ["https://a.example.com", "https://a.example.com"]') == [
        "config/prod.toml: approved_origins[1]: 'https://a.example.com' stands here twice; name it once"
    ]


def test_every_retention_is_its_own(settings_with: Callable[..., Settings]) -> None:
    keys = ("recordings", "transcripts", "reports", "attachments", "evaluations", "screen_recordings", "access_logs")
    days = {f"{key}_days": 101 + position for position, key in enumerate(keys)}
    toml = "\n".join(f"{key} = {value}" for key, value in days.items())

    storage = settings_with(
        f'[storage]\n{toml}\narchive_after_days = 100\ncontact_records = "firehose"\nagent_events = "kinesis"'
    ).storage

    assert storage.model_dump() == {
        **days,
        "archive_after_days": 100,
        "contact_records": "firehose",
        "agent_events": "kinesis",
    }


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        (
            "archive_after_days = 90",
            "archive_after_days: 90 is not before storage.screen_recordings_days = 90; "
            "give less than 90, or remove it to archive nothing",
        ),
        (
            "archive_after_days = 0",
            "archive_after_days: 0 is out of range; give a number of days, or nothing to keep everything at hand",
        ),
        ("reports_days = 0", "reports_days: 0 is out of range; give a number of days from 1 to 36500"),
        (
            'contact_records = "s3"',
            "contact_records: 's3' is not one of 'none', 'kinesis', 'firehose'; choose one of them",
        ),
        ('agent_events = "firehose"', "agent_events: 'firehose' is not one of 'none', 'kinesis'; choose one of them"),
    ],
)
def test_refuses_storage_that_makes_no_sense(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(f"[storage]\n{toml}") == [f"config/prod.toml: storage.{line}"]
