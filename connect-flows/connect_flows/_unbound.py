"""What keeps an export from becoming a template: ARNs without a binding, and what would be a placeholder."""

from collections.abc import Iterable, Iterator, Mapping

from connect_flows._arn_kinds import kind_of
from connect_flows._finding import shown
from connect_flows._json_strings import JsonString
from connect_flows._occurrences import Occurrence, Occurrences, Sort
from connect_flows._place import Fault, walk
from connect_flows._suggestions import names_for


def unbound_faults(
    document: Mapping[str, object],
    bindings: Mapping[str, str],
    occurrences: Occurrences,
    found: Iterable[tuple[JsonString, Occurrence]],
) -> Iterator[Fault]:
    """The faults in the keys of a document, then those in its string values, of which it is known what is in them."""
    for place, value in walk(document):
        for key in value if isinstance(value, Mapping) else ():
            for each in occurrences.in_key(key):
                problem = f"is a key with {shown(each.text)}"
                yield Fault(place / key, problem, "only values can hold a placeholder: take it out before the import")
    unbound = [(string.place, each) for string, each in found if each.sort is not Sort.BOUND]
    names = names_for(document, bindings) if unbound else {}
    for place, each in unbound:
        if each.sort is Sort.UNBOUND_ARN:
            name = names.get(each.text, f"{kind_of(each.text)}.<name>")
            cure = f'add "{name}": "{each.text}" to the bindings'
            yield Fault(place, f"{each.text} has no binding", cure)
        else:
            cure = "import what the console wrote, or take it out"
            yield Fault(place, f"{shown(each.text)} would be read as a placeholder", cure)
