"""Keeps what dynamic references to secrets resolve to out of the reasons of events, and so out of logs and terminals.

What refuses a property may quote it; the reference is told in place of the value.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
"""

import contextvars
from collections.abc import Callable, Mapping
from typing import Any

from ministack.services.cloudformation import stacks

# The references of the stack operation that is running, and their values. Parameters of the kind "ssm" are no secrets.
_secrets: contextvars.ContextVar[Mapping[str, str]] = contextvars.ContextVar("secrets")
_SECRET = ("{{resolve:secretsmanager:", "{{resolve:ssm-secure:")


class Failed(Exception):
    """A resource that failed; the text is what the stack's events show."""


def register() -> None:
    """Remember what is resolved; after everything else that makes and changes resources."""
    resolve = stacks._resolve_dynamic_references

    def resolved(*arguments: Any, **options: Any) -> Any:
        value, found = resolve(*arguments, **options)
        secret = {reference: text for reference, text in found.items() if text and reference.startswith(_SECRET)}
        _secrets.set({**_secrets.get({}), **secret})
        return value, found

    stacks._resolve_dynamic_references = resolved
    stacks._provision_resource = _discreet(stacks._provision_resource)
    stacks._update_resource = _discreet(stacks._update_resource)
    stacks._delete_resource = _discreet(stacks._delete_resource)


def without_secrets(text: str, secrets: Mapping[str, str]) -> str:
    """The text with references in place of their values.

    >>> without_secrets("'hunter2' is too short", {"{{resolve:secretsmanager:door}}": "hunter2"})
    "'{{resolve:secretsmanager:door}}' is too short"
    """
    for reference, value in secrets.items():
        text = text.replace(value, reference)
    return text


def _discreet(handle: Callable[..., Any]) -> Callable[..., Any]:
    def handled(*arguments: Any) -> Any:
        try:
            return handle(*arguments)
        except Exception as error:
            said = without_secrets(str(error), _secrets.get({}))
            if said == str(error):
                raise
        # Outside of the handler, so that no traceback shows what was said first.
        raise Failed(said)

    return handled
