"""Pages of a list: `maxResults` of them, and a token for the rest."""

from collections.abc import Mapping, Sequence
from typing import Any

from aicc_local.lex.kinds import invalid
from aicc_local.next_token import next_token, start_of

# "If there are fewer results than the maximum page size, only the actual number of results are returned."
_PAGE = 50


def paged(name: str, summaries: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The page that a request asks for, under `name`, with `nextToken` while there is more."""
    start = _start(name, parameters)
    end = start + int(parameters.get("maxResults", _PAGE))
    page: dict[str, Any] = {name: list(summaries[start:end])}
    return {**page, "nextToken": next_token(name, parameters, end)} if end < len(summaries) else page


def filtered(
    summaries: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any], names: Mapping[str, str]
) -> list[Mapping[str, Any]]:
    """Those that fit the filters; `names` gives the member that a filter looks at."""
    return [
        each
        for each in summaries
        if all(_fits(str(each.get(names[rule["name"]], "")), rule) for rule in parameters.get("filters", ()))
    ]


def _fits(value: str, rule: Mapping[str, Any]) -> bool:
    if rule["operator"] == "CO":
        return any(wanted in value for wanted in rule["values"])
    return (value in rule["values"]) is (rule["operator"] == "EQ")


def _start(name: str, parameters: Mapping[str, Any]) -> int:
    try:
        # Each operation has a name of its own for its summaries.
        return start_of(parameters.get("nextToken") or None, name, parameters)
    except ValueError as error:
        raise invalid("The nextToken is not valid.") from error
