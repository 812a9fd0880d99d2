"""Items of a table under a customer's own key: whoever reads or writes them must be allowed to decrypt with the key.

DynamoDB decrypts the table's key in the name of the caller. In AWS it remembers that for five minutes; here it asks
with each call. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
"""

import json
from collections.abc import Iterator
from typing import Any

from ministack import app
from ministack.core import iam_actions, iam_evaluator, router
from ministack.core.responses import get_account_id, get_region
from ministack.services import dynamodb

ITEM_OPERATIONS = frozenset(
    {
        "BatchExecuteStatement",
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "ExecuteStatement",
        "ExecuteTransaction",
        "GetItem",
        "PutItem",
        "Query",
        "Scan",
        "TransactGetItems",
        "TransactWriteItems",
        "UpdateItem",
    }
)

Answer = tuple[int, dict[str, str], bytes]


def register() -> None:
    """Ask before DynamoDB answers; by then ministack has authorized the call itself."""
    serve = app.SERVICE_HANDLERS["dynamodb"]

    async def with_keys(
        method: str, path: str, headers: dict[str, str], body: bytes, query: dict[str, list[str]]
    ) -> Any:
        refused = _refused(headers, body, query) if app.AUTH else None
        return refused or await serve(method, path, headers, body, query)

    app.SERVICE_HANDLERS["dynamodb"] = with_keys


def _refused(headers: dict[str, str], body: bytes, query: dict[str, list[str]]) -> Answer | None:
    operation = headers.get("x-amz-target", "").rpartition(".")[2]
    if operation not in ITEM_OPERATIONS:
        return None
    account, region = get_account_id(), get_region()
    caller = router.extract_access_key_id(headers, query)
    for table in tables_named(operation, body, region, account):
        key = (table.get("SSEDescription") or {}).get("KMSMasterKeyArn", "")
        if ":key/" not in key:
            continue
        context = {
            "kms:ViaService": f"dynamodb.{region}.amazonaws.com",
            "kms:CallerAccount": account,
            "kms:EncryptionContext:aws:dynamodb:tableName": table["TableName"],
            "kms:EncryptionContext:aws:dynamodb:subscriberId": account,
        }
        denied = iam_evaluator.enforce(caller, "kms:Decrypt", "kms", region, resource_arn=key, service_context=context)
        if denied is not None:
            explicit = getattr(denied, "decision", "") == "Deny"
            principal = getattr(denied, "principal_arn", "")
            said = iam_actions.identity_denial_message("kms:Decrypt", principal, key, explicit)
            document = {"__type": "com.amazon.coral.service#AccessDeniedException", "Message": said}
            return 400, {"Content-Type": "application/x-amz-json-1.0"}, json.dumps(document).encode()
    return None


def tables_named(operation: str, body: bytes, region: str, account: str) -> Iterator[dict[str, Any]]:
    """The tables that a request names; those that PartiQL names are not looked for."""
    arns = [arn for _, arn in iam_actions.dynamodb_transaction_checks(f"dynamodb:{operation}", body, region, account)]
    for arn in dict.fromkeys(arns or iam_actions.dynamodb_resource_arns(body, region, account)):
        table = dynamodb._tables.get(arn.partition(":table/")[2].partition("/index/")[0])
        if table is not None:
            yield table
