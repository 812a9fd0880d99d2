"""What Connect and Lex remember: records by ARN, as JSON can keep them over a restart."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from aicc_local.errors import not_found


@dataclass(kw_only=True)
class Record:
    """One resource.

    Attributes:
        kind: The CloudFormation type, such as "AWS::Connect::Queue".
        id: The last part of the ARN.
        arn: The ARN, the key of the record.
        owner: ARN of the instance or the bot that it belongs to; empty for an instance and a bot.
        properties: As CloudFormation names them, resolved.
        links: What only API calls set, such as the quick connects of a queue.
        made: Seconds since 1970.
        changed: Seconds since 1970.
        by_aws: Whether AWS made it with the instance.
    """

    kind: str
    id: str
    arn: str
    owner: str
    properties: dict[str, Any]
    made: float
    changed: float
    links: dict[str, Any] = field(default_factory=dict)
    by_aws: bool = False

    @property
    def name(self) -> str:
        """The `Name`, however the type spells it."""
        for key in ("Name", "InstanceAlias", "SecurityProfileName", "Username", "BotAliasName", "Domain"):
            if key in self.properties:
                return str(self.properties[key])
        return self.id


class Store:
    """All records of one account and Region."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}

    def add(self, record: Record) -> Record:
        """Keep `record`; its ARN is new."""
        self._records[record.arn] = record
        return record

    def remove(self, arn: str) -> None:
        """Forget the record, and all that belongs to it."""
        for each in [record.arn for record in self._records.values() if record.owner == arn]:
            self.remove(each)
        self._records.pop(arn, None)

    def get(self, arn: str) -> Record | None:
        """The record with this ARN."""
        return self._records.get(arn)

    def of(self, kind: str, owner: str | None = None) -> Iterator[Record]:
        """The records of a kind, in the order of their creation; those of one owner if named."""
        for record in list(self._records.values()):
            if record.kind == kind and (owner is None or record.owner == owner):
                yield record

    def find(self, kind: str, id_or_arn: str, owner: str | None = None) -> Record:
        """The record of a kind with this id or ARN.

        Raises:
            ServiceError: ResourceNotFoundException.
        """
        bare = id_or_arn.rpartition("/")[2]
        for record in self.of(kind, owner):
            if id_or_arn == record.arn or bare == record.id:
                return record
        raise not_found(f"{kind.rpartition('::')[2]} not found: {id_or_arn}")

    def dump(self) -> list[dict[str, Any]]:
        """Everything, for JSON."""
        return [asdict(record) for record in self._records.values()]

    def load(self, records: list[dict[str, Any]]) -> None:
        """Take over what `dump` gave."""
        self._records = {each["arn"]: Record(**each) for each in records}

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are."""
        return dict(Counter(record.kind for record in self._records.values()))

    def clear(self) -> None:
        """Forget everything."""
        self._records.clear()


def new_id() -> str:
    """An id as Connect gives them."""
    return str(uuid.uuid4())
