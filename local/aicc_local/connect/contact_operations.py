"""The API operations on contacts: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.local_aws import LocalAws

CONTACT_OPERATIONS: dict[str, Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]] = {}
