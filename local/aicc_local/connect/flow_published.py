"""Flows and modules as contacts run through them."""

from dataclasses import replace
from functools import lru_cache

from aicc_local.connect.flow_address import LATEST, SAVED, address
from aicc_local.connect.flow_content import read_content
from aicc_local.connect.flow_draft import is_published, saved_content
from aicc_local.connect.flow_module_version import version_named
from aicc_local.connect.flow_references import FLOW, MODULE
from aicc_local.errors import ServiceError, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows import Flow, FlowType


def published_flow(aws: LocalAws, arn: str) -> Flow:
    """The published content of a flow, with the name and type of the resource. It is read once.

    Args:
        aws: Where it is.
        arn: The flow's ARN, with a qualifier or without.

    Raises:
        ServiceError: ResourceNotFoundException; ContactFlowNotPublishedException for one that was only saved.
    """
    record, qualifier = _record(aws, FLOW, arn)
    if qualifier == SAVED:
        return _named(saved_content(record), record.name, record.properties["Type"])
    if not is_published(record):
        raise ServiceError("ContactFlowNotPublishedException", f"The flow is not published: {arn}", status=404)
    return _named(record.properties["Content"], record.name, record.properties["Type"])


def published_module(aws: LocalAws, arn: str) -> Flow:
    """The published content of a module, or of the version or alias that the ARN names. It is read once.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    record, qualifier = _record(aws, MODULE, arn)
    if qualifier == SAVED:
        return _named(saved_content(record), record.name, None)
    if qualifier == LATEST:
        return _named(record.properties["Content"], record.name, None)
    return _named(version_named(aws, record, qualifier).links["content"], record.name, None)


def _record(aws: LocalAws, kind: str, arn: str) -> tuple[Record, str]:
    found = address("", "", arn)
    record = aws.store.get(found.arn) if found is not None else None
    if found is None or record is None or record.kind != kind:
        raise not_found(f"{kind.rpartition('::')[2]} not found: {arn}")
    return record, found.qualifier


@lru_cache(maxsize=512)
def _named(content: str, name: str, flow_type: str | None) -> Flow:
    return replace(read_content(content), name=name, type=None if flow_type is None else FlowType(flow_type))
