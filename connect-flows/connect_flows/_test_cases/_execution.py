"""Runs one test case against a contact that somebody else drives: sees what happens and says what to do.

It does no input or output of its own, so that it runs in a simulation as well as beside a contact of a server.
Source: https://docs.aws.amazon.com/connect/latest/adminguide/testing-simulation-observe-block.html
"""

from collections.abc import Iterator

from connect_flows._simulator._events import ActionCompleted, Input
from connect_flows._simulator._events import Event as ContactEvent
from connect_flows._test_cases._doing import Answers, done
from connect_flows._test_cases._instructions import EndContact, Instruction, replaced, sent
from connect_flows._test_cases._matching import Seen, matches, seen_in
from connect_flows._test_cases._model import Action, TestCase
from connect_flows._test_cases._progress import (
    FAILED,
    IN_PROGRESS,
    INITIATED,
    PASSED,
    STOPPED,
    Completion,
    Progress,
)
from connect_flows._test_cases._records import Record, failures_of, records_of, summary_of
from connect_flows._test_cases._references import Refer
from connect_flows._test_cases._view import View

TIME_LIMIT = 300.0
"""Seconds that an execution may take: five minutes, not raisable.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/testing-simulation-execute-test-cases.html
"""


class Execution:
    """One run of a test case, as StartTestCaseExecution begins one.

    Whoever drives the contact calls `begin` before its flow begins, and `see` for each of its events while the flow
    runs, since what is replaced or ended counts for the very block that the event tells of. Both answer what to do, in
    order. `time_is_up` ends it after `TIME_LIMIT`.

    Args:
        case: The test case; `check_test_case` has found no error in it.
        refer: What references of assertions stand for in the contact.

    Attributes:
        status: INITIATED, IN_PROGRESS, PASSED, FAILED or STOPPED.
        completion: Why it is over; None until it is.

    >>> from connect_flows.test_cases import parse_test_case
    >>> case = parse_test_case('''{"Version": "2019-10-30", "Observations": [
    ...     {"Identifier": "start", "Transitions": {"NextObservations": []}, "Event":
    ...      {"Identifier": "begun", "Type": "TestInitiated", "Actor": "System", "Properties": {}}, "Actions": [
    ...      {"Identifier": "end", "Type": "TestControl", "Transitions": {}, "Parameters":
    ...       {"ActionType": "TestControl", "Command": {"Type": "EndTest"}}}]}]}''', source="a.json")
    >>> execution = Execution(case, {}.get)
    >>> execution.begin("1f3a", at=0.0), execution.status
    ((EndContact(),), 'PASSED')
    """

    def __init__(self, case: TestCase, refer: Refer) -> None:
        self.case = case
        self.status = INITIATED
        self.completion: Completion | None = None
        self.contact = ""
        self.began = self.ended = 0.0
        self._progress = {each.identifier: Progress(each) for each in case.observations}
        self._answers = Answers(refer)

    # --- what happens -----------------------------------------------------------------------------------------------

    def begin(self, contact: str, at: float) -> tuple[Instruction, ...]:
        """The contact is there, and its flow is to begin."""
        self.contact, self.began, self.status = contact, at, IN_PROGRESS
        for observation in View(self.case).beginnings:
            self._progress[observation.identifier].turns(IN_PROGRESS, at)
        return self._notice(Seen("TestInitiated", at, {}))

    def see(self, event: ContactEvent) -> tuple[Instruction, ...]:
        """Something happens to the contact."""
        if self.is_over or event.contact != self.contact:
            return ()
        if isinstance(event, Input):
            for progress in self._progress.values():
                progress.said.clear()
        if isinstance(event, ActionCompleted):
            self._answers.renew(event)
        seen = seen_in(event)
        return () if seen is None else self._notice(seen)

    def contact_is_over(self, at: float) -> None:
        """Nothing more will happen to the contact: what still waits has failed."""
        self._test_completes(at, Completion("FAILURE", "the contact is over", ("OBSERVE_EVENT",)))

    def time_is_up(self, at: float) -> None:
        """The time limit has come."""
        self._test_completes(at, Completion("TIMEOUT", f"after {TIME_LIMIT:g} seconds", ("OBSERVE_EVENT",)))

    def stop(self, at: float) -> None:
        """Somebody has stopped the execution, as StopTestCaseExecution does; the contact goes on."""
        if not self.is_over:
            self._end(STOPPED, at, Completion("FAILURE", "stopped"))

    def fail(self, at: float, reason: str, message: str) -> None:
        """It cannot go on, for a reason that is not the contact's: INITIALIZATION_FAILURE, say."""
        if not self.is_over:
            self._end(FAILED, at, Completion("FAILURE", message, (reason,)))

    # --- what has come of it ----------------------------------------------------------------------------------------

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.completion is not None

    @property
    def observations(self) -> tuple[Progress, ...]:
        """Every observation of the case, in the document's order."""
        return tuple(self._progress.values())

    @property
    def summary(self) -> dict[str, int]:
        """`ObservationSummary` of GetTestCaseExecutionSummary."""
        return summary_of(self)

    @property
    def records(self) -> tuple[Record, ...]:
        """`ExecutionRecords` so far."""
        return records_of(self)

    @property
    def failures(self) -> tuple[str, ...]:
        """What went wrong, one line for each thing; empty while nothing has."""
        return tuple(failures_of(self))

    # --- inside -----------------------------------------------------------------------------------------------------

    def _notice(self, seen: Seen) -> tuple[Instruction, ...]:
        """Every observation that waits for it has its turn; those that begin to wait now wait for what comes later."""
        waiting = [each for each in self._progress.values() if each.waits]
        instructions: list[Instruction] = []
        for progress in waiting:
            event = progress.observation.event
            is_voice = self.case.entry_point is not None and self.case.entry_point.is_voice
            matched = matches(event, seen, progress.said if is_voice else ())
            if seen.type == "MessageReceived":
                progress.said.append(seen.resource)
                progress.heard.append(seen.resource)
            if matched and not self.is_over:
                instructions += self._happen(progress, seen)
        if not self.is_over and all(each.status == PASSED for each in self._progress.values()):
            self._end(PASSED, seen.at, Completion("SUCCESS", "every observation has passed"))
        return tuple(instructions)

    def _happen(self, progress: Progress, seen: Seen) -> Iterator[Instruction]:
        progress.seen = seen
        self._answers.wait_for(seen)
        progress.turns(PASSED, seen.at)
        for action in progress.observation.chain():
            yield from self._do(progress, action, seen.at)
            if self.is_over:
                return
        for identifier in progress.observation.next_observations:
            following = self._progress[identifier]
            if not following.status:
                following.turns(IN_PROGRESS, seen.at)

    def _do(self, progress: Progress, action: Action, at: float) -> Iterator[Instruction]:
        if action.type == "SendInstruction":
            yield sent(action)
        elif action.type == "OverrideSystemBehavior":
            yield replaced(action)
        progress.done.append(done(action, self._answers))
        if progress.done[-1].status == FAILED:
            progress.turns(FAILED, at)
            self._end(FAILED, at, Completion("FAILURE", "an assertion does not hold", ("ASSERT",)))
            yield EndContact()
        elif action.ends_the_test:
            self._end(PASSED, at, Completion("SUCCESS", "the test has ended itself"))
            yield EndContact()

    def _test_completes(self, at: float, completion: Completion) -> None:
        if self.is_over:
            return
        self._notice(Seen("TestCompleted", at, {}))
        if self.status == IN_PROGRESS:
            for progress in self._progress.values():
                if progress.waits:
                    progress.turns(FAILED, at)
            self._end(FAILED, at, completion)
        elif self.status == PASSED and completion.type == "TIMEOUT":
            # Whoever waits for the end alone has passed, even where the end is that of the time.
            self.completion = completion

    def _end(self, status: str, at: float, completion: Completion) -> None:
        self.status, self.ended, self.completion = status, at, completion
        for progress in self._progress.values():
            if progress.waits:
                progress.turns(STOPPED, at)
