"""Members of the document that the flow language does not have."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._shape import parts_of, place_of
from connect_flows._view import View


class UnknownMember(Rule):
    id = "E102"
    text = "Documents, actions and transitions have no members but those of the flow language."
    source = f"{DOCUMENT}; a misspelt member is a branch or a parameter that is not there"

    def check(self, view: View) -> Iterator[Fault]:
        for part in parts_of(view.flow.document):
            required, optional = part.members
            for key in part.value if isinstance(part.value, dict) else ():
                if key not in required and key not in optional:
                    place = place_of(part, view.flow.document) / key
                    yield Fault(place, "is unknown", f"use only {', '.join(part.members.allowed)}")
