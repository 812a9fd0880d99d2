"""Refuses a template that refers to what it does not define, before anything is made, in CloudFormation's words.

ministack takes the bare name for the value instead, so a stack is made that AWS would not even begin.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ministack.services.cloudformation import changesets, engine, handlers, stacks

Template = Mapping[str, Any]

# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
PSEUDO_PARAMETERS = frozenset(
    f"AWS::{name}"
    for name in (
        "AccountId",
        "NoValue",
        "NotificationARNs",
        "Partition",
        "Region",
        "StackId",
        "StackName",
        "URLSuffix",
    )
)
_VARIABLE = re.compile(r"\$\{([^!}][^}]*)\}")


class UnresolvedReferences(ValueError):
    """The template is refused; the text is CloudFormation's."""


@dataclass(frozen=True, slots=True)
class _Reference:
    function: str
    name: str
    attribute: str = ""


def register() -> None:
    """Look at every template that ministack validates: of stacks, change sets and nested stacks."""
    statics = engine._validate_template_statics

    def validated(template: Template) -> None:
        check_references(template)
        statics(template)

    engine._validate_template_statics = validated
    for module in (engine, handlers, changesets, stacks):
        module._evaluate_conditions = _explaining(engine._evaluate_conditions)


def _explaining(evaluate: Callable[..., Any]) -> Callable[..., Any]:
    # It looks conditions up before the template is validated.
    def evaluated(template: Template, *rest: Any) -> Any:
        try:
            return evaluate(template, *rest)
        except KeyError:
            check_references(template)
            raise

    return evaluated


def check_references(template: Template) -> None:
    """Refuse a template that refers to what it does not define.

    Raises:
        UnresolvedReferences: What the first section in error refers to.
    """
    if not template.get("Resources"):
        raise UnresolvedReferences("Template format error: At least one Resources member must be defined.")
    if template.get("Transform"):
        # A macro may add what is referred to.
        return
    _check_conditions(template)
    for block in ("Resources", "Outputs"):
        _check_block(template, block)


def _check_conditions(template: Template) -> None:
    known = {*(template.get("Parameters") or ()), *PSEUDO_PARAMETERS}
    conditions = template.get("Conditions") or {}
    unknown = [each.name for each in _references(conditions) if each.function == "Ref" and each.name not in known]
    if unknown:
        raise UnresolvedReferences(
            f"Template format error: Unresolved dependencies {_listed(unknown)}. "
            "Cannot reference resources in the Conditions block of the template"
        )
    for each in _references(conditions):
        if each.function == "Condition" and each.name not in conditions:
            raise _unresolved_condition(each.name, "Conditions")


def _check_block(template: Template, block: str) -> None:
    resources, conditions = template["Resources"], template.get("Conditions") or {}
    known = {*resources, *(template.get("Parameters") or ()), *PSEUDO_PARAMETERS}
    unknown = []
    for member in (template.get(block) or {}).values():
        if not isinstance(member, Mapping):
            continue
        condition = member.get("Condition")
        if isinstance(condition, str) and condition not in conditions:
            raise _unresolved_condition(condition, block)
        unknown += [name for name in _depended_on(member) if name not in resources]
        for each in _references({key: value for key, value in member.items() if key != "Condition"}):
            if each.function == "Ref" and each.name not in known:
                unknown.append(each.name)
            _check_function(each, resources, conditions)
    if unknown:
        raise UnresolvedReferences(
            f"Template format error: Unresolved resource dependencies {_listed(unknown)} "
            f"in the {block} block of the template"
        )


def _check_function(reference: _Reference, resources: Template, conditions: Template) -> None:
    name, function = reference.name, reference.function
    if function == "Fn::GetAtt" and name not in resources:
        raise UnresolvedReferences(f"Template error: instance of Fn::GetAtt references undefined resource {name}")
    if function == "Fn::Sub" and name not in resources:
        raise UnresolvedReferences(
            f"Template error: instance of Fn::Sub references invalid resource attribute {name}.{reference.attribute}"
        )
    if function == "Fn::If" and name not in conditions:
        raise UnresolvedReferences(f"Template error: unresolved condition dependency {name} in Fn::If")


def _depended_on(member: Template) -> list[str]:
    named = member.get("DependsOn") or []
    return [named] if isinstance(named, str) else list(named)


def _references(value: Any) -> Iterator[_Reference]:
    if isinstance(value, list):
        for each in value:
            yield from _references(each)
    elif isinstance(value, Mapping):
        # A function stands alone; a policy, for instance, has a Condition among others.
        if len(value) == 1:
            [(function, argument)] = value.items()
            yield from _called(function, argument)
        for each in value.values():
            yield from _references(each)


def _called(function: str, argument: Any) -> Iterator[_Reference]:
    first = argument[0] if isinstance(argument, list) and argument else argument
    if function in ("Ref", "Condition") and isinstance(argument, str):
        yield _Reference(function, argument)
    elif function == "Fn::GetAtt" and isinstance(first, str):
        yield _Reference(function, first if isinstance(argument, list) else first.partition(".")[0])
    elif function == "Fn::If" and isinstance(argument, list) and isinstance(first, str):
        yield _Reference(function, first)
    elif function == "Fn::Sub" and isinstance(first, str):
        given = argument[1] if isinstance(argument, list) and len(argument) > 1 else {}
        for variable in _VARIABLE.findall(first):
            name, _, attribute = variable.strip().partition(".")
            if variable.strip() not in given:
                # Without an attribute it is a Ref.
                yield _Reference(function if attribute else "Ref", name, attribute)


def _unresolved_condition(name: str, block: str) -> UnresolvedReferences:
    return UnresolvedReferences(
        f"Template format error: Unresolved condition dependency {name} in the {block} block of the template"
    )


def _listed(names: list[str]) -> str:
    return f"[{', '.join(dict.fromkeys(names))}]"
