"""What becomes of an asynchronous event that a function failed on: it is sent on in the name of the function's role.

What the role may not send is lost, and counted as DeadLetterErrors or DestinationDeliveryFailures.
https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
"""

import logging
from typing import Any

from ministack.services import cloudwatch, lambda_svc

from aicc_local.emulator.role_permissions import role_may

log = logging.getLogger("aicc_local")

_ACTIONS = {
    "sqs": "sqs:SendMessage",
    "sns": "sns:Publish",
    "lambda": "lambda:InvokeFunction",
    "events": "events:PutEvents",
}


def register() -> None:
    """Ask before ministack sends."""
    send = lambda_svc._route_async_failure

    def sent(target_arn: str, function_name: str, event: Any, result: dict[str, Any]) -> None:
        config = (lambda_svc._functions.get(function_name) or {}).get("config", {})
        action = _ACTIONS.get(target_arn.split(":")[2])
        if action is None or role_may(config.get("Role", ""), action, target_arn):
            send(target_arn, function_name, event, result)
            return
        is_dead_letter = (config.get("DeadLetterConfig") or {}).get("TargetArn") == target_arn
        metric = "DeadLetterErrors" if is_dead_letter else "DestinationDeliveryFailures"
        log.warning("%s: the role may not %s on %s; the event is lost", function_name, action, target_arn)
        cloudwatch.record_metric("AWS/Lambda", metric, 1.0, "Count", {"FunctionName": function_name})

    lambda_svc._route_async_failure = sent
