"""AWS X-Ray for the active tracing of functions: a segment for each invocation, sent in the name of the role.

A role that may not send it has no trace; the function runs all the same. What programs send themselves is kept too.
https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
"""

import contextvars
import json
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from ministack.services import lambda_svc

from aicc_local.emulator.role_permissions import role_may
from aicc_local.errors import ServiceError, invalid_request
from aicc_local.rest_json import Call

MOST_TRACES = 1000

Segment = dict[str, Any]

_header: contextvars.ContextVar[str] = contextvars.ContextVar("trace_header", default="")


class Traces:
    """The traces of the last invocations."""

    def __init__(self) -> None:
        self._segments: OrderedDict[str, list[Segment]] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, segment: Segment) -> None:
        """Add a segment to its trace; the oldest trace makes room."""
        with self._lock:
            self._segments.setdefault(segment["trace_id"], []).append(segment)
            if len(self._segments) > MOST_TRACES:
                self._segments.popitem(last=False)

    def perform(self, call: Call) -> Mapping[str, Any]:
        """Answer a request."""
        operations = {
            "PutTraceSegments": self._put_trace_segments,
            "PutTelemetryRecords": lambda _: {},
            "GetTraceSummaries": self._get_trace_summaries,
            "BatchGetTraces": self._batch_get_traces,
        }
        if call.operation not in operations:
            raise ServiceError(
                "UnknownOperationException", f"The local xray does not have {call.operation}", status=501
            )
        return operations[call.operation](call.parameters)

    def _put_trace_segments(self, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        for document in parameters["TraceSegmentDocuments"]:
            segment = json.loads(document)
            if not {"trace_id", "id", "name", "start_time"} <= set(segment):
                raise invalid_request("a segment needs trace_id, id, name and start_time")
            self.keep(segment)
        return {"UnprocessedTraceSegments": []}

    def _get_trace_summaries(self, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        service = _service_wanted(parameters.get("FilterExpression", ""))
        start, end = (_seconds(parameters[name]) for name in ("StartTime", "EndTime"))
        with self._lock:
            summaries = [
                _summary(trace, segments)
                for trace, segments in self._segments.items()
                if start <= segments[0]["start_time"] <= end
                and (not service or any(segment["name"] == service for segment in segments))
            ]
        return {"TraceSummaries": summaries, "TracesProcessedCount": len(summaries)}

    def _batch_get_traces(self, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        wanted = parameters["TraceIds"]
        with self._lock:
            found = {trace: list(self._segments[trace]) for trace in wanted if trace in self._segments}
        traces = [
            {"Id": trace, "Segments": [{"Id": each["id"], "Document": json.dumps(each)} for each in segments]}
            for trace, segments in found.items()
        ]
        return {"Traces": traces, "UnprocessedTraceIds": [trace for trace in wanted if trace not in found]}


def register(traces: Traces) -> None:
    """Send a segment for each invocation of a function that is traced."""
    header_of, execute = lambda_svc._xray_trace_id_for_invocation, lambda_svc._execute_function_dispatch

    def remembered(*arguments: Any, **options: Any) -> Any:
        header = header_of(*arguments, **options)
        _header.set(header or "")
        return header

    def traced(function: dict[str, Any], config: dict[str, Any], *rest: Any) -> Any:
        started = time.time()
        _header.set("")
        result = execute(function, config, *rest)
        if (config.get("TracingConfig") or {}).get("Mode") == "Active":
            failed = bool(isinstance(result, dict) and result.get("error"))
            if role_may(config.get("Role", ""), "xray:PutTraceSegments", "*"):
                traces.keep(_segment(config, _header.get(), started, failed=failed))
        return result

    lambda_svc._xray_trace_id_for_invocation = remembered
    lambda_svc._execute_function_dispatch = traced


def xray_resources(operation: str, parameters: Mapping[str, Any], *, region: str, account: str) -> list[str]:
    """What X-Ray's actions are authorized on: none of these takes a resource."""
    return ["*"]


def _segment(config: dict[str, Any], header: str, started: float, *, failed: bool) -> Segment:
    said = dict(part.split("=", 1) for part in header.split(";") if "=" in part)
    made_up = f"1-{int(started):08x}-{secrets.token_hex(12)}"
    return {
        "trace_id": said.get("Root", made_up),
        "id": secrets.token_hex(8),
        "name": config["FunctionName"],
        "origin": "AWS::Lambda::Function",
        "resource_arn": config.get("FunctionArn", ""),
        "start_time": started,
        "end_time": time.time(),
        "fault": failed,
    }


def _summary(trace: str, segments: list[Segment]) -> dict[str, Any]:
    return {
        "Id": trace,
        "Duration": segments[0].get("end_time", segments[0]["start_time"]) - segments[0]["start_time"],
        "HasFault": any(segment.get("fault") for segment in segments),
        "HasError": any(segment.get("error") for segment in segments),
        "ServiceIds": [{"Name": segment["name"], "Type": segment.get("origin", "")} for segment in segments],
    }


def _service_wanted(expression: str) -> str:
    if not expression:
        return ""
    found = re.fullmatch(r'service\("([^"]+)"\)', expression.strip())
    if found is None:
        raise invalid_request(f'the local X-Ray filters by service("<name>") only, got {expression}')
    return found.group(1)


def _seconds(value: Any) -> float:
    return float(value.timestamp() if hasattr(value, "timestamp") else value)
