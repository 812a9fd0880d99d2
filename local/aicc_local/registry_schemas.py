"""The CloudFormation registry's schemas of AWS::Connect and AWS::Lex: what a property may hold, and what replaces.

cfn-lint ships them for each Region; they are read as files, since cfn-lint itself takes longer to load than all the
rest of the local AWS. Source: https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import regex

# Not every schema says so of these.
_SECRET_NAME = re.compile("password|secret", re.IGNORECASE)
# Keywords of which jsonschema quotes names and no values.
_NAMING = frozenset({"required", "additionalProperties"})

# The schema lacks it; the documentation of the type, and the service specification of the CDK, say "Replacement".
_ALSO_REPLACING = {"AWS::Connect::PhoneNumber": frozenset({"Description"})}


class InvalidProperties(ValueError):
    """Resolved properties that the type's schema refuses; the message names each place, and each value but secrets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrySchema:
    """What the registry says of one type.

    Attributes:
        type_name: Such as "AWS::Connect::Queue".
        document: The schema itself.
        create_only: Names of properties whose change replaces the resource.
        read_only: Names of properties that only AWS sets.
        write_only: Names of properties that AWS never tells, such as passwords.
        identifier: Names of the properties that Ref answers, joined by "|".
    """

    type_name: str
    document: Mapping[str, Any]
    create_only: frozenset[str]
    read_only: frozenset[str]
    write_only: frozenset[str]
    identifier: tuple[str, ...]

    def coerce(self, properties: Mapping[str, Any]) -> dict[str, Any]:
        """Turn texts into the numbers and truth values that the schema wants, as CloudFormation does."""
        coerced = _coerce(dict(properties), self.document, self.document)
        assert isinstance(coerced, dict)
        return coerced

    def check(self, properties: Mapping[str, Any]) -> None:
        """Refuse properties that the schema does not allow.

        Raises:
            InvalidProperties: Naming every place.
        """
        problems = [f"Encountered unsupported property {name}" for name in properties if name in self.read_only]
        problems += [self._told(error) for error in _validator(self.type_name).iter_errors(properties)]
        if problems:
            raise InvalidProperties("Model validation failed (" + "; ".join(problems) + ")")

    def _told(self, error: Any) -> str:
        path = [str(part) for part in error.absolute_path]
        said = error.message
        # jsonschema quotes what it refuses, and that ends in events and logs. CloudFormation words it so.
        if error.validator not in _NAMING and self._is_secret(path, error.instance):
            said = f"failed validation constraint for keyword [{error.validator}]"
        return f"#/{'/'.join(path)}: {said}" if path else f"#: {said}"

    def _is_secret(self, path: list[str], value: Any) -> bool:
        if any(_SECRET_NAME.search(part) for part in path):
            return True
        if isinstance(value, Mapping):
            return any(self._is_secret([*path, key], each) for key, each in value.items())
        if isinstance(value, list):
            return any(self._is_secret([*path, ""], each) for each in value)
        # Structures are write-only too, such as the locales of a bot, since AWS keeps them otherwise.
        return len(path) == 1 and path[0] in self.write_only


@cache
def registry_schema(type_name: str, region: str = "ap-northeast-2") -> RegistrySchema:
    """Return the schema of a type.

    Raises:
        KeyError: The Region has no such type.

    >>> sorted(registry_schema("AWS::Connect::ContactFlow").create_only)
    ['InstanceArn', 'Type']
    """
    name = _files(region).get(type_name)
    if name is None:
        raise KeyError(f"{type_name}: {region} has no such type")
    document = _read(f"resources/{name}.json")
    create_only = _names(document, "createOnlyProperties") | _ALSO_REPLACING.get(type_name, frozenset())
    return RegistrySchema(
        type_name=type_name,
        document=document,
        create_only=create_only,
        read_only=_names(document, "readOnlyProperties"),
        write_only=_names(document, "writeOnlyProperties"),
        identifier=tuple(pointer.removeprefix("/properties/") for pointer in document["primaryIdentifier"]),
    )


@cache
def _files(region: str) -> dict[str, str]:
    """The name of each type's file."""
    return _read(f"providers/{region}.json")


def _read(name: str) -> dict[str, Any]:
    # Not from a user's cache: what lies there may be newer than what the tests have seen.
    package = find_spec("cfnlint")
    assert package is not None
    assert package.origin is not None
    read: dict[str, Any] = json.loads((Path(package.origin).parent / "data" / "schemas" / name).read_text("utf-8"))
    return read


def _names(document: Mapping[str, Any], member: str) -> frozenset[str]:
    return frozenset(pointer.removeprefix("/properties/").partition("/")[0] for pointer in document.get(member) or ())


@cache
def _validator(type_name: str) -> Any:
    document = registry_schema(type_name).document
    validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": _pattern})
    return validator(document)


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[jsonschema.ValidationError]:
    if isinstance(value, str) and not regex.search(pattern, value):
        yield jsonschema.ValidationError(f"{value!r} does not match pattern {pattern}")


def _coerce(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    schema = _followed(schema, root)
    kinds = schema.get("type")
    kind = kinds if isinstance(kinds, str) else None
    if isinstance(value, dict):
        named = schema.get("properties") or {}
        return {key: _coerce(each, named.get(key, {}), root) for key, each in value.items()}
    if isinstance(value, list):
        return [_coerce(each, schema.get("items") or {}, root) for each in value]
    return _COERCIONS.get(kind or "", _same)(value)


def _followed(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema:
        target: Any = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def _same(value: Any) -> Any:
    return value


def _number(value: Any) -> Any:
    try:
        return float(value) if "." in str(value) else int(value)
    except (TypeError, ValueError):
        return value


def _truth(value: Any) -> Any:
    return {"true": True, "false": False}.get(value.lower(), value) if isinstance(value, str) else value


def _text(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value


_COERCIONS = {"integer": _number, "number": _number, "boolean": _truth, "string": _text}
