"""AWS::Connect::ContactFlow: a flow, whose content is judged whenever it is published.

The template always publishes. The name may be of any script, though CloudWatch drops the metrics of names that are not
ASCII. That a flow is used by others keeps nobody from deleting it: the API names no error for that.
"""

from typing import Any, ClassVar

from aicc_local.connect.flow_draft import never_published
from aicc_local.connect.flow_problems import problems
from aicc_local.connect.flow_resource import FlowResource
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota
from aicc_local.store import Record
from connect_flows import FlowType


class ContactFlow(FlowResource):
    """A contact flow."""

    type_name = "AWS::Connect::ContactFlow"
    arn_part = "contact-flow"
    quota = Quota(name="Flows per instance", limit=100)

    # A flow that is only saved is not.
    judged: ClassVar[bool] = True

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        if self.judged:
            instance_arn = record.owner if record else self.owner(aws, properties)
            refuse_problems(aws, instance_arn, properties["Content"], FlowType(properties["Type"]))


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
