"""Queues, quick connects and numbers: what they name must exist, and names must be free."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings

Problems = Callable[..., list[str]]

UUID = "12345678-1234-1234-1234-123456789012"
NUMBER = f"arn:aws:connect:ap-northeast-2:000000000000:phone-number/{UUID}"
NAME_RULE = (
    "give 1 to 127 ASCII letters, digits, spaces or . , - _ / # : $ @ | & { } + ? % "
    "(CloudWatch drops the metrics of other names; Korean goes into description)"
)


def test_a_queue_takes_what_it_is_given(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with(
        f"""
        [queues.vip]
        name = "VIP"
        description = "우수 고객"
        hours = "main"
        max_contacts = 17
        outbound_number = "main"
        outbound_caller_name = "예시"
        quick_connects = ["billing"]
        [phone_numbers.main]
        source = "import"
        arn = "{NUMBER}"
        """
    )

    assert settings.queues["vip"].model_dump() == {
        "name": "VIP",
        "description": "우수 고객",
        "hours": "main",
        "max_contacts": 17,
        "outbound_number": "main",
        "outbound_caller_name": "예시",
        "quick_connects": ("billing",),
    }
    assert settings.phone_numbers["main"].model_dump() == {
        "source": "import",
        "arn": NUMBER,
        "country_code": "KR",
        "type": "DID",
        "description": None,
        "flow": "inbound",
    }
    assert settings.quick_connects["billing"].flow == "queue_transfer"


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        (
            '[queues.general]\nhours = "busines"',
            "queues.general.hours: 'busines' is not one of business, main; name one of [hours.*]",
        ),
        (
            '[queues.general]\noutbound_number = "main"',
            "queues.general.outbound_number: 'main' does not exist; add [phone_numbers.main]",
        ),
        (
            '[queues.general]\nquick_connects = ["billing", "genral"]',
            "queues.general.quick_connects[1]: 'genral' is not one of billing, general, orders; "
            "name one of [quick_connects.*]",
        ),
        (
            '[queues.general]\nquick_connects = ["billing", "billing"]',
            "queues.general.quick_connects[1]: 'billing' stands here twice; name it once",
        ),
        (
            "[queues.general]\nmax_contacts = 0",
            "queues.general.max_contacts: 0 is out of range; give a whole number from 1, or nothing for no limit",
        ),
        (
            '[quick_connects.general]\nqueue = "sales"',
            "quick_connects.general.queue: 'sales' is not one of billing, general, orders; name one of [queues.*]",
        ),
        ('[queues.general]\nname = "일반"', f"queues.general.name: '일반' will not do; {NAME_RULE}"),
        ('[queues.general]\nname = "A*B"', f"queues.general.name: 'A*B' will not do; {NAME_RULE}"),
        ('[queues.general]\nname = ""', f"queues.general.name: '' is too short; {NAME_RULE}"),
        (
            '[queues.general]\nname = "orders"',
            "queues.orders.name: 'Orders' is already the name of queues.general; "
            "give each its own name (case does not count)",
        ),
        (
            f'[queues.general]\nname = "{"a" * 123}"',
            f"queues.general.name: '{'a' * 116}... makes 128 characters behind the prefix 'aicc'; shorten it to 122",
        ),
        (
            '[phone_numbers.main]\nsource = "import"',
            "phone_numbers.main.arn: missing; give the ARN of the number to import",
        ),
        (
            f'[phone_numbers.main]\nsource = "claim"\narn = "{NUMBER}"',
            f"phone_numbers.main.arn: '{NUMBER}' exists already; remove it, or set source to 'import'",
        ),
        (
            f'[phone_numbers.main]\nsource = "import"\narn = "{NUMBER}"\n'
            f'[phone_numbers.other]\nsource = "import"\narn = "{NUMBER}"',
            f"phone_numbers.other.arn: '{NUMBER}' is phone_numbers.main already; remove one",
        ),
        (
            '[phone_numbers.main]\nsource = "buy"',
            "phone_numbers.main.source: 'buy' is not one of 'import', 'claim'; choose one of them",
        ),
        (
            '[phone_numbers.main]\nsource = "claim"\ncountry_code = "kr"',
            "phone_numbers.main.country_code: 'kr' will not do; give two capitals, e.g. 'KR'",
        ),
    ],
)
def test_refuses_what_leads_nowhere(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(toml) == [f"config/{'common' if line.startswith('queues.orders') else 'prod'}.toml: {line}"]


@pytest.mark.parametrize("queue", ["general", "orders", "billing"])
def test_flows_need_their_queues(problems_of: Problems, queue: str) -> None:
    lines = problems_of(without=(f"queues.{queue}",))

    assert f"config/common.toml: queues.{queue}: missing; the flows send callers there: add the table" in lines


def test_the_same_name_may_serve_different_kinds(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with('[routing_profiles.agent]\nname = "General"')

    assert settings.routing_profiles["agent"].name == settings.queues["general"].name


def test_every_displayable_character_is_allowed(settings_with: Callable[..., Settings]) -> None:
    name = "A z0.,-_/#:$@|&{}+?%"

    assert settings_with(f'[queues.general]\nname = "{name}"').queues["general"].name == name
