"""The second step: everything that Amazon Connect, or a careful engineer, would say against a test case."""

from collections.abc import Iterable, Iterator, Mapping

from connect_flows._finding import Finding
from connect_flows._functions import FunctionContract
from connect_flows._model import Flow
from connect_flows._test_cases._model import TestCase
from connect_flows._test_cases._rules import RULES
from connect_flows._test_cases._view import View


def check_test_case(
    case: TestCase,
    flows: Iterable[Flow] | None = None,
    functions: Mapping[str, FunctionContract] | None = None,
) -> Iterator[Finding]:
    """What is wrong with a test case, rule by rule: errors and warnings, none if it is well.

    Errors are what `CreateTestCase` refuses, with the status PUBLISHED. Warnings are what it takes and what then fails
    for no good reason, or reaches a person.

    Args:
        case: What `load_test_case` or `parse_test_case` made.
        flows: All flows and modules that the test may run through; with them, names, texts and keys of the test that
            no flow knows are findings too.
        functions: What each function answers, see `read_functions`; with it, so are mocked answers that it never gives.

    Example:
        >>> from connect_flows.test_cases import parse_test_case
        >>> case = parse_test_case('''{"Version": "2025-06-21", "Observations": [], "Metadata": {
        ...     "entryPoint": {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "${flow.chat}"}}}}''',
        ...     source="a.json")
        >>> for finding in check_test_case(case):
        ...     print(finding)
        a.json: Version: is '2025-06-21'; write '2019-10-30', the only version [E702]
        a.json: Observations: is empty; add an observation: a test of nothing passes [E706]
    """
    view = View(case, None if flows is None else tuple(flows), functions)
    for rule in RULES:
        for fault in rule.check(view):
            yield fault.finding(rule.id, case.source)
