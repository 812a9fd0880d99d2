"""Client tokens: the same request is answered with the same contact.

The API reference of StartOutboundVoiceContact: a token is valid for 7 days, and "if a contact is already started, the
contact ID is returned"; an older edition adds that once the contact is disconnected the token starts a new one. That
is what a client must be able to live with, so that is what calls do here. What comes of other parameters with the same
token is not documented; it is refused, as most AWS services do.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts.contact import Contact, contacts_of
from aicc_local.errors import invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

VALID_SECONDS = 7 * 24 * 3600


def token_of(operation: str, parameters: Mapping[str, Any]) -> dict[str, str]:
    """What to keep with a contact, so that `started_before` finds it."""
    request = {key: value for key, value in parameters.items() if key != "ClientToken"}
    digest = hashlib.sha256(json.dumps(request, sort_keys=True, default=str).encode()).hexdigest()
    return {"operation": operation, "token": str(parameters.get("ClientToken", "")), "request": digest}


def started_before(aws: LocalAws, instance: Record, token: Mapping[str, str], *, ended_too: bool) -> Contact | None:
    """The contact that was started with the same token; one that has ended counts only with `ended_too`.

    Raises:
        ServiceError: InvalidRequestException, the token came with other parameters.
    """
    if not token["token"]:
        return None
    for contact in contacts_of(aws, instance.arn):
        kept = contact.kept.get("client_token") or {}
        same = kept.get("token") == token["token"] and kept.get("operation") == token["operation"]
        if not same or contact.record.made + VALID_SECONDS <= aws.now():
            continue
        if contact.ended and not ended_too:
            continue
        if kept["request"] != token["request"]:
            raise invalid_request("ClientToken was used with other parameters")
        return contact
    return None
