"""Runs test cases in a simulated contact centre: a thin driver around `Execution`."""

from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from connect_flows._finding import Severity
from connect_flows._simulator._center import Center
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._errors import SimulationError
from connect_flows._simulator._events import Event
from connect_flows._simulator._outcomes import Begins, Pressed, Said
from connect_flows._simulator._program import name_of
from connect_flows._test_cases._check import check_test_case
from connect_flows._test_cases._errors import InvalidTestCase
from connect_flows._test_cases._execution import TIME_LIMIT, Execution
from connect_flows._test_cases._instructions import EndContact, Instruction, Replace, Send
from connect_flows._test_cases._model import EntryPoint, TestCase
from connect_flows._test_cases._reader import parse_test_case
from connect_flows._test_cases._references import of_contact
from connect_flows._test_cases._render import render_test_case

ALWAYS = {"always_open": True, "always_closed": False}
"""Hours of operation that tests substitute."""


def run_test_case(case: TestCase, center: Center) -> Execution:
    """Run a test case in a simulated contact centre, in simulated time.

    The same semantics as in Connect where those are known; what a message is compared by is approximate (Similarity).
    `${hours.always_open}` and `${hours.always_closed}` are what they are called. Functions and bots that the case does
    not mock answer as the centre tells them; where it tells them nothing, the execution fails and says so.

    Args:
        case: The test case.
        center: The centre, whose agents take no test's contact if there are none.

    Raises:
        InvalidTestCase: Connect would refuse the case.
        UnknownPlaceholder: The case has a `${text.<key>}` that the centre was given no text for.

    Example:
        >>> from connect_flows import parse
        >>> from connect_flows.simulator import Center
        >>> from connect_flows.test_cases import parse_test_case
        >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "greet", "Actions": [
        ...     {"Identifier": "greet", "Type": "MessageParticipant", "Parameters": {"Text": "Hello."},
        ...      "Transitions": {"NextAction": "bye", "Errors": []}},
        ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
        ...     source="hello.json")
        >>> case = parse_test_case('''{"Version": "2019-10-30", "Metadata": {"entryPoint":
        ...     {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "${flow.hello}"}}}, "Observations": [
        ...     {"Identifier": "end", "Actions": [], "Transitions": {"NextObservations": []}, "Event":
        ...      {"Identifier": "bye", "Type": "MessageReceived", "Actor": "System", "Properties":
        ...       {"Text": "goodbye", "MatchingCriteria": {"Type": "Inclusion"}}}}]}''', source="a.json")
        >>> execution = run_test_case(case, Center([flow]))
        >>> print(execution.status, *execution.failures)
        FAILED observation 'end': a message (Inclusion) 'goodbye' has not come; heard: Hello.
    """
    errors = [finding for finding in check_test_case(case) if finding.severity is Severity.ERROR]
    if errors or case.entry_point is None:
        raise InvalidTestCase(errors)
    for hours, is_open in ALWAYS.items():
        center.opening.setdefault(hours, is_open)
    return _Drive(_with_texts(case, center.texts), case.entry_point, center).run()


def _with_texts(case: TestCase, texts: Mapping[str, str]) -> TestCase:
    """The case with texts in place of their placeholders; those of resources name the resources here."""
    values = {each.key: str(each) for each in case.placeholders if each.kind != "text"}
    values |= {f"text.{key}": text for key, text in texts.items()}
    content = render_test_case(case, values)
    return replace(case, observations=parse_test_case(content, source=case.source).observations)


class _Drive:
    """One execution, and the contact that it is about."""

    def __init__(self, case: TestCase, entry: EntryPoint, center: Center) -> None:
        self.center = center
        self.entry = entry
        self.contact: Contact = center.begin(
            channel="VOICE" if entry.is_voice else "CHAT",
            method="INBOUND" if entry.is_voice else "API",
            customer=entry.source_phone_number,
            system=entry.destination_phone_number,
            attributes=case.attributes,
        )
        self.execution = Execution(case, self._refer)
        self.sends: deque[Send] = deque()

    def run(self) -> Execution:
        """Until it is over."""
        center, execution = self.center, self.execution
        center.listeners.append(self._hears)
        try:
            self._follow(execution.begin(self.contact.id, center.now()))
            if not execution.is_over:
                center.go_on(self.contact, Begins(center.flow_named(self._flow())))
            self._pass(center.now() + TIME_LIMIT)
        except SimulationError as error:
            execution.fail(center.now(), "SIMULATION", str(error))
        finally:
            center.listeners.remove(self._hears)
            if not self.contact.ended:
                center.end(self.contact, "OTHER")
        return execution

    def _pass(self, until: float) -> None:
        """Let time pass: what the test sends is sent whenever the contact has come to rest."""
        center, execution = self.center, self.execution
        center.settle()
        while not execution.is_over:
            if self.sends and not self.contact.ended:
                self._send(self.sends.popleft())
            elif self.contact.ended:
                execution.contact_is_over(center.now())
            elif not center.timeline.step(until):
                execution.time_is_up(until)
            center.settle()

    def _send(self, send: Send) -> None:
        if send.kind == "Disconnect":
            self.center.end(self.contact, "CUSTOMER_DISCONNECT")
        else:
            self.center.go_on(self.contact, Pressed(send.text) if send.kind == "DtmfInput" else Said(send.text))

    def _hears(self, event: Event) -> None:
        self._follow(self.execution.see(event))

    def _follow(self, instructions: tuple[Instruction, ...]) -> None:
        for instruction in instructions:
            if isinstance(instruction, Send):
                self.sends.append(instruction)
            elif isinstance(instruction, Replace):
                self.center.replaces(self.contact.id, *instruction)
            elif isinstance(instruction, EndContact):
                self.center.end(self.contact, "OTHER")

    def _refer(self, parts: tuple[str, ...]) -> object:
        return of_contact(self.contact, name_of(self.contact.queue))(parts)

    def _flow(self) -> str:
        if not self.entry.flow_id:
            raise SimulationError("a number that is called leads to no flow here; let the entry point name a flow")
        return name_of(self.entry.flow_id)
