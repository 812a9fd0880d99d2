"""How contents and requests name resources: by id or ARN, flows and modules also with a qualifier."""

import re
from typing import NamedTuple

_UUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_ID = re.compile(rf"(?P<id>{_UUID})(?::(?P<qualifier>.+))?\Z")
_ARN = re.compile(r"(?P<arn>arn:[^/]+/[^/]+/[^:]+)(?::(?P<qualifier>.+))?\Z")

LATEST = "$LATEST"
SAVED = "$SAVED"


class Address(NamedTuple):
    """An ARN, and which state of the resource is meant: "$LATEST", "$SAVED", a version or an alias."""

    arn: str
    qualifier: str


def address(instance_arn: str, arn_part: str, text: str) -> Address | None:
    """The address that a text stands for; None if it is neither an id nor an ARN.

    >>> address("arn:aws:connect:r:1:instance/i", "queue", "0a1b2c3d-0000-4000-8000-000000000000").arn
    'arn:aws:connect:r:1:instance/i/queue/0a1b2c3d-0000-4000-8000-000000000000'
    >>> address("arn:aws:connect:r:1:instance/i", "flow-module", "arn:aws:connect:r:1:instance/i/flow-module/m:2")
    Address(arn='arn:aws:connect:r:1:instance/i/flow-module/m', qualifier='2')
    >>> address("arn:aws:connect:r:1:instance/i", "queue", "general") is None
    True
    """
    if found := _ID.match(text):
        return Address(f"{instance_arn}/{arn_part}/{found['id']}", found["qualifier"] or LATEST)
    if found := _ARN.match(text):
        return Address(found["arn"], found["qualifier"] or LATEST)
    return None
