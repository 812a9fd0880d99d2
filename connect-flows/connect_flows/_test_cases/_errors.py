"""What is raised about test cases; see `connect_flows._errors` for the tree."""

from connect_flows._errors import FlowError


class InvalidTestCase(FlowError):
    """The text is no test case that could be run. `findings` has everything that keeps it from being one.

    >>> from connect_flows.test_cases import parse_test_case
    >>> try:
    ...     parse_test_case("[]", source="tests/closed.json")
    ... except InvalidTestCase as error:
    ...     print(error)
    tests/closed.json: document: a list is not a test case; write an object: {"Version": "2019-10-30", ...} [E701]
    """
