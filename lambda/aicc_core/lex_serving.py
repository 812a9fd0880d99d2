"""Whom a code hook serves: a bot, whose turn Lex fails when a fault leaves it; the flow takes its error branch."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from aws_lambda_powertools import Logger

from aicc_core.frame import framed
from aicc_core.lex_event import LexEvent, read_lex_event


def serving_lex(event: Mapping[str, Any], logger: Logger) -> AbstractContextManager[LexEvent]:
    """Yield what `event` says, and log under the session's id; raises `HandlerFault` for any fault inside."""
    return framed(event, logger, read_lex_event, lambda heard: heard.session_id)
