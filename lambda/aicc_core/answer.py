"""What a function tells Connect: a flat map of texts that has the same keys whatever happened.

A flow reads `$.External.<key>`: were a key sometimes absent, each flow would have to allow for it.
"""

import json
from collections.abc import Collection, Mapping

from aicc_core.errors import AnswerError

LARGEST_ANSWER = 32 * 1024  # bytes of UTF-8, Connect's limit


def make_answer(keys: Collection[str], values: Mapping[str, str]) -> dict[str, str]:
    """Return `values` in the order of `keys`, which they must match exactly.

    Raises `AnswerError` that names missing keys, unknown keys, values that are no texts, or the size in bytes.

    >>> make_answer(("outcome", "name"), {"name": "", "outcome": "locked"})
    {'outcome': 'locked', 'name': ''}
    >>> make_answer(("outcome",), {"outcom": "locked"})
    Traceback (most recent call last):
    aicc_core.errors.AnswerError: missing keys: outcome; unknown keys: outcom
    """
    problems = [
        f"{problem}: {', '.join(sorted(names))}"
        for problem, names in (
            ("missing keys", set(keys) - set(values)),
            ("unknown keys", set(values) - set(keys)),
            ("not texts", {key for key, value in values.items() if not isinstance(value, str)}),
        )
        if names
    ]
    if problems:
        raise AnswerError("; ".join(problems))
    answer = {key: values[key] for key in keys}
    size = len(json.dumps(answer, ensure_ascii=False).encode())
    if size > LARGEST_ANSWER:
        raise AnswerError(f"answer must be at most {LARGEST_ANSWER} bytes, got {size}")
    return answer
