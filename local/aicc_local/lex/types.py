"""Every CloudFormation type of Lex V2 that there is here."""

from aicc_local.resource_type import ResourceType

LEX_TYPES: tuple[ResourceType, ...] = ()
