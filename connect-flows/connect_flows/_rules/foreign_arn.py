"""ARNs of somewhere else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from re import Match
from typing import NamedTuple

from connect_flows._finding import shown
from connect_flows._instance_arn import ARN, INSTANCE, InstanceArn
from connect_flows._place import Fault, Place
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View

_PARTS = ("partition", "region", "account", "instance")


class _Found(NamedTuple):
    place: Place
    arn: str
    parts: Mapping[str, str]


class ForeignArn(Rule):
    id = "W514"
    text = "All ARNs are of one instance, account and Region: the instance's that the flow is for."
    source = f"{GUIDE}/contact-flow-import-export.html: ARNs of another instance are not resolved"

    def check(self, view: View) -> Iterator[Fault]:
        found = [
            _Found(place, match[0], _parts(match))
            for _, place, value in view.strings
            if "arn:aws" in value
            for match in ARN.finditer(value)
        ]
        if not found:
            return
        if view.around.instance is None:
            found = [_without_shared_account(each) for each in found]
            home = _of_most(found)
        else:
            home = _of_instance(view.around.instance)
        for place, arn, parts in found:
            wrong = [name for name in _PARTS if parts[name] and home[name] and parts[name] != home[name]]
            if wrong:
                part = wrong[0]
                problem = f"{shown(arn)} is of {part} {parts[part]}, not {home[part]}"
                yield Fault(place, problem, "name the resource that is there, or use a placeholder")


def _parts(match: Match[str]) -> Mapping[str, str]:
    instance = INSTANCE.match(match["rest"]) if match["service"] == "connect" else None
    return {
        "partition": match["partition"],
        "region": match["region"],
        "account": match["account"],
        "instance": "" if instance is None else instance[1],
    }


def _of_instance(instance: InstanceArn) -> Mapping[str, str]:
    return {
        "partition": instance.partition,
        "region": instance.region,
        "account": instance.account,
        "instance": instance.instance_id,
    }


def _without_shared_account(found: _Found) -> _Found:
    """Accounts may well share functions and buckets: one of another account is nothing odd by itself."""
    return found if found.parts["instance"] else found._replace(parts={**found.parts, "account": ""})


def _of_most(found: list[_Found]) -> Mapping[str, str]:
    most = {name: Counter(parts[name] for _, _, parts in found if parts[name]) for name in _PARTS}
    return {name: counted.most_common(1)[0][0] if counted else "" for name, counted in most.items()}
