"""Pages of a list: `maxResults` of them, and a token for the rest."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from aicc_local.lex.kinds import invalid

# "If there are fewer results than the maximum page size, only the actual number of results are returned."
_PAGE = 50


def paged(name: str, summaries: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The page that a request asks for, under `name`, with `nextToken` while there is more."""
    start = _start(parameters.get("nextToken"))
    end = start + int(parameters.get("maxResults", _PAGE))
    page: dict[str, Any] = {name: list(summaries[start:end])}
    return {**page, "nextToken": base64.b64encode(str(end).encode()).decode()} if end < len(summaries) else page


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


def _start(token: str | None) -> int:
    if not token:
        return 0
    try:
        return int(base64.b64decode(token, validate=True))
    except ValueError as error:
        raise invalid("The nextToken is not valid.") from error
