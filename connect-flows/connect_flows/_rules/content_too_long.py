"""How long the content of a flow may be."""

from collections.abc import Iterator

from connect_flows._json_text import minified
from connect_flows._place import ROOT, Fault
from connect_flows._rules._rule import Rule
from connect_flows._view import View

LONGEST_CONTENT = 256_000


class ContentTooLong(Rule):
    id = "E104"
    text = f"The content of a flow has at most {LONGEST_CONTENT:,} characters."
    source = "https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html"

    def check(self, view: View) -> Iterator[Fault]:
        # A file of ten actions is never near; writing each one down again would take longer than all other rules.
        if view.flow.size > LONGEST_CONTENT // 2:
            length = len(minified(view.flow.document))
            if length > LONGEST_CONTENT:
                yield Fault(ROOT, f"has {length:,} characters without white space", f"keep at most {LONGEST_CONTENT:,}")
