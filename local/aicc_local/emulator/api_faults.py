"""Faults of API calls: what the dispatcher of ministack is asked, and what goes to the own host of a bucket."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from ministack import app
from ministack.core import iam_actions
from ministack.core.responses import new_uuid

from aicc_local.emulator.api_calls import ApiCall, ApiRequest, understood
from aicc_local.emulator.cut_connection import CUT_HEADER
from aicc_local.fault import Fault, Kind
from aicc_local.faults import Faults
from aicc_local.service_errors import ServiceFailure, failed, throttled

Answer = tuple[int, dict[str, str], bytes]
Answering = Callable[[], Awaitable[Any]]


def register(faults: Faults) -> None:
    """Judge every call; without rules it costs nothing."""
    dispatch, to_bucket = app._dispatch_service_request, app._handle_s3_vhost_request

    async def judged(
        method: str, path: str, headers: dict[str, str], body: bytes, query: dict[str, list[str]], request_id: str
    ) -> Any:
        request = ApiRequest(method=method, path=path, headers=headers, body=body, query=query)
        return await _judged(faults, request, lambda: dispatch(method, path, headers, body, query, request_id))

    async def judged_to_bucket(
        host: str, path: str, method: str, headers: dict[str, str], body: bytes, query: dict[str, list[str]]
    ) -> Any:
        async def answer() -> Any:
            return await to_bucket(host, path, method, headers, body, query)

        bucket = app._extract_s3_vhost_bucket(host)
        if not bucket or bucket in app._NON_S3_VHOST_NAMES or app._S3_VHOST_EXCLUDE_RE.search(host):
            return await answer()
        request = ApiRequest(method=method, path=f"/{bucket}{path}", headers=headers, body=body, query=query)
        return await _judged(faults, request, answer)

    app._dispatch_service_request = judged
    app._handle_s3_vhost_request = judged_to_bucket


async def _judged(faults: Faults, request: ApiRequest, carry_out: Answering) -> Any:
    if not faults:
        return await carry_out()
    call = understood(request)
    verdict = faults.judge(call.name, call.resource)
    await asyncio.sleep(verdict.seconds)
    if verdict.fault is None:
        return await carry_out()
    if verdict.fault.kind is Kind.CONFLICT:
        return conflict_answer(call.operation, request.body, verdict.draw)
    if verdict.fault.kind in (Kind.FAIL_AFTER, Kind.CUT):
        await carry_out()
    if verdict.fault.kind is Kind.CUT:
        return 500, {CUT_HEADER: "1"}, b""
    return _refused(call, _failure(call.service, verdict.fault), request.headers)


def _failure(service: str, fault: Fault) -> ServiceFailure:
    if fault.kind in (Kind.THROTTLE, Kind.LIMIT):
        return throttled(service, fault.code)
    return failed(service, fault.code)


def _refused(call: ApiCall, failure: ServiceFailure, headers: dict[str, str]) -> Answer:
    request_id = new_uuid()
    _, answer_headers, body = iam_actions.access_denied_response(
        call.emulated, call.name, "", request_id, error_code=failure.code, message=failure.message, headers=headers
    )
    return failure.status, {**answer_headers, "x-amzn-requestid": request_id}, body


def conflict_answer(operation: str, body: bytes, draw: float) -> Answer:
    """What DynamoDB answers when an item is in another transaction; `draw`, 0 to 1, says which."""
    if not operation.startswith("Transact"):
        return _dynamodb_error("TransactionConflictException", "Transaction is ongoing for the item", {})
    items = json.loads(body)["TransactItems"]
    hit = int(draw * len(items))
    reasons = [
        {"Code": "TransactionConflict", "Message": "Transaction is ongoing for the item"}
        if index == hit
        else {"Code": "None"}
        for index in range(len(items))
    ]
    codes = ", ".join(reason["Code"] for reason in reasons)
    message = f"Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]"
    return _dynamodb_error("TransactionCanceledException", message, {"CancellationReasons": reasons})


def _dynamodb_error(code: str, message: str, members: dict[str, Any]) -> Answer:
    # DynamoDB writes "Message" for these, unlike its other errors: botocore reads either.
    document = {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", "message": message, **members}
    return 400, {"Content-Type": "application/x-amz-json-1.0"}, json.dumps(document).encode()
