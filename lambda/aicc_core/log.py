"""Logs are a name plus fields, one JSON object a line, masked as the last step before they are written."""

import json
from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools import Logger

from aicc_core.masking import mask


def make_logger(service: str) -> Logger:
    """Return the logger of the function `service`; `POWERTOOLS_LOG_LEVEL` sets its level, INFO by default.

    Masking sits in the serializer because everything passes there: message, extra fields, exception texts and keys
    that were appended earlier. A filter or a formatter for messages would miss some of them.
    """
    # Powertools would print each stack trace twice; the text of it is enough. Times in UTC compare across functions.
    return Logger(service=service, serialize_stacktrace=False, utc=True, use_rfc3339=True, json_serializer=_serialize)


def _serialize(record: Mapping[str, Any]) -> str:
    return json.dumps(_masked(record), ensure_ascii=False, separators=(",", ":"))


def _masked(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        text = str(value)
        # A number may be a telephone number or a birth date that lost its quotes on the way.
        return value if mask(text) == text else mask(text)
    if isinstance(value, Mapping):
        return {mask(str(key)): _masked(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_masked(each) for each in value]
    return mask(str(value))
