"""Each kind of slip has one line: file, key, value, cure."""

from collections.abc import Callable

import pytest

Problems = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ('[instance]\naliass = "x"', "instance.aliass: unknown key; did you mean 'alias'?"),
        (
            "[removal]\ncolour = true",
            "removal.colour: unknown key; known are retain, termination_protection",
        ),
        ("company = 1", "company: unknown key; did you mean 'company_name'?"),
        ("[hours.business]\nopens = []", "hours.business.opens: unknown key; did you mean 'open'?"),
        (
            "company_name = 1",
            "company_name: 1 is not text in quotes; give the name that callers hear, 1 to 60 characters",
        ),
        ('company_name = ""', "company_name: '' is too short; give the name that callers hear, 1 to 60 characters"),
        ('[authentication]\nmax_misses = "5"', "authentication.max_misses: '5' is not a whole number; give 1 to 10"),
        ("[authentication]\nmax_misses = true", "authentication.max_misses: true is not a whole number; give 1 to 10"),
        ("[authentication]\nmax_misses = 0", "authentication.max_misses: 0 is out of range; give 1 to 10"),
        ("[authentication]\nlock_minutes = 1441", "authentication.lock_minutes: 1441 is out of range; give 1 to 1440"),
        (
            "[authentication]\nlock_minutes = 1.5",
            "authentication.lock_minutes: 1.5 is not a whole number; give 1 to 1440",
        ),
        ("[checks]\nnist_800_53_r5 = 1", "checks.nist_800_53_r5: 1 is not true or false; give true or false"),
        ("[encryption]\nrotation_days = 30", "encryption.rotation_days: 30 is out of range; give 90 to 2560"),
        (
            '[identity]\nkind = "ldap"',
            "identity.kind: 'ldap' is not one of 'saml', 'connect_managed'; choose one of them",
        ),
        ("storage = 3", "storage: 3 is not a table; give a [storage] table"),
        ("queues = []", "queues: [] is not a table; give [queues.<key>] tables"),
        (
            "[holidays]\nyears = 2026",
            "holidays.years: 2026 is not a list; give at least one year, e.g. [2026, 2027]",
        ),
        ("[holidays]\nyears = []", "holidays.years: [] is too short; give at least one year, e.g. [2026, 2027]"),
        (
            "[holidays]\nyears = [2026, 1999]",
            "holidays.years[1]: 1999 is out of range; give a year from 2024 to 2050, e.g. 2027",
        ),
        (
            "[holidays]\nremove = ['2027-05-01']",
            "holidays.remove[0]: '2027-05-01' is not a date; give a date without quotes, e.g. 2027-05-01",
        ),
        (
            "[holidays]\nremove = [2027-05-01T00:00:00]",
            "holidays.remove[0]: 2027-05-01 00:00:00 is not a date; give a date without quotes, e.g. 2027-05-01",
        ),
        (
            '[hours.Main]\nname = "x"',
            "hours.Main: 'Main' will not do; give lower-case letters, digits and _, a letter first",
        ),
        ('account = "123"', "account: '123' will not do; give the 12 digits of the AWS account"),
        (
            'account = "１２３４５６７８９０１２"',
            "account: '１２３４５６７８９０１２' will not do; give the 12 digits of the AWS account",
        ),
        (
            "account = 123456789012",
            "account: 123456789012 is not text in quotes; give the 12 digits of the AWS account",
        ),
        (
            'region = "ap-northeast-3"',
            "region: 'ap-northeast-3' is not one of 'af-south-1', 'ap-northeast-1', 'ap-northeast-2', "
            "'ap-southeast-1', 'ap-southeast-2', 'ca-central-1', 'eu-central-1', 'eu-west-2', 'us-east-1', "
            "'us-west-2'; choose one of them",
        ),
        (
            'name_prefix = "센터"',
            "name_prefix: '센터' will not do; give 1 to 20 ASCII letters, digits and hyphens, a letter first",
        ),
    ],
)
def test_says_what_is_wrong_and_what_to_write(problems_of: Problems, toml: str, line: str) -> None:
    assert f"config/prod.toml: {line}" in problems_of(toml)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("account", "config/prod.toml: account: missing; give the 12 digits of the AWS account"),
        (
            "company_name",
            "config/prod.toml: company_name: missing; give the name that callers hear, 1 to 60 characters",
        ),
        ("storage", "config/prod.toml: storage: missing; give a [storage] table"),
        (
            "storage.recordings_days",
            "config/common.toml: storage.recordings_days: missing; give a number of days from 1 to 36500",
        ),
        (
            "queues.orders.hours",
            "config/common.toml: queues.orders.hours: missing; give the key of one of [hours.*]",
        ),
        (
            "logs.retention_days",
            "config/prod.toml: logs.retention_days: missing; give a number of days that CloudWatch Logs accepts",
        ),
        ("administrators", "config/prod.toml: administrators: missing; give at least one [[administrators]] table"),
    ],
)
def test_says_what_is_missing_and_where_it_belongs(problems_of: Problems, key: str, line: str) -> None:
    assert problems_of(without=(key,)) == [line]


@pytest.mark.parametrize(
    ("days", "near"), [(0, "1"), (2, "1 or 3"), (364, "180 or 365"), (732, "731 or 1096"), (3654, "3653")]
)
def test_takes_only_periods_that_cloudwatch_logs_takes(problems_of: Problems, days: int, near: str) -> None:
    assert problems_of(f"[logs]\nretention_days = {days}") == [
        f"config/prod.toml: logs.retention_days: {days} is no period of CloudWatch Logs; give {near}"
    ]


def test_reports_everything_at_once(problems_of: Problems) -> None:
    toml = """
    company_name = 3
    [queues.general]
    hours = "busines"
    [instance]
    aliass = "x"
    [storage]
    archive_after_days = 90
    """

    assert problems_of(toml) == [
        "config/prod.toml: company_name: 3 is not text in quotes; give the name that callers hear, 1 to 60 characters",
        "config/prod.toml: instance.aliass: unknown key; did you mean 'alias'?",
        "config/prod.toml: queues.general.hours: 'busines' is not one of business, main; name one of [hours.*]",
        "config/prod.toml: storage.archive_after_days: 90 is not before storage.screen_recordings_days = 90; "
        "give less than 90, or remove it to archive nothing",
    ]


def test_a_long_value_is_shortened(problems_of: Problems) -> None:
    (line,) = problems_of(f'company_name = "{"가" * 200}"')

    assert line == (
        f"config/prod.toml: company_name: '{'가' * 116}... is too long; "
        "give the name that callers hear, 1 to 60 characters"
    )


def test_strange_keys_stay_on_one_line(problems_of: Problems) -> None:
    (line,) = problems_of('[queues."two\\nlines"]\nname = "A"\ndescription = "a"\nhours = "business"')

    assert line == (
        r"config/prod.toml: queues.'two\nlines': 'two\nlines' will not do; "
        "give lower-case letters, digits and _, a letter first"
    )
