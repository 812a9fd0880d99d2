"""What keeps `aicc callbacks` from its work; each is one line with place, value and cure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botocore.exceptions import BotoCoreError, ClientError

_SIGN_IN = "sign in, or choose a profile in AWS_PROFILE; or start the local AWS: aicc up"
RIGHTS = "cloudformation:DescribeStacks and lambda:InvokeFunction"
_UNKNOWN_KEY = {"ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "SignatureDoesNotMatch"}
_CREDENTIALS = ("Credential", "Token", "SSO", "Profile")
# No number is shown even where a service repeats what it was asked. Ids and times hold no plus before eight digits.
_NUMBER = re.compile(r"\+\d{8,15}")


class CannotBeDone(RuntimeError):
    """What was asked for cannot be done, and why."""


def without_numbers(text: str) -> str:
    """Return a text in which no telephone number is left.

    >>> without_numbers("no callback of +821012345678")
    'no callback of [number]'
    """
    return _NUMBER.sub("[number]", text)


def fault(place: str, error: BotoCoreError | ClientError, rights: str = RIGHTS) -> CannotBeDone:
    """Return what AWS, or the way to it, has against a request, in one line. `rights`: what whoever asks needs."""
    from botocore.exceptions import ClientError

    text = _of_service(error, rights) if isinstance(error, ClientError) else _of_client(error)
    return CannotBeDone(without_numbers(" ".join(f"{place}: {text}".split())))


def _of_service(error: ClientError, rights: str) -> str:
    code, message = error.response["Error"]["Code"], error.response["Error"].get("Message", "")
    if code in _UNKNOWN_KEY or code == "UnrecognizedClientException":
        return f"the credentials are refused ({code}); {_SIGN_IN}"
    if code.startswith("AccessDenied"):
        return f"not allowed ({message}); ask for {rights}"
    if code in {"TooManyRequestsException", "Throttling", "ThrottlingException"}:
        return f"too much is asked at once ({code}); try again in a few seconds"
    return f"{error.operation_name} was refused ({code}: {message}); what it names tells what to correct"


def _of_client(error: BotoCoreError) -> str:
    name = type(error).__name__
    if name == "NoRegionError":
        return "no Region is set; export AWS_REGION=ap-northeast-2"
    if name == "ReadTimeoutError":
        return "no answer in time, and what was asked may have been done; look: aicc callbacks list"
    if any(word in name for word in _CREDENTIALS):
        return f"no credentials ({error}); {_SIGN_IN}"
    return f"cannot be reached ({error}); check the network, or start the local AWS: aicc up"
