"""What /_aicc/ answers: the status of the local AWS and its faults; contacts add routes of their own."""

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, Protocol

from aicc_local.documented_limits import connect_limits
from aicc_local.errors import invalid_request, not_found
from aicc_local.fault import InvalidRule
from aicc_local.fault_rule import Rule, rule_from_json
from aicc_local.faults import Faults
from aicc_local.local_aws import LocalAws


class Asked(Protocol):
    """A request."""

    @property
    def body(self) -> Any:
        """The JSON of its body; None without one."""

    @property
    def rest(self) -> str:
        """The end of its path."""


def control_routes(
    aws: LocalAws, faults: Faults, let_pass: Callable[[float], None]
) -> dict[str, Callable[[Asked], Any]]:
    """Method and path to what answers; a path that ends in "/" is asked for all that begins so."""
    return {
        "GET /_aicc/status": lambda _: _status(aws),
        "POST /_aicc/time": lambda asked: _passed(aws, let_pass, asked.body),
        "GET /_aicc/faults": lambda _: faults.as_json(),
        "PUT /_aicc/faults": lambda asked: _added(faults, _rules(asked.body)),
        "PUT /_aicc/faults/connect-limits": lambda _: _added(faults, connect_limits()),
        "DELETE /_aicc/faults": lambda _: faults.clear(),
        "DELETE /_aicc/faults/": lambda asked: _removed(faults, asked.rest),
    }


def _status(aws: LocalAws) -> Mapping[str, Any]:
    with aws.lock:
        records = aws.store.counts()
    facts = {"version": version("ministack"), "account": aws.account, "region": aws.region, "now": aws.now()}
    return {**facts, "records": records}


def _passed(aws: LocalAws, let_pass: Callable[[float], None], body: Any) -> Mapping[str, Any]:
    seconds = body.get("seconds") if isinstance(body, Mapping) else None
    try:
        let_pass(float(seconds or 0))
    except (TypeError, ValueError) as error:
        raise invalid_request(f"seconds: {error}") from error
    return {"now": aws.now()}


def _rules(body: Any) -> list[Rule]:
    if not isinstance(body, list):
        raise InvalidRule(f"the body must be a list of rules, got {body!r}")
    return [rule_from_json(each) for each in body]


def _added(faults: Faults, rules: list[Rule]) -> list[dict[str, Any]]:
    return [rule.as_json() for rule in faults.add(rules)]


def _removed(faults: Faults, rule_id: str) -> None:
    if not faults.remove(rule_id):
        raise not_found(f"there is no rule {rule_id}")
