"""Names of flows that have no metrics."""

from collections.abc import Iterator
from pathlib import PurePath

from connect_flows._names import check_name
from connect_flows._place import ROOT, Fault, Place
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View


class MetricName(Rule):
    id = "W524"
    text = "The name of a flow is one that CloudWatch takes: ASCII, 127 characters at most."
    source = f"{GUIDE}/monitoring-cloudwatch.html"

    def check(self, view: View) -> Iterator[Fault]:
        metadata = view.flow.document.get("Metadata")
        name = metadata.get("name") if isinstance(metadata, dict) else None
        file = PurePath(view.flow.source)
        if isinstance(name, str):
            yield from _faults(name, ROOT / "Metadata" / "name", "")
        elif name is None and file.suffix == ".json":
            yield from _faults(file.stem, ROOT, "has no name but its file's: ")


def _faults(name: str, place: Place, before: str) -> Iterator[Fault]:
    reason = check_name(name)
    if reason is not None:
        problem, _, cure = reason.rpartition("; ")
        yield Fault(place, before + problem, cure)
