"""AWS::Lambda::Function: the settings that ministack's CloudFormation drops, though its Lambda knows them."""

from collections.abc import Callable
from typing import Any

from ministack.services import lambda_svc
from ministack.services.cloudformation import provisioners

FUNCTION = "AWS::Lambda::Function"


def register() -> None:
    """Keep dead-letter queues and reserved concurrency."""
    handlers = provisioners._RESOURCE_HANDLERS[FUNCTION]
    handlers["create"] = _keeping(handlers["create"], properties=1)
    handlers["update"] = _keeping(handlers["update"], properties=2)


def _keeping(handler: Callable[..., Any], *, properties: int) -> Callable[..., Any]:
    def handle(*arguments: Any) -> Any:
        name, attributes = handler(*arguments)
        _keep(lambda_svc._functions[name], arguments[properties])
        return name, attributes

    return handle


def _keep(function: dict[str, Any], properties: dict[str, Any]) -> None:
    config = function["config"]
    if properties.get("DeadLetterConfig"):
        config["DeadLetterConfig"] = properties["DeadLetterConfig"]
    else:
        config.pop("DeadLetterConfig", None)
    reserved = properties.get("ReservedConcurrentExecutions")
    function["concurrency"] = None if reserved is None else int(reserved)
