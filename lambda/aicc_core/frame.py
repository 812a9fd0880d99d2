"""The frame round every handler: read the event, log under what it is about, keep faults clean.

The Lambda runtime prints whatever leaves a handler, past our logger and so unmasked. Therefore nothing leaves but
`HandlerFault`, which names the type of its cause; the cause itself is in the log, masked.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from aws_lambda_powertools import Logger

from aicc_core.errors import HandlerFault

Read = TypeVar("Read")


@contextmanager
def framed(
    event: Mapping[str, Any],
    logger: Logger,
    read: Callable[[Mapping[str, Any]], Read],
    identity: Callable[[Read], str],
) -> Iterator[Read]:
    """Yield what `read` makes of `event`; every line logged inside carries its identity as `correlation_id`.

    Raises `HandlerFault` for any fault inside, an event that cannot be read included.
    """
    # Lambda keeps the process: without this a malformed event would be logged under the one before it.
    logger.set_correlation_id(None)
    try:
        found = read(event)
        logger.set_correlation_id(identity(found))
        yield found
    except Exception as error:
        logger.exception("handler_failed")
        raise HandlerFault(type(error).__name__) from None
