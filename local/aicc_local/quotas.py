"""Quotas that were raised or lowered: `AICC_LOCAL_QUOTAS='{"Queues per instance": 200}'`."""

import json
import os
from collections.abc import Mapping

VARIABLE = "AICC_LOCAL_QUOTAS"


def quotas_of_environment() -> Mapping[str, int]:
    """Limits by the quota's name, as the environment variable has them.

    Raises:
        ValueError: The variable is no JSON object of whole numbers.
    """
    text = os.environ.get(VARIABLE, "{}")
    try:
        quotas = json.loads(text)
    except ValueError as error:
        raise ValueError(f"{VARIABLE}: {text!r} is not JSON") from error
    if not isinstance(quotas, dict) or not all(type(limit) is int for limit in quotas.values()):
        raise ValueError(f'{VARIABLE}: {text!r} must be such as {{"Queues per instance": 200}}')
    return quotas
