"""What this package raises.

::

    ValueError
    └── FlowError              what is wrong with a flow, or with its use: `findings`
        ├── InvalidBindings    the bindings of a template are wrong, or do not fit the flow
        ├── InvalidFlow        the text is no flow that Amazon Connect would take
        ├── InvalidFunctions   the file says nothing that can be read about functions
        └── UnknownPlaceholder `render` was given no value for a placeholder
"""

from collections.abc import Iterable

from connect_flows._finding import Finding


class FlowError(ValueError):
    """What is wrong with a flow. The message has one line per finding.

    >>> from connect_flows import parse
    >>> try:
    ...     parse("[]", source="inbound.json")
    ... except FlowError as error:
    ...     print(error.findings[0].problem)
    a list is not a flow
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class InvalidBindings(FlowError):
    """The bindings of a template are wrong, or do not fit the flow.

    >>> from connect_flows._bindings import read_bindings
    >>> try:
    ...     read_bindings("missing.json")
    ... except InvalidBindings as error:
    ...     print(error.findings[0].rule)
    E004
    """


class InvalidFlow(FlowError):
    """The text is no flow that Amazon Connect would take.

    >>> from connect_flows import parse
    >>> try:
    ...     parse('{"Version": "2019-10-30",}', source="inbound.json")
    ... except InvalidFlow as error:
    ...     print(type(error).__name__, len(error.findings))
    InvalidFlow 1
    """


class UnknownPlaceholder(FlowError):
    """There is no value for a placeholder of the flow.

    >>> from connect_flows import parse, render
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "queue", "Actions": [
    ...     {"Identifier": "queue", "Type": "UpdateContactTargetQueue",
    ...      "Parameters": {"QueueId": "${queue.orders}"}, "Transitions": {}}]}''', source="inbound.json")
    >>> try:
    ...     render(flow, {"queue.general": "arn:general", "text.company_name": "아이씨씨"})
    ... except UnknownPlaceholder as error:
    ...     print(error)  # doctest: +NORMALIZE_WHITESPACE
    inbound.json: action 'queue' (Actions[0]): Parameters.QueueId ${queue.orders} has no value;
    of kind queue there is ${queue.general} [E003]
    """


class InvalidFunctions(FlowError):
    """The file says nothing that can be read about functions.

    >>> from connect_flows import read_functions
    >>> try:
    ...     read_functions("missing.toml")
    ... except InvalidFunctions as error:
    ...     print(error.findings[0].rule)
    E006
    """
