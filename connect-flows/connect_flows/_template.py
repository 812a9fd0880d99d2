"""From a console export to a template and back: the same bytes but for what the bindings name.

A template is what people edit and review. It must come out of an export, and the export out of it, without anything
else changing, or a diff in git would show the habits of whatever wrote the file.
"""

from collections.abc import Iterable, Iterator, Mapping

from connect_flows._bindings import check_bindings
from connect_flows._errors import InvalidBindings, UnknownPlaceholder
from connect_flows._finding import shown
from connect_flows._json_strings import JsonString, Replacement, document_in, replaced, strings_in
from connect_flows._occurrences import Occurrences
from connect_flows._place import Fault, Place
from connect_flows._placeholder import PATTERN
from connect_flows._render import UNKNOWN, faults_without_value
from connect_flows._spelling import Spelling
from connect_flows._unbound import unbound_faults

_RULE = "E005"
_CONTEXT = 20


def import_flow(text: str, bindings: Mapping[str, str], *, source: str) -> str:
    """The template that an export makes: each value of the bindings in it is replaced by its ``${kind.name}``.

    An ARN is replaced anywhere, another value in parameters, in the operands of conditions and in the description: a
    text wherever it stands there, an id where it is the whole string. Whatever else the text holds stays as it is, to
    the last byte; read the file with ``newline=""``. An ARN without a binding is an `InvalidBindings`, unless it is
    AWS's own, and so is a text that `export_flow` would not turn into the same export again.

    >>> export = '{"Version": "2019-10-30", "Actions": [{"Parameters": {"Text": "예시상사\\\\u0021"}}]}'
    >>> template = import_flow(export, {"text.company_name": "예시상사"}, source="inbound.json")
    >>> print(template)
    {"Version": "2019-10-30", "Actions": [{"Parameters": {"Text": "${text.company_name}\\u0021"}}]}
    """
    check_bindings(bindings)
    template = _imported(text, bindings, source)
    _refuse_other(text, _exported(template, bindings, source), source)
    return template


def export_flow(text: str, bindings: Mapping[str, str], *, source: str) -> str:
    """The export that a template makes: each ``${kind.name}`` in it is replaced by its value.

    Whatever else the text holds stays as it is, to the last byte. A placeholder without a binding is an
    `UnknownPlaceholder`; a text that `import_flow` would not turn into the same template again, such as one that holds
    a bound value beside its placeholder, is an `InvalidBindings`.

    >>> template = '{"Version": "2019-10-30", "Actions": [{"Parameters": {"Text": "${text.company_name}!"}}]}'
    >>> print(export_flow(template, {"text.company_name": "예시상사"}, source="inbound.json"))
    {"Version": "2019-10-30", "Actions": [{"Parameters": {"Text": "예시상사!"}}]}
    """
    check_bindings(bindings)
    export = _exported(text, bindings, source)
    _refuse_other(text, _imported(export, bindings, source), source)
    return export


def _exported(text: str, bindings: Mapping[str, str], source: str) -> str:
    document = document_in(text, source)
    faults = tuple(faults_without_value(document, bindings))
    if faults:
        raise UnknownPlaceholder(fault.finding(UNKNOWN, source) for fault in faults)
    spelling = Spelling.of(text)
    return replaced(
        text,
        (
            Replacement(*string.span(*match.span()), spelling.spell(bindings[f"{match[1]}.{match[2]}"]))
            for string in strings_in(text, document)
            for match in PATTERN.finditer(string.value)
        ),
    )


def _imported(text: str, bindings: Mapping[str, str], source: str) -> str:
    document = document_in(text, source)
    occurrences = Occurrences(bindings)
    found = [(string, each) for string in strings_in(text, document) for each in occurrences.in_value(string)]
    _refuse(unbound_faults(document, bindings, occurrences, found), source)
    names = {value: f"${{{key}}}" for key, value in bindings.items()}
    places = [string.span(each.begin, each.end) for string, each in found]
    template = replaced(text, (Replacement(*at, names[each.text]) for at, (_, each) in zip(places, found, strict=True)))
    spelling = Spelling.of(template)
    _refuse(
        (
            _difference(string.place, text[begin:end], spelling.spell(each.text))
            for (begin, end), (string, each) in zip(places, found, strict=True)
            if text[begin:end] != spelling.spell(each.text)
        ),
        source,
    )
    return template


def _refuse_other(text: str, back: str, source: str) -> None:
    if back != text:
        olds, news = (strings_in(each, document_in(each, source)) for each in (text, back))
        _refuse(_differences(olds, news), source)


def _differences(olds: Iterable[JsonString], news: Iterable[JsonString]) -> Iterator[Fault]:
    for old, new in zip(olds, news, strict=True):
        if old.written != new.written:
            yield _difference(old.place, old.written, new.written)


def _difference(place: Place, old: str, new: str) -> Fault:
    begin = max(_first_difference(old, new) - _CONTEXT, 0)
    problem = f"{shown(old[begin:])} would come back as {shown(new[begin:])}"
    return Fault(place, problem, "write it so, or change the bindings")


def _first_difference(old: str, new: str) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(old), len(new)))


def _refuse(faults: Iterable[Fault], source: str) -> None:
    findings = [fault.finding(_RULE, source) for fault in faults]
    if findings:
        raise InvalidBindings(findings)
