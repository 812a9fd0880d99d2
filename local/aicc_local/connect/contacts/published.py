"""The flow or module that a contact runs, by its ARN, as it is published now.

What a contact keeps of a flow that changes while the contact is in it is not documented; here the contact goes on in
the new content.
"""

from aicc_local.connect.flow_published import published_flow, published_module
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from connect_flows import Flow


def running(aws: LocalAws, arn: str) -> Flow | None:
    """The published content; None when there is none (any more)."""
    try:
        return published_module(aws, arn) if "/flow-module/" in arn else published_flow(aws, arn)
    except ServiceError:
        return None
