"""AWS::Connect::ContactFlow: a flow, whose content is judged whenever it is published.

The template always publishes. The name may be of any script, though CloudWatch drops the metrics of names that are not
ASCII. That a flow is used by others keeps nobody from deleting it: the API names no error for that.
"""

from typing import Any, ClassVar

from aicc_local.connect.flow_draft import never_published, published
from aicc_local.connect.flow_problems import LONGEST_CONTENT, problems
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record
from connect_flows import FlowType


class ContactFlow(ResourceType):
    """A contact flow."""

    type_name = "AWS::Connect::ContactFlow"
    arn_part = "contact-flow"
    unique = "Name"
    quota = Quota(name="Flows per instance", limit=100)

    # By the flow that was only saved as well.
    judged: ClassVar[bool] = True

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        if self.judged:
            instance_arn = record.owner if record else self.owner(aws, properties)
            refuse_problems(aws, instance_arn, properties["Content"], FlowType(properties["Type"]))

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        published(record)


class SavedContactFlow(ContactFlow):
    """A contact flow that is made with the status SAVED: nothing judges its content before it is published."""

    judged = False

    def made(self, aws: LocalAws, record: Record) -> None:
        never_published(record)


def refuse_problems(aws: LocalAws, instance_arn: str, content: str, flow_type: FlowType) -> None:
    """Refuse a content that Connect does not publish.

    Raises:
        ServiceError: InvalidContactFlowException with `problems`; its message is empty, as Connect's is.
    """
    found = problems(aws, instance_arn, content, flow_type)
    if found:
        raise ServiceError("InvalidContactFlowException", "", members={"problems": found})


def refuse_long(content: str) -> None:
    """Refuse a content that is empty or too long to be read at all.

    Raises:
        ServiceError: InvalidParameterException.
    """
    if not 1 <= len(content) <= LONGEST_CONTENT:
        message = f"Content has {len(content)} characters; it must have 1 to {LONGEST_CONTENT}"
        raise ServiceError("InvalidParameterException", message)
