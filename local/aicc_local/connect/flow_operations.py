"""The API operations on flows and modules: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.local_aws import LocalAws

FLOW_OPERATIONS: dict[str, Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]] = {}
