"""AWS::IAM::SAMLProvider, whose API ministack has: an environment that people sign in to by SAML deploys here too."""

import re
from typing import Any

from ministack.services import iam
from ministack.services.cloudformation import provisioners

SAML_PROVIDER = "AWS::IAM::SAMLProvider"

Made = tuple[str, dict[str, str]]


class SamlProviderRefused(Exception):
    """IAM refuses a provider; the text is what the stack's events show."""


def register() -> None:
    """Make CloudFormation know the type."""
    provisioners._RESOURCE_HANDLERS[SAML_PROVIDER] = {"create": create, "update": update, "delete": delete}


def create(logical_id: str, properties: dict[str, Any], stack: str) -> Made:
    """Make a provider."""
    name = properties.get("Name") or provisioners._physical_name(stack, logical_id, max_len=128)
    arn = f"arn:aws:iam::{iam.get_account_id()}:saml-provider/{name}"
    _ask(iam._create_saml_provider, Name=name, SAMLMetadataDocument=properties["SamlMetadataDocument"])
    return arn, {"Arn": arn}


def update(physical_id: str, _old: dict[str, Any], new: dict[str, Any], _stack: str) -> Made:
    """Give a provider other metadata."""
    _ask(iam._update_saml_provider, SAMLProviderArn=physical_id, SAMLMetadataDocument=new["SamlMetadataDocument"])
    return physical_id, {"Arn": physical_id}


def delete(physical_id: str, _properties: dict[str, Any]) -> None:
    """Delete a provider; one that is gone is deleted."""
    if physical_id in iam._saml_providers:
        _ask(iam._delete_saml_provider, SAMLProviderArn=physical_id)


def _ask(operation: Any, **parameters: str) -> None:
    status, _headers, body = operation({name: [value] for name, value in parameters.items()})
    if status >= 400:
        told = re.search(r"<Message>(.*?)</Message>", body.decode() if isinstance(body, bytes) else str(body))
        raise SamlProviderRefused(told[1] if told else f"IAM answered {status}")
