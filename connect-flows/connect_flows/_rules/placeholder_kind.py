"""Resources of one kind where another is meant."""

from collections.abc import Iterator

from connect_flows._arn_kinds import is_owned_by_aws, kind_of
from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._placeholder import placeholders_in
from connect_flows._resources import is_fixed, named_resources
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class PlaceholderKind(Rule):
    id = "E215"
    text = "A placeholder or an ARN is of the kind that its parameter names."
    source = f"{REFUSAL}: an ARN of another kind of resource is refused"

    def check(self, view: View) -> Iterator[Fault]:
        for kind, place, value in named_resources(view):
            for placeholder in placeholders_in(value):
                if placeholder.kind != kind:
                    yield Fault(place, f"{placeholder} is no {kind}", f"use ${{{kind}.<name>}}")
            if is_fixed(value) and value.startswith("arn:") and not _may_be(kind, value):
                yield Fault(place, f"{shown(value)} is the ARN of no {kind}", f"use one, or ${{{kind}.<name>}}")


def _may_be(kind: str, arn: str) -> bool:
    return arn.count(":") >= 5 and (is_owned_by_aws(arn) or kind_of(arn) == kind)
