"""The customers table: partition key `pk`, sort key `sk`, TTL attribute `expires_at` (epoch seconds).

DynamoDB deletes expired items hours late, so every read here and every condition tests `expires_at` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aicc_core.errors import Unavailable
from authenticate_customer.keys import ATTEMPTS, PROFILE
from authenticate_customer.logic import Attempts, Customer

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import UniversalAttributeValueTypeDef

    Item = dict[str, Any]


class CustomerTable:
    """Customers and attempts in DynamoDB; botocore's errors are passed on as they are."""

    def __init__(self, client: DynamoDBClient, table: str) -> None:
        self._client = client
        self._table = table

    def attempts(self, partition: str, *, now: int) -> Attempts | None:
        """Return the attempts entered for `partition`; a consistent read, for they decide about a lock."""
        found = self._client.get_item(TableName=self._table, Key=_key(partition, ATTEMPTS), ConsistentRead=True)
        item = found.get("Item")
        if item is None or _expired(item, now):
            return None
        return Attempts(frozenset(item["guesses"]["SS"]), int(item["expires_at"]["N"]))

    def replace_attempts(self, partition: str, *, seen: Attempts | None, new: Attempts, now: int) -> bool:
        """Write `new` in place of `seen`, and say whether that was possible.

        When botocore repeats a write whose answer was lost, the repeat fails its condition and this says False; the
        guess is in the set all the same, where the next look finds it.
        """
        values: dict[str, UniversalAttributeValueTypeDef] = {
            ":new_guesses": {"SS": sorted(new.guesses)},
            ":new_expiry": {"N": str(new.expires_at)},
        }
        if seen is None:
            condition = "attribute_not_exists(expires_at) OR expires_at <= :now"
            values[":now"] = {"N": str(now)}
        else:
            condition = "guesses = :seen_guesses AND expires_at = :seen_expiry"
            values[":seen_guesses"] = {"SS": sorted(seen.guesses)}
            values[":seen_expiry"] = {"N": str(seen.expires_at)}
        try:
            self._client.update_item(
                TableName=self._table,
                Key=_key(partition, ATTEMPTS),
                UpdateExpression="SET guesses = :new_guesses, expires_at = :new_expiry",
                ConditionExpression=condition,
                ExpressionAttributeValues=values,
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return False
        return True

    def forget_attempts(self, partition: str) -> None:
        """Remove the attempts of `partition`."""
        self._client.delete_item(TableName=self._table, Key=_key(partition, ATTEMPTS))

    def customer(self, partition: str, proof: str, *, now: int) -> Customer | None:
        """Return the customer; one call that asks for profile and proof together, whether or not they exist."""
        found = self._client.batch_get_item(
            RequestItems={self._table: {"Keys": [_key(partition, PROFILE), _key(partition, proof)]}}
        )
        if found.get("UnprocessedKeys"):
            raise Unavailable("DynamoDB left keys of the batch unprocessed")
        items = {item["sk"]["S"]: item for item in found["Responses"].get(self._table, []) if not _expired(item, now)}
        if proof not in items or PROFILE not in items:
            return None
        profile = items[PROFILE]
        return Customer(profile["customer_id"]["S"], profile["display_name"]["S"])


def _key(partition: str, sort: str) -> dict[str, UniversalAttributeValueTypeDef]:
    return {"pk": {"S": partition}, "sk": {"S": sort}}


def _expired(item: Item, now: int) -> bool:
    return "expires_at" in item and int(item["expires_at"]["N"]) <= now
