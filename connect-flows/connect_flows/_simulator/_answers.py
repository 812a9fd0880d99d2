"""What Amazon Connect takes as the answer of a function: an object of at most 32 KB, by default of texts alone."""

import json
from collections.abc import Mapping
from typing import Any

LARGEST_ANSWER = 32 * 1024
"""Bytes of UTF-8."""

FUNCTION_ERROR = "The Lambda Function Returned An Error."


def read_answer(payload: Any, kind: str) -> tuple[Mapping[str, Any], str]:
    """The values for `$.External`, or the error as the flow log tells it. `kind`: STRING_MAP or JSON.

    >>> read_answer({"name": "김"}, "STRING_MAP")
    ({'name': '김'}, '')
    >>> read_answer({"age": 30}, "STRING_MAP")
    ({}, 'The Lambda Function Returned An Error. (age is no text)')
    """
    if not isinstance(payload, Mapping):
        return {}, f"{FUNCTION_ERROR} (no object)"
    if kind == "STRING_MAP":
        wrong = [key for key, value in payload.items() if not isinstance(value, str)]
        if wrong:
            return {}, f"{FUNCTION_ERROR} ({', '.join(wrong)} is no text)"
    if len(json.dumps(payload, ensure_ascii=False).encode()) > LARGEST_ANSWER:
        return {}, f"{FUNCTION_ERROR} (more than {LARGEST_ANSWER} bytes)"
    return payload, ""
