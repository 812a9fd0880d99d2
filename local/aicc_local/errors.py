"""What the services refuse.

ServiceError      an API call, or a resource, is refused as AWS would refuse it
"""

from typing import Any


class ServiceError(Exception):
    """A refusal, with the code and the words that AWS uses.

    Attributes:
        code: Such as "ResourceNotFoundException".
        message: What AWS says; empty where AWS says nothing.
        status: The HTTP status.
        members: What the answer holds besides the message, such as `problems`.
    """

    def __init__(self, code: str, message: str, *, status: int = 400, members: dict[str, Any] | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.status = status
        self.members = members or {}


def not_found(message: str) -> ServiceError:
    """Connect's and Lex's answer for what is not there."""
    return ServiceError("ResourceNotFoundException", message, status=404)


def invalid_request(message: str) -> ServiceError:
    """Connect's answer for a request that cannot be meant."""
    return ServiceError("InvalidRequestException", message)


def invalid_parameter(message: str) -> ServiceError:
    """Connect's answer for a parameter that is not valid."""
    return ServiceError("InvalidParameterException", message)


def in_use(message: str) -> ServiceError:
    """Connect's answer for a deletion of what others refer to."""
    return ServiceError("ResourceInUseException", message, status=409)


def duplicate(message: str) -> ServiceError:
    """Connect's answer for a name that is taken."""
    return ServiceError("DuplicateResourceException", message, status=409)


def limit_exceeded(message: str) -> ServiceError:
    """Connect's answer when a quota is used up."""
    return ServiceError("LimitExceededException", message, status=429)
