"""Every operation of Lex V2 that there is here, of the models API and of the runtime: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.lex.alias_operations import ALIAS_OPERATIONS
from aicc_local.lex.bot_operations import BOT_OPERATIONS
from aicc_local.lex.definition_operations import DEFINITION_OPERATIONS
from aicc_local.lex.locale_operations import LOCALE_OPERATIONS
from aicc_local.lex.policy_operations import POLICY_OPERATIONS
from aicc_local.lex.runtime_operations import RUNTIME_OPERATIONS
from aicc_local.local_aws import LocalAws

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]

# Performed while the store is locked.
LEX_OPERATIONS: dict[str, Operation] = {
    **ALIAS_OPERATIONS,
    **BOT_OPERATIONS,
    **DEFINITION_OPERATIONS,
    **LOCALE_OPERATIONS,
    **POLICY_OPERATIONS,
}

# These wait for functions, so they lock the store themselves, and never while a function runs.
LEX_RUNTIME_OPERATIONS: dict[str, Operation] = RUNTIME_OPERATIONS
