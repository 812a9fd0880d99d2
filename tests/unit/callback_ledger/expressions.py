"""The conditions and updates of DynamoDB that the ledger uses."""

import re
from functools import cache
from typing import Any

from moto.dynamodb.parsing.reserved_keywords import ReservedKeywords

Item = dict[str, Any]

_TERM = re.compile(r"(?:(size|attribute_exists|attribute_not_exists)\()?([#\w]+)\)?(?: ([<=]) (:\w+))?")
_UPDATE = re.compile(r"(SET|ADD|DELETE) ([#\w]+)(?: =)? (:\w+)")


def holds(write: dict[str, Any], item: Item | None) -> bool:
    """Whether the condition of a write, if it has one, holds of the item that is there."""
    expression, names = write.get("ConditionExpression"), write.get("ExpressionAttributeNames", {})
    if expression is None:
        return True
    values = write.get("ExpressionAttributeValues", {})
    return any(_is_true(term, item or {}, names, values) for term in _terms(expression))


def updated(write: dict[str, Any], item: Item | None) -> Item:
    """Return the item after an update."""
    names, values = write.get("ExpressionAttributeNames", {}), write["ExpressionAttributeValues"]
    new = dict(item or write["Key"])
    for operation, name, placeholder in _updates(write["UpdateExpression"]):
        attribute, value = names.get(name, name), values[placeholder]
        if operation == "SET":
            new[attribute] = value
            continue
        held, given = set(new.get(attribute, {"SS": []})["SS"]), set(value["SS"])
        held = held | given if operation == "ADD" else held - given
        new[attribute] = {"SS": sorted(held)}
        if not held:  # DynamoDB knows no empty set
            del new[attribute]
    return new


def _is_true(term: tuple[str, ...], item: Item, names: dict[str, str], values: Item) -> bool:
    function, name, comparison, placeholder = term
    value = item.get(names.get(name, name))
    if function.startswith("attribute"):
        return (value is not None) is (function == "attribute_exists")
    if function == "size":
        assert comparison == "<"
        return value is not None and len(value["SS"]) < int(values[placeholder]["N"])
    assert comparison == "="
    return bool(value == values[placeholder])


@cache
def _terms(condition: str) -> list[tuple[str, ...]]:
    terms = []
    for term in condition.split(" OR "):
        matched = _TERM.fullmatch(term)
        assert matched, f"unknown condition: {condition}"
        terms.append(tuple(part or "" for part in matched.groups()))
    _refuse_reserved(condition, [name for _, name, _, _ in terms])
    return terms


@cache
def _updates(expression: str) -> list[tuple[str, str, str]]:
    updates: list[tuple[str, str, str]] = _UPDATE.findall(expression)
    known = " ".join(f"{operation} {name}{' =' * (operation == 'SET')} {value}" for operation, name, value in updates)
    assert known == expression, f"unknown update: {expression}"
    _refuse_reserved(expression, [name for _, name, _ in updates])
    return updates


def _refuse_reserved(expression: str, names: list[str]) -> None:
    reserved = set(ReservedKeywords.get_reserved_keywords())
    assert not {name.upper() for name in names} & reserved, f"a reserved keyword is a name: {expression}"
