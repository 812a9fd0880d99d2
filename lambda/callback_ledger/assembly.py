"""What functions about callbacks are put together from, out of the environment that all of them share."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from aicc_core import clients
from aicc_core.errors import SettingError
from callback_ledger.measures import EmfMeasures
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from callback_ledger.telling import Telling
from callback_ledger.waking import AwsWaking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aws_lambda_powertools import Logger

_RulesClass = TypeVar("_RulesClass", Rules, SlotRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackSettings:
    """What each of them is told.

    Attributes:
        callbacks_table: The ledger's table.
        callback_rules: JSON object of the fields of `Rules` and `SlotRules`.
        callback_queue: Name of the queue in the ledger, such as "general".
        dial_queue_url: Of the queue that the dialler reads.
        dial_queue_arn: Of the same.
        schedule_group: Of the schedules that send into it.
        schedule_role_arn: In whose name they do.
        schedule_dead_letters_arn: Of the queue that gets what they could not send.
    """

    callbacks_table: str
    callback_rules: str
    callback_queue: str
    dial_queue_url: str
    dial_queue_arn: str
    schedule_group: str
    schedule_role_arn: str
    schedule_dead_letters_arn: str


class Parts:
    """What each of them needs, built once in the life of a process."""

    def __init__(self, settings: CallbackSettings, logger: Logger) -> None:
        self.rules, self.slot_rules = read_rules(settings.callback_rules)
        self.ledger = CallbackTable(clients.dynamodb(), settings.callbacks_table, self.rules)
        self.waking = AwsWaking(
            clients.sqs(),
            clients.scheduler(),
            queue_url=settings.dial_queue_url,
            queue_arn=settings.dial_queue_arn,
            group=settings.schedule_group,
            role_arn=settings.schedule_role_arn,
            dead_letters_arn=settings.schedule_dead_letters_arn,
            logger=logger,
        )
        self.measures = EmfMeasures(settings.callback_queue)
        self.telling = Telling(self.ledger, self.waking, self.measures)


def read_rules(document: str) -> tuple[Rules, SlotRules]:
    """Return the rules of CALLBACK_RULES: each number of both kinds must be there, and nothing else.

    Raises `SettingError`, one line that names the key, what it must be and what it is.

    >>> read_rules('{"length": 30}')
    Traceback (most recent call last):
    aicc_core.errors.SettingError: CALLBACK_RULES lacks capacity; give every rule
    >>> read_rules('{"length": 30, "size": 4}')
    Traceback (most recent call last):
    aicc_core.errors.SettingError: CALLBACK_RULES: size is no rule; take it out
    """
    found = _object(document)
    known = [field.name for each in (SlotRules, Rules) for field in fields(each)]
    for name in found:
        if name not in known:
            raise SettingError(f"CALLBACK_RULES: {name} is no rule; take it out")
    for name in known:
        if name not in found:
            raise SettingError(f"CALLBACK_RULES lacks {name}; give every rule")
        if type(found[name]) is not int or found[name] < 0:
            raise SettingError(f"CALLBACK_RULES: {name} must be a whole number of at least 0, got {found[name]!r}")
    try:
        return _of(Rules, found), _of(SlotRules, found)
    except ValueError as error:
        raise SettingError(f"CALLBACK_RULES: {error}") from error


def _object(document: str) -> Mapping[str, int]:
    try:
        found = json.loads(document)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise SettingError(f"CALLBACK_RULES must be a JSON object, got {document!r}")
    return found


def _of(kind: type[_RulesClass], found: Mapping[str, int]) -> _RulesClass:
    return kind(**{field.name: found[field.name] for field in fields(kind)})
