"""AWS::Connect::ContactFlowModule: a module that flows invoke."""

import json
from typing import Any

from aicc_local.connect.flow_contract import read_contract
from aicc_local.connect.flow_problems import problems
from aicc_local.connect.flow_resource import FlowResource
from aicc_local.errors import ServiceError, invalid_parameter, invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota
from aicc_local.store import Record

# The console writes it so, and in lower case: the service model says PUBLISHED.
STATUS = "published"


class ContactFlowModule(FlowResource):
    """A module that flows invoke."""

    type_name = "AWS::Connect::ContactFlowModule"
    arn_part = "flow-module"
    quota = Quota(name="Modules per instance", limit=200)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        # The registry's schema takes any text; the API has these (ContactFlowModuleState).
        state = properties.get("State", "ACTIVE")
        if state not in ("ACTIVE", "ARCHIVED"):
            raise invalid_parameter(f"State: {state} is neither ACTIVE nor ARCHIVED")
        instance_arn = record.owner if record else self.owner(aws, properties)
        refuse_module_problems(aws, instance_arn, properties["Content"], properties.get("Settings", "{}"))

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"Status": STATUS}


def refuse_module_problems(aws: LocalAws, instance_arn: str, content: str, settings: str) -> None:
    """Refuse a content that Connect does not publish as a module.

    Raises:
        ServiceError: InvalidContactFlowModuleException with `Problems`; InvalidRequestException if the content has no
            Settings, which Connect looks at before anything else, or if `settings` cannot be read.
    """
    if _lacks_settings(content):
        raise invalid_request("JSON field is missing or null for field name: settings")
    found = problems(aws, instance_arn, content, "MODULE", read_contract(settings))
    if found:
        raise ServiceError("InvalidContactFlowModuleException", "", members={"Problems": found})


def _lacks_settings(content: str) -> bool:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and document.get("Settings") is None
