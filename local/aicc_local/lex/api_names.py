"""Shows properties of CloudFormation as the API names them: the same bot, with different names for some parts."""

from collections.abc import Mapping
from typing import Any

from botocore.model import Shape

from aicc_local.rest_json import service_model

# Names that differ in more than their capitals. Documented with the properties of AWS::Lex::Bot and the API's shapes.
RENAMED = {
    "MessageGroupsList": "messageGroups",
    "IsActive": "active",
    "NluImprovementSpecification": "nluImprovement",
    "SlotResolutionImprovementSpecification": "slotResolutionImprovement",
    "DescriptiveBotBuilderSpecification": "descriptiveBotBuilder",
    "SampleUtteranceGenerationSpecification": "sampleUtteranceGeneration",
    "BedrockGuardrailConfiguration": "guardrail",
    "BedrockGuardrailIdentifier": "identifier",
    "BedrockGuardrailVersion": "version",
    "BedrockModelCustomPrompt": "customPrompt",
    "BedrockTraceStatus": "traceStatus",
}
_VALUES = {
    "ORIGINAL_VALUE": "OriginalValue",
    "TOP_RESOLUTION": "TopResolution",
    "CONCATENATION": "Concatenation",
}


def to_api(properties: Any, shape: str) -> Any:
    """Properties as the shape of this name has them.

    Raises:
        KeyError: The shape has no member for a property.
    """
    return _shown(properties, service_model("lexv2-models").shape_for(shape))


def member_name(property_name: str, members: Mapping[str, Any]) -> str:
    """How a structure of the API names a property; raises `KeyError`."""
    wanted = RENAMED.get(property_name, property_name).casefold()
    for name in members:
        if name.casefold() == wanted:
            return name
    raise KeyError(f"no member for {property_name} among {', '.join(sorted(members))}")


def _shown(value: Any, shape: Any) -> Any:
    if shape.type_name == "structure" and isinstance(value, dict):
        return _structure(value, shape)
    if shape.type_name == "map" and isinstance(value, dict):
        return {key: _shown(each, shape.value) for key, each in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [_shown(each, shape.member) for each in value]
    return _VALUES.get(value, value) if isinstance(value, str) and _is_strategy(shape) else value


def _structure(value: dict[str, Any], shape: Any) -> dict[str, Any]:
    shown = {}
    for key, each in value.items():
        name = member_name(key, shape.members)
        shown[name] = _shown(each, shape.members[name])
    return shown


def _is_strategy(shape: Shape) -> bool:
    return shape.name == "SlotValueResolutionStrategy"
