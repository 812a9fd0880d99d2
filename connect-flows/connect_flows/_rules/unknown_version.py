"""The version of the flow language."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View

VERSION = "2019-10-30"


class UnknownVersion(Rule):
    id = "E101"
    text = "There is one version of the flow language."
    source = DOCUMENT

    def check(self, view: View) -> Iterator[Fault]:
        version = view.flow.document["Version"]
        if version != VERSION:
            yield Fault(ROOT / "Version", f"is {shown(version)}", f"make it {VERSION!r}, the only one there is")
