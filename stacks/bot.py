"""The bot that callers and chats talk to first."""

from constructs import Construct

from aicc_constructs import ExistingInstance, LexKoreanBot
from aicc_constructs.placeholder_values import Placeable
from stacks.data_keys import DataKeys
from stacks.functions import Functions
from stacks.log_retention import BY_DAYS, log_retention
from stacks.removal import removal_policy
from stacks.settings import Settings


class Bot(Construct):
    """The bot of one environment, with its permission on the function behind it.

    Attributes:
        customer_service: Finds out what is wanted, and answers what it can.
        values: What `${bot.<name>}` stands for in flows.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        keys: DataKeys,
        functions: Functions,
        instance: ExistingInstance,
    ) -> None:
        super().__init__(scope, construct_id)
        self.customer_service = LexKoreanBot(
            self,
            "CustomerService",
            code_hook=functions.fulfill_intent,
            instance=instance,
            name_prefix=settings.resource_name(""),
            live_version=settings.bot.live_version,
            keep_versions=settings.bot.keep_versions,
            code=functions.code,
            layer=functions.layer,
            log_key=keys.logs,
            log_retention=log_retention(settings),
            conversation_log_retention=BY_DAYS[settings.bot.conversation_log_days],
            log_removal_policy=removal_policy(settings),
        )
        self.values: dict[str, Placeable] = {"bot.customer_service": self.customer_service}
