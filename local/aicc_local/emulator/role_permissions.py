"""Whether a role may do what an AWS service does in its name, such as Lambda when it writes a function's log.

ministack does such things without asking. With AUTH=false nothing is asked here either.
"""

from collections.abc import Mapping
from typing import Any

from ministack import app
from ministack.core import iam_evaluator
from ministack.services import iam

# Key policies must allow even what the account's own policies allow.
_POLICY_REQUIRED = iam_evaluator._POLICY_REQUIRED


def asked() -> bool:
    """Whether IAM is asked at all."""
    return bool(app.AUTH)


def role_may(role_arn: str, action: str, resource: str, context: Mapping[str, Any] | None = None) -> bool:
    """Whether the role's policies, its boundary and the resource's own policy allow `action` on `resource`."""
    if not app.AUTH:
        return True
    if not role_arn:
        return False
    account, role = role_arn.split(":")[4], role_arn.rpartition("/")[2]
    service = action.partition(":")[0]
    request = iam_evaluator.EvalContext(
        principal_arn=f"arn:aws:sts::{account}:assumed-role/{role}/aws-service",
        principal_type="AssumedRole",
        principal_account=account,
        action=action,
        resource_arn=resource,
        region=resource.split(":")[3] if resource.startswith("arn:") else "",
        secure_transport=True,
        service_context={key.lower(): value for key, value in (context or {}).items()},
    )
    limits = iam_evaluator._permissions_boundary(iam._roles, role, account)
    result = iam_evaluator.evaluate(request, iam_evaluator._gather_role_policies(role, account), *limits)
    found = iam_evaluator._resource_policy(service, resource)
    if found is not None:
        required = service in _POLICY_REQUIRED
        result = iam_evaluator.combine_resource_policy(result, request, *found, required=required, limits=limits)
    return bool(result.decision == "Allow")
