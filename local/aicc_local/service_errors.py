"""What each service says when it throttles or fails by itself: code, HTTP status, words.

Source: the exceptions that the service models of botocore list, else "Common errors" in the API reference.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServiceFailure:
    """One refusal that is not the caller's doing."""

    code: str
    status: int
    message: str


_RATE = "Rate exceeded"
_THROTTLED = {
    # Seen in the field; the service model lists it for a few operations only.
    "connect": ServiceFailure("TooManyRequestsException", 429, "Too Many Requests"),
    "lex": ServiceFailure("ThrottlingException", 429, _RATE),
    "dynamodb": ServiceFailure(
        "ProvisionedThroughputExceededException",
        400,
        "The level of configured provisioned throughput for the table was exceeded. "
        "Consider increasing your provisioning level with the UpdateTable API.",
    ),
    "lambda": ServiceFailure("TooManyRequestsException", 429, "Rate Exceeded."),
    "s3": ServiceFailure("SlowDown", 503, "Please reduce your request rate."),
    "scheduler": ServiceFailure("ThrottlingException", 429, _RATE),
    "sns": ServiceFailure("Throttled", 429, _RATE),
    "sqs": ServiceFailure("RequestThrottled", 400, "Request is throttled."),
    # Services of the Query protocol leave "Exception" out.
    "cloudformation": ServiceFailure("Throttling", 400, _RATE),
    "cloudwatch": ServiceFailure("Throttling", 400, _RATE),
    "iam": ServiceFailure("Throttling", 400, _RATE),
    "sts": ServiceFailure("Throttling", 400, _RATE),
}
_ANY_THROTTLED = ServiceFailure("ThrottlingException", 400, _RATE)

_FAILED = {
    "cloudwatch": ("InternalServiceError", "An internal error occurred."),
    "connect": (
        "InternalServiceException",
        "Request processing failed due to an error or failure with the service.",
    ),
    "dynamodb": ("InternalServerError", "The request processing has failed because of an unknown error."),
    "events": ("InternalException", "An internal error occurred."),
    "kms": ("KMSInternalException", "An internal error occurred."),
    "lambda": ("ServiceException", "An internal error occurred."),
    "lex": ("InternalServerException", "The service encountered an unexpected condition. Try your request again."),
    "logs": ("ServiceUnavailableException", "The service cannot complete the request."),
    "s3": ("InternalError", "We encountered an internal error. Please try again."),
    "scheduler": ("InternalServerException", "An unexpected error encountered while processing the request."),
    "secretsmanager": ("InternalServiceError", "An error occurred on the server side."),
    "sns": ("InternalError", "An internal error occurred."),
    "ssm": ("InternalServerError", "An internal error occurred."),
}
_ANY_FAILED = ("InternalFailure", "The request processing has failed because of an unknown error.")


def throttled(service: str, code: str = "") -> ServiceFailure:
    """What `service`, by its prefix in IAM, says when calls come too fast."""
    usual = _THROTTLED.get(service, _ANY_THROTTLED)
    return ServiceFailure(code, usual.status, _RATE) if code not in ("", usual.code) else usual


def failed(service: str, code: str = "") -> ServiceFailure:
    """What `service` says when it fails by itself."""
    usual, message = _FAILED.get(service, _ANY_FAILED)
    return ServiceFailure(code or usual, 500, message)
