"""Which changes replace a resource: for the types that ministack says nothing of, what their registry schema says."""

from typing import Any

from ministack.services.cloudformation import provisioners

from aicc_local.registry_schemas import registry_schema


def register() -> None:
    """Let ministack ask the schemas."""
    provisioners._REPLACING_PROPERTIES = ReplacingProperties(provisioners._REPLACING_PROPERTIES)


class ReplacingProperties(dict[str, tuple[str, ...]]):
    """By type, the properties whose change replaces the resource."""

    def get(self, resource_type: str, default: Any = None) -> Any:
        """What is listed, else what the schema says; `default` for a type without one, such as a custom resource.

        >>> ReplacingProperties().get("AWS::Lambda::Alias")
        ('FunctionName', 'Name')
        """
        if resource_type in self:
            return self[resource_type]
        # cfn-lint takes them for AWS::CloudFormation::CustomResource; what replaces them is the function's to say.
        if resource_type.startswith("Custom::"):
            return default
        try:
            return tuple(sorted(registry_schema(resource_type).create_only))
        except KeyError:
            return default
