"""IAM for the services of ours, when the server runs with AUTH=true: every resource of a request must be allowed.

ministack has checked the signature by then. Its own services it authorizes itself.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from ministack import app
from ministack.core import iam_actions, iam_evaluator, router
from ministack.core.responses import get_account_id, get_region

from aicc_local.emulator.request_context import TagsOf, request_context
from aicc_local.errors import ServiceError
from aicc_local.rest_json import Call, Request


class Resources(Protocol):
    """The ARNs that a request is checked on."""

    def __call__(self, operation: str, parameters: Mapping[str, Any], *, region: str, account: str) -> list[str]:
        """At least one; "*" for an action that takes none."""


Authorize = Callable[[Call, Request], None]


def named_resources(resources: Resources, call: Call) -> list[str]:
    """What a call is checked on, in the account and Region of the request."""
    return resources(call.operation, call.parameters, region=get_region(), account=get_account_id())


def authorizer(prefix: str, resources: Resources, tags_of: TagsOf) -> Authorize:
    """What refuses a call that the caller's policies do not allow as `<prefix>:<operation>`."""

    def authorize(call: Call, request: Request) -> None:
        if not app.AUTH:
            return
        key = router.extract_access_key_id(dict(request.headers), dict(request.query))
        action = f"{prefix}:{call.operation}"
        for arn in named_resources(resources, call):
            context = request_context(prefix, call.operation, call.parameters, arn, tags_of)
            denied = iam_evaluator.enforce(key, action, prefix, get_region(), resource_arn=arn, service_context=context)
            if denied is not None:
                raise refusal(denied, action, arn)

    return authorize


def refusal(denied: Any, action: str, arn: str) -> ServiceError:
    """IAM's refusal as Connect and Lex pass it on."""
    if isinstance(denied, iam_evaluator.AuthError):
        return ServiceError(denied.code, denied.message, status=403)
    message = iam_actions.identity_denial_message(action, denied.principal_arn, arn, denied.decision == "Deny")
    return ServiceError("AccessDeniedException", message, status=403)
