"""The logs of functions: Lambda writes them in the name of the execution role, and drops what that may not write.

The function runs all the same.
https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
"""

import logging
from typing import Any

from ministack.services import cloudwatch_logs, lambda_svc

from aicc_local.emulator.role_permissions import role_may

log = logging.getLogger("aicc_local")


def register() -> None:
    """Ask before ministack writes."""
    write = lambda_svc._emit_lambda_logs

    def written(function: dict[str, Any], *arguments: Any, **options: Any) -> None:
        config = function.get("config") or function
        if may_log(config):
            write(function, *arguments, **options)
        else:
            log.warning("%s: the role may not write the log; it is dropped", config.get("FunctionName"))

    lambda_svc._emit_lambda_logs = written


def may_log(config: dict[str, Any]) -> bool:
    """Whether the role of a function may write the function's log, and make the group if there is none."""
    role, group = config.get("Role", ""), log_group(config)
    arn = cloudwatch_logs._make_group_arn(group).removesuffix(":*")
    # One stream for each environment that the function runs in; here one for each invocation.
    needed = [("logs:CreateLogStream", f"{arn}:log-stream:*"), ("logs:PutLogEvents", f"{arn}:log-stream:*")]
    if group not in cloudwatch_logs._log_groups:
        needed.append(("logs:CreateLogGroup", arn))
    return all(role_may(role, action, resource) for action, resource in needed)


def log_group(config: dict[str, Any]) -> str:
    """Where a function logs to."""
    return (config.get("LoggingConfig") or {}).get("LogGroup") or f"/aws/lambda/{config.get('FunctionName')}"
