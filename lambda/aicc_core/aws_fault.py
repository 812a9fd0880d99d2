"""A call of AWS that failed, named for the log by what went wrong and by nothing that it was about."""

from botocore.exceptions import BotoCoreError, ClientError

AwsFault = (BotoCoreError, ClientError)


def name_of(fault: BotoCoreError | ClientError) -> str:
    """Return the code that AWS gave, else the kind of the error.

    >>> name_of(ClientError({"Error": {"Code": "ThrottlingException", "Message": "Slow down, 010-1234-5678"}}, "Query"))
    'ThrottlingException'
    """
    if isinstance(fault, ClientError):
        return fault.response.get("Error", {}).get("Code", "ClientError")
    return type(fault).__name__
