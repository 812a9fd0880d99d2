"""Names of flows that have no metrics."""

from collections.abc import Iterator

from connect_flows._names import check_name
from connect_flows._place import ROOT, Fault
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View


class MetricName(Rule):
    id = "W524"
    text = "The name of a flow is one that CloudWatch takes: ASCII, 127 characters at most."
    source = f"{GUIDE}/monitoring-cloudwatch.html"

    def check(self, view: View) -> Iterator[Fault]:
        metadata = view.flow.document.get("Metadata")
        name = metadata.get("name") if isinstance(metadata, dict) else None
        reason = check_name(name) if isinstance(name, str) else None
        if reason is not None:
            problem, _, cure = reason.rpartition("; ")
            yield Fault(ROOT / "Metadata" / "name", problem, cure)
