"""The frame round every handler that a contact flow invokes: read the event, log under its contact, keep faults clean.

The Lambda runtime prints whatever leaves a handler, past our logger and so unmasked. Therefore nothing leaves but
`HandlerFault`, which names the type of its cause; the cause itself is in the log, masked.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aws_lambda_powertools import Logger

from aicc_core.contact import Contact, read_contact
from aicc_core.errors import HandlerFault


@contextmanager
def serving(event: Mapping[str, Any], logger: Logger) -> Iterator[Contact]:
    """Yield the contact of `event`; every line logged inside carries its id as `correlation_id`.

    Raises `HandlerFault` for any fault inside, a malformed event included: the flow takes its error branch.
    """
    # Lambda keeps the process: without this a malformed event would be logged under the contact before it.
    logger.set_correlation_id(None)
    try:
        contact = read_contact(event)
        logger.set_correlation_id(contact.contact_id)
        yield contact
    except Exception as error:
        logger.exception("handler_failed")
        raise HandlerFault(type(error).__name__) from None
