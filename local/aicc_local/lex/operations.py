"""Every operation of Lex V2 that there is here, of the models API and of the runtime: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.local_aws import LocalAws

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]

# Performed while the store is locked.
LEX_OPERATIONS: dict[str, Operation] = {}

# These wait for functions, so they lock the store themselves, and never while a function runs.
LEX_RUNTIME_OPERATIONS: dict[str, Operation] = {}
