"""Whom a handler serves: a contact flow, which takes its error branch when a fault leaves the handler."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from aws_lambda_powertools import Logger

from aicc_core.contact import Contact, read_contact
from aicc_core.frame import framed


def serving(event: Mapping[str, Any], logger: Logger) -> AbstractContextManager[Contact]:
    """Yield the contact of `event`, under whose id is logged; raises `HandlerFault` for any fault inside."""
    return framed(event, logger, read_contact, lambda contact: contact.contact_id)
