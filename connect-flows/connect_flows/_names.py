"""The names that Amazon Connect and CloudWatch both take.

CloudWatch drops the metrics of flows and queues with other characters in their names
(https://docs.aws.amazon.com/connect/latest/adminguide/monitoring-cloudwatch.html).
"""

import re

LONGEST_NAME = 127
_ALLOWED = re.compile(r"[A-Za-z0-9 .,\-_/#:$@|&{}+?%;]*\Z")


def check_name(name: str) -> str | None:
    """Why CloudWatch could not show a flow or queue of this name; None if it can.

    >>> check_name("aicc-prod-inbound")
    >>> print(check_name("주문 상담"))  # doctest: +NORMALIZE_WHITESPACE
    '주문 상담' holds characters whose metrics CloudWatch drops: '주문상담';
    use ASCII letters, digits, space and .,-_/#:$@|&{}+?%;
    """
    if not name:
        return f"the name is empty; use 1 to {LONGEST_NAME} characters"
    if len(name) > LONGEST_NAME:
        return f"{name[:40]!r}... has {len(name)} characters; use at most {LONGEST_NAME}"
    if not _ALLOWED.match(name):
        foreign = "".join(dict.fromkeys(character for character in name if not _ALLOWED.match(character)))
        return (
            f"{name!r} holds characters whose metrics CloudWatch drops: {foreign!r}; "
            "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%;"
        )
    return None
