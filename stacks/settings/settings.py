"""Everything that tells one environment from another, typed and read-only."""

from collections.abc import Callable, Iterator
from typing import Annotated, Literal

from pydantic import Field

from stacks.settings.administrators import Administrators, check_administrators
from stacks.settings.agent_statuses import AgentStatus, check_agent_statuses
from stacks.settings.arns import check_arns
from stacks.settings.bot import Bot, check_bot
from stacks.settings.callbacks import Callbacks, check_callbacks
from stacks.settings.errors import Problem
from stacks.settings.flow_tests import FlowTests, check_flow_tests
from stacks.settings.hours import Hours
from stacks.settings.hours_rules import SPOKEN_HOURS, check_hours
from stacks.settings.identity import Identity
from stacks.settings.instance import Instance, check_instance
from stacks.settings.names import check_names
from stacks.settings.opening_hours_document import check_opening_hours
from stacks.settings.opening_hours_text import opening_hours_text
from stacks.settings.operations import Authentication, Checks, Encryption, Logs, Removal, check_logs
from stacks.settings.origins import check_origins
from stacks.settings.overrides import Override, overrides_of
from stacks.settings.phone_numbers import PhoneNumber, check_phone_numbers
from stacks.settings.public_holidays import Holidays, check_holidays
from stacks.settings.queues import Queue, QuickConnect, check_queues, check_quick_connects
from stacks.settings.routing import RoutingProfile, check_routing_profiles
from stacks.settings.section import Key, Section, Table
from stacks.settings.security_profiles import SecurityProfile, check_security_profiles
from stacks.settings.storage import Storage, check_storage

# The Regions where a Connect instance can be created.
Region = Literal[
    "af-south-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-west-2",
    "us-east-1",
    "us-west-2",
]


class Settings(Section):
    """One environment, e.g. `load_settings("prod").queues["general"].hours == "business"`."""

    environment: Annotated[
        str,
        Field(
            pattern=r"^[a-z][a-z0-9-]{0,19}$",
            description="lower-case letters, digits and hyphens, at most 20, as the name of the file",
        ),
    ]
    account: Annotated[str, Field(pattern=r"^[0-9]{12}$", description="the 12 digits of the AWS account")] | None = None
    account_from_credentials: bool = Field(
        default=False, description="true (deploy to whatever account the credentials are of) or false"
    )
    region: Region = Field(default="ap-northeast-2", description="a Region where Connect exists")
    company_name: str = Field(min_length=1, max_length=60, description="the name that callers hear, 1 to 60 characters")
    name_prefix: str = Field(
        default="aicc",
        pattern=r"^[A-Za-z][A-Za-z0-9-]{0,19}$",
        description="1 to 20 ASCII letters, digits and hyphens, a letter first",
    )
    instance: Instance = Field(description="an [instance] table")
    identity: Identity = Field(description="an [identity] table")
    administrators: Administrators
    holidays: Holidays = Field(description="a [holidays] table")
    hours: Table[Key, Hours] = Field(min_length=1, description="at least one [hours.<key>] table")
    queues: Table[Key, Queue] = Field(description="[queues.<key>] tables")
    routing_profiles: Table[Key, RoutingProfile] = Field(
        min_length=1, description="at least one [routing_profiles.<key>] table"
    )
    security_profiles: Table[Key, SecurityProfile] = Field(description="[security_profiles.<key>] tables")
    agent_statuses: Table[Key, AgentStatus] = Field(
        default={}, validate_default=True, description="[agent_statuses.<key>] tables"
    )
    phone_numbers: Table[Key, PhoneNumber] = Field(
        default={}, validate_default=True, description="[phone_numbers.<key>] tables"
    )
    quick_connects: Table[Key, QuickConnect] = Field(
        default={}, validate_default=True, description="[quick_connects.<key>] tables"
    )
    approved_origins: tuple[str, ...] = Field(
        default=(), description="a list of origins, e.g. ['https://crm.example.com']"
    )
    storage: Storage = Field(description="a [storage] table")
    logs: Logs = Field(description="a [logs] table")
    encryption: Encryption = Field(default_factory=Encryption, description="an [encryption] table")
    removal: Removal = Field(description="a [removal] table")
    authentication: Authentication = Field(default_factory=Authentication, description="an [authentication] table")
    bot: Bot = Field(default_factory=Bot, description="a [bot] table")
    callbacks: Annotated[Callbacks, Field(description="a [callbacks] table")] | None = None
    flow_tests: FlowTests = Field(default="off", description="'off', 'saved' or 'published'")
    checks: Checks = Field(default_factory=Checks, description="a [checks] table")

    def resource_name(self, name: str) -> str:
        """The name as Connect sees it: behind the prefix, e.g. `aicc-General`."""
        return f"{self.name_prefix}-{name}"

    def overrides(self, hours: str) -> tuple[Override, ...]:
        """Every dated exception of `[hours.<hours>]`, holidays included, by date."""
        return overrides_of(self.hours[hours], self.holidays.days)

    @property
    def texts(self) -> dict[str, str]:
        """What `${text.<key>}` stands for in flows."""
        return {
            "company_name": self.company_name,
            "opening_hours": opening_hours_text(self.hours[SPOKEN_HOURS]),
            "callback_offer": "offered" if self.callbacks and self.callbacks.queued else "not_offered",
        }


def check_account(settings: Settings) -> Iterator[Problem]:
    """An environment names its account, or says that any will do."""
    if settings.account is None and not settings.account_from_credentials:
        yield Problem(path=("account",), message="missing; give the 12 digits of the AWS account")
    if settings.account is not None and settings.account_from_credentials:
        yield Problem(
            path=("account_from_credentials",),
            message=f"true contradicts account = '{settings.account}'; remove one of the two",
        )


Rule = Callable[[Settings], Iterator[Problem]]

# Each rule with the tables that it reads: it is skipped while one of them cannot be read.
RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (check_account, ("account", "account_from_credentials")),
    (check_arns, ("account", "region", "instance", "phone_numbers", "administrators", "encryption")),
    (check_instance, ("instance",)),
    (check_administrators, ("identity", "administrators")),
    (check_holidays, ("holidays",)),
    (check_hours, ("holidays", "hours")),
    (check_opening_hours, ("holidays", "hours")),
    (check_queues, ("queues", "hours", "phone_numbers", "quick_connects")),
    (check_quick_connects, ("quick_connects", "queues")),
    (check_routing_profiles, ("routing_profiles", "queues")),
    (check_security_profiles, ("security_profiles",)),
    (check_agent_statuses, ("agent_statuses",)),
    (check_phone_numbers, ("phone_numbers",)),
    (check_origins, ("approved_origins",)),
    (check_storage, ("storage",)),
    (check_logs, ("logs",)),
    (check_bot, ("bot",)),
    (check_callbacks, ("callbacks", "queues", "hours")),
    (check_flow_tests, ("flow_tests", "hours", "queues")),
    (
        check_names,
        (
            "name_prefix",
            "hours",
            "queues",
            "routing_profiles",
            "security_profiles",
            "quick_connects",
            "agent_statuses",
        ),
    ),
)
