"""The frame round a code hook: read the event, log under its session, keep faults clean.

As in `serving`: the Lambda runtime prints whatever leaves a handler, unmasked, so nothing leaves but `HandlerFault`.
Lex then fails the turn, and the flow takes its error branch.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aws_lambda_powertools import Logger

from aicc_core.errors import HandlerFault
from aicc_core.lex_event import LexEvent, read_lex_event


@contextmanager
def serving_lex(event: Mapping[str, Any], logger: Logger) -> Iterator[LexEvent]:
    """Yield what `event` says; every line logged inside carries the session's id as `correlation_id`.

    Raises `HandlerFault` for any fault inside, a malformed event included.
    """
    logger.set_correlation_id(None)
    try:
        heard = read_lex_event(event)
        logger.set_correlation_id(heard.session_id)
        yield heard
    except Exception as error:
        logger.exception("handler_failed")
        raise HandlerFault(type(error).__name__) from None
