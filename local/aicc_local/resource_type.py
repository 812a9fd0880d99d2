"""A CloudFormation type of Connect or Lex: what is the same for all of them.

A type names what differs: where its ARN lies, what must be unique, how many there may be, and checks of its own.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from aicc_local.errors import ServiceError, invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.registry_schemas import InvalidProperties, RegistrySchema, registry_schema
from aicc_local.resource_tags import check_tags
from aicc_local.store import Record, new_id

_OURS = re.compile(r"arn:aws:(connect|lex|lambda):")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many of a kind an owner may have, unless `LocalAws.quotas` says otherwise.

    Source of names and values: https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
    """

    name: str
    limit: int


class ResourceType:
    """The life of one kind of resource. Subclasses set the class attributes and override the hooks."""

    type_name: ClassVar[str]
    arn_part: ClassVar[str]
    unique: ClassVar[str] = ""
    quota: ClassVar[Quota | None] = None
    # The code with which the service refuses what is there already, and more than the quota.
    taken: ClassVar[str] = "DuplicateResourceException"
    exhausted: ClassVar[str] = "LimitExceededException"

    @property
    def schema(self) -> RegistrySchema:
        """What the registry says of the type."""
        return registry_schema(self.type_name)

    # --- hooks -------------------------------------------------------------------------------------------------

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        """ARN of what the resource belongs to; it must exist."""
        return aws.store.find("AWS::Connect::Instance", properties["InstanceArn"]).arn

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        """The ARN of a new resource."""
        return f"{owner}/{self.arn_part}/{resource_id}"

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """Refuse what the schema allows and the service does not; `record` is what an update starts from."""

    def peers(self, aws: LocalAws, owner: str, properties: dict[str, Any]) -> Iterable[Record]:
        """Those among which a new one is counted, and must be unique."""
        return aws.store.of(self.type_name, owner)

    def quota_of(self, properties: dict[str, Any]) -> Quota | None:
        """The quota that a new one is counted against."""
        return self.quota

    def made(self, aws: LocalAws, record: Record) -> None:
        """What the service does beside keeping the record."""

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        """What the service does after an update beside keeping the new properties; `before` are the old ones."""

    def check_delete(self, aws: LocalAws, record: Record) -> None:
        """Refuse a deletion, such as that of a queue that is in use."""

    def deleted(self, aws: LocalAws, record: Record) -> None:
        """What the service does once the record is gone."""

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        """Values of the read-only properties, for Fn::GetAtt; the ARN and the id need no mention."""
        return {}

    # --- life --------------------------------------------------------------------------------------------------

    def create(self, aws: LocalAws, properties: dict[str, Any], *, by_aws: bool = False) -> Record:
        """Make one; raises `ServiceError`."""
        with aws.lock:
            properties = self._accepted(properties) if not by_aws else properties
            owner = self.owner(aws, properties)
            self._check_name(aws, owner, properties, None)
            self._check_quota(aws, owner, properties)
            self._check_references(aws, properties)
            self.check(aws, properties, None)
            resource_id = self.new_id()
            now = aws.now()
            record = Record(
                kind=self.type_name,
                id=resource_id,
                arn=self.new_arn(aws, owner, resource_id, properties),
                owner=owner,
                properties=properties,
                made=now,
                changed=now,
                by_aws=by_aws,
            )
            aws.store.add(record)
            try:
                self.made(aws, record)
            except ServiceError:
                aws.store.remove(record.arn)
                raise
            return record

    def update(self, aws: LocalAws, record: Record, properties: dict[str, Any]) -> None:
        """Change one in place; raises `ServiceError`."""
        with aws.lock:
            properties = self._accepted(properties)
            self._check_name(aws, record.owner, properties, record)
            self._check_references(aws, properties)
            self.check(aws, properties, record)
            before, record.properties = record.properties, properties
            record.changed = aws.now()
            self.changed(aws, record, before)

    def delete(self, aws: LocalAws, record: Record) -> None:
        """Delete one; raises `ServiceError`."""
        with aws.lock:
            self.check_delete(aws, record)
            aws.store.remove(record.arn)
            self.deleted(aws, record)

    def new_id(self) -> str:
        """An id for a new resource."""
        return new_id()

    def ref(self, aws: LocalAws, record: Record) -> str:
        """What `Ref` answers: the primary identifier."""
        values = self.all_attributes(aws, record)
        return "|".join(str(values[name]) for name in self.schema.identifier)

    def all_attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        """Every property and read-only property that a template can ask for."""
        values: dict[str, Any] = dict(record.properties)
        for name in self.schema.read_only:
            if name.endswith("Arn"):
                values.setdefault(name, record.arn)
            elif name.endswith("Id") or name == "Id":
                values.setdefault(name, record.id)
            elif name == "LastModifiedTime":
                values.setdefault(name, record.changed)
            elif name == "LastModifiedRegion":
                values.setdefault(name, aws.region)
        return {**values, **self.attributes(aws, record)}

    def found(self, aws: LocalAws, physical_id: str) -> Record | None:
        """The record that `Ref` named so."""
        for record in aws.store.of(self.type_name):
            if self.ref(aws, record) == physical_id:
                return record
        return None

    # --- checks that all types share ---------------------------------------------------------------------------

    def _accepted(self, properties: dict[str, Any]) -> dict[str, Any]:
        coerced = self.schema.coerce(properties)
        try:
            self.schema.check(coerced)
        except InvalidProperties as error:
            raise invalid_request(str(error)) from error
        check_tags(coerced)
        return coerced

    def _check_name(self, aws: LocalAws, owner: str, properties: dict[str, Any], record: Record | None) -> None:
        if not self.unique or self.unique not in properties:
            return
        wanted = str(properties[self.unique]).casefold()
        for other in self.peers(aws, owner, properties):
            if other is not record and str(other.properties.get(self.unique, "")).casefold() == wanted:
                message = f"A resource with the specified name already exists: {properties[self.unique]}"
                raise ServiceError(self.taken, message, status=409)

    def _check_quota(self, aws: LocalAws, owner: str, properties: dict[str, Any]) -> None:
        quota = self.quota_of(properties)
        if quota is None:
            return
        limit = aws.quotas.get(quota.name, quota.limit)
        if sum(1 for _ in self.peers(aws, owner, properties)) >= limit:
            status = 402 if self.exhausted == "ServiceQuotaExceededException" else 429
            raise ServiceError(self.exhausted, f"{quota.name}: the limit of {limit} is reached", status=status)

    def _check_references(self, aws: LocalAws, properties: dict[str, Any]) -> None:
        for place, arn in _arns(properties, ""):
            if not _exists(aws, arn):
                raise ServiceError("ResourceNotFoundException", f"{place}: {arn} does not exist", status=404)


def _arns(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _arns(each, f"{place}/{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _arns(each, f"{place}/{index}")
    elif isinstance(value, str) and _OURS.match(value):
        yield place, value


def _exists(aws: LocalAws, arn: str) -> bool:
    if arn.startswith("arn:aws:lambda:"):
        return ":function:" not in arn or aws.functions.exists(arn)
    if ":instance/" in arn or ":phone-number/" in arn or ":bot" in arn:
        return aws.store.get(arn) is not None
    return True


def compact(value: Any) -> str:
    """JSON without spaces, Korean as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
