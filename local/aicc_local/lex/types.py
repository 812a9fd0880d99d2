"""Every CloudFormation type of Lex V2 that there is here."""

from aicc_local.lex.bot import Bot
from aicc_local.lex.bot_alias import BotAlias
from aicc_local.lex.bot_resource_policy import ResourcePolicy
from aicc_local.lex.bot_version import BotVersion
from aicc_local.resource_type import ResourceType

BOT_TYPE = Bot()
BOT_VERSION_TYPE = BotVersion()
BOT_ALIAS_TYPE = BotAlias()
RESOURCE_POLICY_TYPE = ResourcePolicy()

LEX_TYPES: tuple[ResourceType, ...] = (BOT_TYPE, BOT_VERSION_TYPE, BOT_ALIAS_TYPE, RESOURCE_POLICY_TYPE)
"""In the order in which they need each other."""
