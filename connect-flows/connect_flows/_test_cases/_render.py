"""The last step: from a test case and the values of its placeholders to what CreateTestCase takes."""

from collections.abc import Mapping

from connect_flows._errors import UnknownPlaceholder
from connect_flows._json_text import minified
from connect_flows._render import UNKNOWN, faults_without_value, filled
from connect_flows._test_cases._model import CHAT, EntryPoint, TestCase


def render_test_case(case: TestCase, values: Mapping[str, str]) -> str:
    """The test case as minified JSON, each ``${kind.name}`` in it replaced by ``values["kind.name"]``.

    It is the `Content` of `CreateTestCase`. A value may be anything, such as a token of the CDK: it is put in as it is.
    A placeholder without a value is an `UnknownPlaceholder`, and so is whatever only looks like one.

    >>> from connect_flows.test_cases import parse_test_case
    >>> case = parse_test_case('''{"Version": "2019-10-30", "Observations": [], "Metadata": {
    ...     "entryPoint": {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "${flow.chat}"}}}}''',
    ...     source="a.json")
    >>> "FlowId\\":\\"4f1c\\"" in render_test_case(case, {"flow.chat": "4f1c"})
    True
    """
    return minified(_rendered(case, case.document, values))


def render_entry_point(case: TestCase, values: Mapping[str, str]) -> dict[str, object]:
    """The `EntryPoint` of `CreateTestCase`, with values in place of placeholders; empty if the case has none.

    >>> from connect_flows.test_cases import parse_test_case
    >>> case = parse_test_case('''{"Version": "2019-10-30", "Observations": [], "Metadata": {
    ...     "entryPoint": {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "${flow.chat}"}}}}''',
    ...     source="a.json")
    >>> render_entry_point(case, {"flow.chat": "4f1c"})
    {'Type': 'CHAT', 'ChatEntryPointParameters': {'FlowId': '4f1c'}}
    """
    if case.entry_point is None:
        return {}
    rendered = _rendered(case, _as_document(case.entry_point), values)
    return dict(rendered) if isinstance(rendered, Mapping) else {}


def _as_document(entry: EntryPoint) -> dict[str, object]:
    given = {
        "FlowId": entry.flow_id,
        "SourcePhoneNumber": entry.source_phone_number,
        "DestinationPhoneNumber": entry.destination_phone_number,
    }
    key = "ChatEntryPointParameters" if entry.type == CHAT else "VoiceCallEntryPointParameters"
    return {"Type": entry.type, key: {name: value for name, value in given.items() if value}}


def _rendered(case: TestCase, document: Mapping[str, object], values: Mapping[str, str]) -> object:
    unknown = tuple(faults_without_value(document, values))
    if unknown:
        raise UnknownPlaceholder(fault.finding(UNKNOWN, case.source) for fault in unknown)
    return filled(document, values)
