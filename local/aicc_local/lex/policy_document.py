"""What Lex takes for a resource policy."""

import json
from typing import Any

from aicc_local.errors import ServiceError


def parsed(policy: Any) -> dict[str, Any]:
    """A policy document, given as JSON or as an object.

    Raises:
        ServiceError: ValidationException for what is no policy for Lex.
    """
    if isinstance(policy, str):
        try:
            policy = json.loads(policy)
        except ValueError as error:
            raise _invalid("it is not JSON") from error
    if not isinstance(policy, dict) or policy.get("Version") not in ("2012-10-17", "2008-10-17"):
        raise _invalid("Version must be 2012-10-17")
    statements = policy.get("Statement")
    statements = [statements] if isinstance(statements, dict) else statements
    if not isinstance(statements, list) or not statements:
        raise _invalid("it has no Statement")
    for index, statement in enumerate(statements):
        _check_statement(f"Statement[{index}]", statement)
    return {**policy, "Statement": statements}


def _check_statement(place: str, statement: Any) -> None:
    if not isinstance(statement, dict):
        raise _invalid(f"{place} is not an object")
    for name in ("Effect", "Principal", "Action", "Resource"):
        if not statement.get(name):
            raise _invalid(f"{place} has no {name}")
    if statement["Effect"] not in ("Allow", "Deny"):
        raise _invalid(f"{place}: Effect is {statement['Effect']!r}")
    actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
    for action in actions:
        if not str(action).startswith("lex:"):
            raise _invalid(f"{place}: Action {action!r} is not one of Amazon Lex")


def _invalid(reason: str) -> ServiceError:
    return ServiceError("ValidationException", f"The resource policy is not valid: {reason}.")
