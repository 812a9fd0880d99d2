"""The resources that each action of Lex V2 is authorized on, those of the runtime included.

Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlexv2.html
"""

from collections.abc import Mapping
from typing import Any

_NOTHING = frozenset({"ListBots"})


def lex_resources(operation: str, parameters: Mapping[str, Any], *, region: str, account: str) -> list[str]:
    """The ARNs that a request is checked on: the alias that it names, else the bot."""
    start = f"arn:aws:lex:{region}:{account}"
    if operation in _NOTHING:
        return ["*"]
    if operation == "CreateBot":
        return [f"{start}:bot/*", f"{start}:bot-alias/*"]
    if operation == "CreateBotAlias":
        return [f"{start}:bot-alias/{parameters['botId']}/*"]
    for name in ("resourceArn", "resourceARN"):
        if name in parameters:
            return [parameters[name]]
    if "botAliasId" in parameters:
        return [f"{start}:bot-alias/{parameters['botId']}/{parameters['botAliasId']}"]
    return [f"{start}:bot/{parameters['botId']}"] if "botId" in parameters else ["*"]
