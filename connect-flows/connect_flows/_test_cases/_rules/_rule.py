"""What a rule about test cases is."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from connect_flows._place import Fault
from connect_flows._test_cases._view import View

GUIDE = "https://docs.aws.amazon.com/connect/latest/devguide"
LANGUAGE = f"{GUIDE}/testing-language.html"
OBSERVATIONS = f"{GUIDE}/testing-language-observations.html"
EVENTS = f"{GUIDE}/testing-language-events.html"
ACTIONS = f"{GUIDE}/testing-language-actions.html"
API = "https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateTestCase.html"
ADMIN = "https://docs.aws.amazon.com/connect/latest/adminguide/testing-simulation-execute-test-cases.html"
LIVE = "live runs: CreateTestCase answers InvalidTestCaseException"

Check = Callable[[View], Iterator[Fault]]


class Rule(NamedTuple):
    """One thing that a test case must, or had better, be.

    `id`: E and a number if Amazon Connect refuses a test case that breaks it, W and a number if it takes it. `text`:
    the rule in one line. `source`: where that is written or was seen. `check`: where a test case breaks it.
    """

    id: str
    text: str
    source: str
    check: Check
