"""Opening hours in an SSM parameter, kept for minutes: they change once in months, and Parameter Store throttles."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from aicc_core.aws_fault import AwsFault, name_of
from aicc_core.errors import Unavailable
from aicc_core.opening_hours import MalformedOpeningHours, read_opening_hours

if TYPE_CHECKING:
    from datetime import datetime

    from aws_lambda_powertools import Logger
    from mypy_boto3_ssm import SSMClient

    from aicc_core.opening_hours import OpeningHours

_KEPT = timedelta(minutes=5)


class OpeningHoursParameter:
    """What the parameter said when it was last read; a parameter that is missing or damaged is logged."""

    def __init__(self, client: SSMClient, name: str, logger: Logger) -> None:
        self._client = client
        self._name = name
        self._logger = logger
        self._read_at: datetime | None = None
        self._hours: OpeningHours | None = None

    def current(self, now: datetime) -> OpeningHours | None:
        """Return the opening hours, None when there are none that can be understood.

        What was read before goes on to hold while Parameter Store does not answer; `Unavailable` when nothing was.
        """
        if self._read_at is None or not self._read_at <= now < self._read_at + _KEPT:
            try:
                self._hours = self._read()
            except AwsFault as fault:
                if self._hours is None:
                    raise Unavailable(f"Parameter Store: {name_of(fault)}") from fault
                self._logger.warning("opening_hours_kept", extra={"fault": name_of(fault)})
            self._read_at = now
        return self._hours

    def _read(self) -> OpeningHours | None:
        try:
            found = self._client.get_parameter(Name=self._name)
            return read_opening_hours(found["Parameter"]["Value"])
        except self._client.exceptions.ParameterNotFound:
            self._logger.error("opening_hours_missing", extra={"parameter": self._name})
        except MalformedOpeningHours as error:
            self._logger.error("opening_hours_malformed", extra={"parameter": self._name, "problem": str(error)})
        return None
