"""ministack's Lambda, IAM, EventBridge, CloudWatch and CloudWatch Logs behind the ports that Connect and Lex use."""

import json
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ministack.core.iam_evaluator import EvalContext, evaluate_resource_policy
from ministack.services import (
    cloudwatch,
    cloudwatch_logs,
    eventbridge,
    firehose,
    iam,
    kinesis,
    kms,
    lambda_svc,
    s3,
)

from aicc_local.emulator.outbox import Outbox
from aicc_local.emulator.role_permissions import role_may
from aicc_local.ports import Invocation

log = logging.getLogger("aicc_local")


class LocalFunctions:
    """AWS Lambda."""

    def exists(self, arn: str) -> bool:
        """Whether there is such a function, with the version or alias that `arn` names."""
        return lambda_svc._get_func_record_for_ref(arn)[0] is not None

    def policy(self, arn: str) -> Mapping[str, Any]:
        """The resource policy; only the statements for the version or alias that `arn` names."""
        name = arn.split(":function:")[1].split(":")[0]
        function = lambda_svc._functions.get(name)
        statements = function["policy"]["Statement"] if function else []
        return {"Version": "2012-10-17", "Statement": [each for each in statements if each.get("Resource") == arn]}

    def invoke(self, arn: str, event: Mapping[str, Any], *, seconds: float) -> Invocation:
        """Invoke and wait at most `seconds`; the function runs on when the time is up, as in AWS."""
        function, config, _ = lambda_svc._get_func_record_for_ref(arn)
        if function is None or config is None:
            return Invocation(error="ResourceNotFoundException")
        ended: list[dict[str, Any]] = []
        record = lambda_svc._execution_record_for_config(function, config)
        run = threading.Thread(
            target=lambda: ended.append(lambda_svc._execute_function_with_config_scope(record, dict(event))),
            name="connect-invokes-lambda",
            daemon=True,
        )
        run.start()
        run.join(seconds)
        return _invocation(ended[0]) if ended else Invocation(error="TimedOut")


class LocalPolicies:
    """The evaluation of resource policies."""

    def allow(
        self,
        policy: Mapping[str, Any],
        *,
        service: str,
        action: str,
        resource: str,
        source_arn: str,
        source_account: str,
    ) -> bool:
        """Whether `policy` lets `service` do `action` on `resource` for `source_arn`."""
        context = EvalContext(
            # No ARN: a statement for an account or one of its roles is none for a service.
            principal_arn=service,
            principal_type="Service",
            principal_account=source_account,
            action=action,
            resource_arn=resource,
            region=resource.split(":")[3],
            service_context={"aws:sourcearn": source_arn, "aws:sourceaccount": source_account},
        )
        return bool(evaluate_resource_policy(dict(policy), context, service=service).decision == "Allow")


class LocalEvents:
    """EventBridge."""

    def __init__(self) -> None:
        self._outbox = Outbox("events")

    def put(self, *, source: str, detail_type: str, resources: Sequence[str], detail: Mapping[str, Any]) -> None:
        """Send one event to the default bus."""
        entry = {
            "Source": source,
            "DetailType": detail_type,
            "Resources": list(resources),
            "Detail": json.dumps(detail, ensure_ascii=False),
        }
        self._outbox.put(lambda: eventbridge._put_events({"Entries": [entry]}, allow_aws_source=True))


class LocalLogs:
    """CloudWatch Logs."""

    def __init__(self) -> None:
        self._outbox = Outbox("logs")

    def write(self, *, group: str, stream: str, messages: Sequence[str], role: str = "") -> None:
        """Append to a stream; makes the group and the stream where they are missing. A `role` must be allowed to."""
        if role and not _may_write(role, group, stream):
            log.warning("%s: the role may not write to %s; it is dropped", role, group)
            return
        now = int(time.time() * 1000)
        place = {"logGroupName": group, "logStreamName": stream}
        lines = [{"timestamp": now, "message": each} for each in messages]

        def deliver() -> None:
            # Both answer an error when it is there, which is as good.
            cloudwatch_logs._create_log_group({"logGroupName": group})
            cloudwatch_logs._create_log_stream(place)
            cloudwatch_logs._put_log_events({**place, "logEvents": lines})

        self._outbox.put(deliver)


def _may_write(role: str, group: str, stream: str) -> bool:
    arn = f"{cloudwatch_logs._make_group_arn(group).removesuffix(':*')}:log-stream:{stream}"
    return all(role_may(role, action, arn) for action in ("logs:CreateLogStream", "logs:PutLogEvents"))


class LocalMetrics:
    """CloudWatch."""

    def __init__(self) -> None:
        self._outbox = Outbox("metrics")

    def put(
        self, *, namespace: str, name: str, dimensions: Mapping[str, str], value: float, unit: str = "Count"
    ) -> None:
        """Record one value."""
        datum = {
            "MetricName": name,
            "Dimensions": [{"Name": key, "Value": each} for key, each in dimensions.items()],
            "Value": value,
            "Unit": unit,
            "Timestamp": time.time(),
        }
        told = {"Namespace": namespace, "MetricData": [datum]}
        self._outbox.put(lambda: cloudwatch._put_metric_data({}, told, False, True))


class LocalResources:
    """Buckets and their objects, keys, streams and roles."""

    def exists(self, arn: str) -> bool | None:
        """Whether it is there; None for a kind that is not looked up."""
        service, name = arn.split(":")[2], arn.split(":", 5)[5]
        looked_up = _LOOKED_UP.get(service)
        return looked_up(arn, name) if looked_up else None


def _has_object(_arn: str, name: str) -> bool:
    bucket, _, key = name.partition("/")
    kept = s3._buckets.get(bucket)
    return kept is not None and (not key or key in kept["objects"])


def _has_key(arn: str, _name: str) -> bool:
    key = kms._resolve_key(arn)
    return key is not None and key["KeyState"] == "Enabled"


_LOOKED_UP: dict[str, Callable[[str, str], bool]] = {
    "s3": _has_object,
    "kms": _has_key,
    "kinesis": lambda _arn, name: name.removeprefix("stream/") in kinesis._streams,
    "firehose": lambda _arn, name: name.removeprefix("deliverystream/") in firehose._streams,
    "iam": lambda _arn, name: name.startswith("role/") and name.rpartition("/")[2] in iam._roles,
}


def _invocation(ended: Mapping[str, Any]) -> Invocation:
    if ended.get("throttle"):
        return Invocation(error="TooManyRequestsException")
    if ended.get("error"):
        return Invocation(error=str(ended.get("function_error") or "Unhandled"))
    body = ended.get("body")
    if isinstance(body, str | bytes):
        try:
            return Invocation(payload=json.loads(body))
        except ValueError:
            return Invocation(payload=body if isinstance(body, str) else body.decode("utf-8", "replace"))
    return Invocation(payload=body)
