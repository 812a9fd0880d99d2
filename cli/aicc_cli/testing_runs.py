"""Executes test cases in Amazon Connect: at most five at once, again where it did not even begin, stopped where stuck.

Sources: administrator guide, "Execute test cases" (five at once, a hundred in the queue, five minutes each). That an
execution fails with INITIALIZATION_FAILURE when several are started, and passes when it is started again with another
client token, was seen of the service; so was that its contact outlives an execution that is stopped.
"""

from __future__ import annotations

import json
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.testing_outcome import Outcome, Verdict, contact_of, was_spurious, why
from aicc_cli.testing_service import Later, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from aicc_cli.testing_outcome import Record
    from aicc_cli.testing_service import Service, Summary

AT_ONCE = 5
MOST_STARTS = 3
# Five minutes, and a minute for what comes after: records and the end of the contact.
LONGEST_SECONDS = 360.0
# The queue may be full of others' executions.
LONGEST_WAIT = 1800.0
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
INITIATED = "INITIATED"
STOPPED = "STOPPED"
_UNFINISHED = (INITIATED, "IN_PROGRESS")


@dataclass(slots=True, kw_only=True)
class Run:
    """One case on its way.

    Attributes:
        name: The case's.
        source: Its file.
        case: Its id in the instance.
        token: Of the start that is being tried.
        execution: The id of what was started; empty before.
        starts: How many executions were begun.
        status: INITIATED or IN_PROGRESS.
        since: Since when it is so; before its start, since when that is tried.
    """

    name: str
    source: str
    case: str
    token: str = field(default_factory=lambda: str(uuid4()))
    execution: str = ""
    starts: int = 0
    status: str = INITIATED
    since: float | None = None


class Runs:
    """Executions of cases.

    Args:
        service: The instance's test cases.
        clock: Seconds, from whenever.
        sleep: Waits; seconds.
    """

    def __init__(
        self,
        service: Service,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._service = service
        self._clock = clock
        self._sleep = sleep
        self._waiting: deque[Run] = deque()
        self._going: list[Run] = []
        self._pause = FIRST_PAUSE
        self._not_before = 0.0

    def outcomes(self, runs: Iterable[Run]) -> Iterator[Outcome]:
        """Yield what comes of each, as it comes; whoever stops listening ends what is still going on."""
        self._waiting = deque(runs)
        try:
            while self._waiting or self._going:
                yield from self._start()
                for run in tuple(self._going):
                    yield from self._look(run)
                if self._waiting or self._going:
                    self._sleep(self._service.place.between_looks)
        finally:
            for run in self._going:
                self._end(run)

    def _start(self) -> Iterator[Outcome]:
        while self._waiting and len(self._going) < AT_ONCE and self._clock() >= self._not_before:
            run = self._waiting.popleft()
            run.since = self._clock() if run.since is None else run.since
            try:
                run.execution = self._service.start(run.case, run.token)
            except Later as error:
                if self._clock() - run.since > LONGEST_WAIT:
                    yield _failed(run, f"could not be started in {LONGEST_WAIT / 60:g} minutes: {error}")
                    continue
                # With the same token: perhaps it was started, and only the answer was lost.
                self._waiting.appendleft(run)
                self._not_before = self._clock() + self._pause
                self._pause = min(2 * self._pause, LONGEST_PAUSE)
                return
            except Refused as error:
                yield _failed(run, str(error))
                continue
            self._pause = FIRST_PAUSE
            run.starts += 1
            run.since = self._clock()
            self._going.append(run)

    def _look(self, run: Run) -> Iterator[Outcome]:
        try:
            summary = self._service.look(run.case, run.execution)
            if summary.status in _UNFINISHED:
                yield from self._wait(run, summary)
                return
            records = self._service.records(run.case, run.execution)
        except Later:
            # The next look may tell.
            yield from self._wait(run, None)
            return
        except Refused as error:
            self._going.remove(run)
            yield _failed(run, str(error))
            return
        self._going.remove(run)
        if summary.status != Verdict.PASSED:
            self._end_contact(records)
            if was_spurious(records) and run.starts < MOST_STARTS:
                self._waiting.append(
                    Run(name=run.name, source=run.source, case=run.case, starts=run.starts, since=self._clock())
                )
                return
        yield _outcome(run, summary, records)

    def _wait(self, run: Run, summary: Summary | None) -> Iterator[Outcome]:
        """Leave it time, or end it when it has had enough."""
        if summary and summary.status != run.status:
            run.status, run.since = summary.status, self._clock()
        longest = LONGEST_WAIT if run.status == INITIATED else LONGEST_SECONDS
        if self._clock() - (run.since or 0.0) <= longest:
            return
        self._going.remove(run)
        self._end(run)
        yield _failed(run, f"was {run.status} for more than {longest / 60:g} minutes and was stopped")

    def _end(self, run: Run) -> None:
        """Stop it and its contact, as far as that can be done."""
        with suppress(Later, Refused, CannotBeDone):
            self._service.stop(run.case, run.execution)
        with suppress(Later, Refused, CannotBeDone):
            self._end_contact(self._service.records(run.case, run.execution))

    def _end_contact(self, records: Sequence[Record]) -> None:
        contact = contact_of(records)
        if contact:
            with suppress(Later, Refused):
                self._service.end_contact(contact)


def _failed(run: Run, reason: str) -> Outcome:
    return Outcome(name=run.name, source=run.source, verdict=Verdict.FAILED, reason=reason)


def _outcome(run: Run, summary: Summary, records: Sequence[Record]) -> Outcome:
    passed = summary.status == Verdict.PASSED
    detail = "" if passed else "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return Outcome(
        name=run.name,
        source=run.source,
        verdict=Verdict.PASSED if passed else Verdict.FAILED,
        seconds=summary.seconds,
        reason="" if passed else "was stopped by somebody" if summary.status == STOPPED else why(records),
        detail=detail,
    )
