"""Lambda's polling of queues: it receives and deletes messages in the name of the function's role.

Without all three permissions the mapping is in trouble and no message moves.
https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions
"""

from typing import Any

from ministack.services import lambda_svc

from aicc_local.emulator.role_permissions import role_may

ACTIONS = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")


def register() -> None:
    """Ask before ministack polls."""
    concurrency = lambda_svc._sqs_esm_concurrency

    def allowed(mapping: dict[str, Any], function: dict[str, Any], config: dict[str, Any], *rest: Any) -> int:
        if may_poll(config.get("Role", ""), mapping["EventSourceArn"]):
            return int(concurrency(mapping, function, config, *rest))
        mapping["LastProcessingResult"] = "PROBLEM: Lambda was not authorized to access the queue."
        return 0

    lambda_svc._sqs_esm_concurrency = allowed


def may_poll(role: str, queue: str) -> bool:
    """Whether a role may do all that polling a queue needs."""
    return all(role_may(role, action, queue) for action in ACTIONS)
