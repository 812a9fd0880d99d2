"""Counts plain HTTP on the loopback interface as secure, as nobody can listen in there.

The policy of the CDK's bootstrap bucket, and those of our buckets, deny what comes without TLS.
"""

from ipaddress import ip_address

from ministack import app
from ministack.core import iam_evaluator


def trust_loopback() -> None:
    """Let requests from this machine pass `aws:SecureTransport`."""

    def pin(source_ip: str, secure_transport: bool) -> None:
        iam_evaluator.pin_request_origin(source_ip, secure_transport or ip_address(source_ip).is_loopback)

    app.pin_request_origin = pin
