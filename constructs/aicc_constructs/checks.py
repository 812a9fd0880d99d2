"""Checks that several constructs share; each skips CDK tokens, whose value is known only at deploy."""

from collections.abc import Collection
from difflib import get_close_matches

from aws_cdk import Token

from aicc_constructs.errors import InvalidInput
from connect_flows import check_name as check_flow_name

NAME_LENGTH = 127
DESCRIPTION_LENGTH = 250


def is_token(value: str) -> bool:
    """Tell whether a string holds a CDK token.

    Asked for every name in the app: the string's own marker is looked at, since `Token.is_unresolved` crosses to Node.

    Example:
        >>> is_token("${Token[AWS.Region.4]}"), is_token("General")
        (True, False)
    """
    return "${Token[" in value


def check_name(place: str, name: str) -> None:
    """Refuse a queue or flow name that CloudWatch would not display: its metrics and alarms would be silent.

    Source: Amazon Connect administrator guide, monitoring with CloudWatch; names of 1 to 127 characters.

    Raises:
        InvalidInput: The name is empty, too long or holds a character outside CloudWatch's set.

    Example:
        >>> check_name("Queue 'General': name", "aicc-general")
    """
    if is_token(name):
        return
    finding = check_flow_name(name)
    if finding is not None:
        problem, _, cure = finding.rpartition("; ")
        raise InvalidInput(place, problem, cure if name.isascii() else f"{cure} and put Korean into the description")


def check_length(place: str, text: str, maximum: int, *, minimum: int = 1) -> None:
    """Refuse a text that is too short or too long for Connect.

    Example:
        >>> check_length("Hours 'Main': description", "상담 시간", 250)
    """
    if not is_token(text) and not minimum <= len(text) <= maximum:
        raise InvalidInput(place, f"{text!r} has {len(text)} characters", f"use {minimum} to {maximum}")


def check_description(place: str, text: str | None, maximum: int = DESCRIPTION_LENGTH) -> None:
    """Refuse a description that is empty or too long; none at all is fine.

    Example:
        >>> check_description("Queue 'General'", None)
        >>> check_description("Queue 'General'", "일반 상담")
    """
    if text is not None:
        check_length(f"{place}: description", text, maximum)


def check_range(place: str, value: float, minimum: float, maximum: float, *, unit: str = "") -> None:
    """Refuse a number outside its limits.

    Example:
        >>> check_range("Queue 'General': max_contacts", 10, 0, 1000)
    """
    if not minimum <= value <= maximum and not Token.is_unresolved(value):
        raise InvalidInput(place, f"{value} is outside {minimum} to {maximum}{unit}", "choose a value inside")


def check_choice(place: str, value: str, choices: Collection[str]) -> None:
    """Refuse a value that is not one of those there are, and name the nearest.

    Example:
        >>> check_choice("Instance: identity", "SAML", {"SAML", "CONNECT_MANAGED"})
    """
    if is_token(value) or value in choices:
        return
    near = get_close_matches(value, list(choices), n=1)
    cure = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(sorted(choices))}"
    raise InvalidInput(place, f"{value!r} is not known", cure)
