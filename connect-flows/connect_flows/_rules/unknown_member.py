"""Members of the document that the flow language does not have."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._shape import parts_of
from connect_flows._view import View


class UnknownMember(Rule):
    id = "E102"
    text = "Documents, actions and transitions have no members but those of the flow language."
    source = f"{DOCUMENT}; a misspelt member is a branch or a parameter that is not there"

    def check(self, view: View) -> Iterator[Fault]:
        for value, place, members in parts_of(view.flow.document):
            if isinstance(value, dict) and not value.keys() <= members.names:
                for key in value.keys() - members.names:
                    yield Fault(place / key, "is unknown", f"use only {', '.join(members.allowed)}")
