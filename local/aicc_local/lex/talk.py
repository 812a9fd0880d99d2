"""Whom a request talks to: one locale of the version that an alias points to."""

import re
from dataclasses import dataclass

from aicc_local.errors import not_found
from aicc_local.lex import built_bot
from aicc_local.lex.bot_alias import code_hook, locale_setting
from aicc_local.lex.definition import Locale
from aicc_local.lex.kinds import BOT_ALIAS, DRAFT, find_bot, invalid
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

_SESSION_ID = re.compile(r"[0-9a-zA-Z._:-]{2,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One request.

    Attributes:
        function: The code hook of the alias in this locale, if it has one.
        role: The ARN of the bot's role.
        idle_seconds: How long a session lives without a word.
        input_mode: "Text", "Speech" or "DTMF".
    """

    bot_id: str
    bot_name: str
    alias: Record
    version: str
    locale: Locale
    session_id: str
    function: str | None
    role: str
    idle_seconds: int
    request_id: str
    request_attributes: dict[str, str]
    input_mode: str = "Text"
    text: str = ""


def open_talk(
    aws: LocalAws,
    alias_arn: str,
    locale_id: str,
    session_id: str,
    *,
    request_id: str,
    request_attributes: dict[str, str] | None = None,
    input_mode: str = "Text",
    text: str = "",
) -> Talk:
    """Find the bot behind an alias; the store is locked.

    Raises:
        ServiceError: There is no such alias or session id, or it does not talk this language.
    """
    if not _SESSION_ID.fullmatch(session_id):
        raise invalid(f"Value '{session_id}' at 'sessionId' must match [0-9a-zA-Z._:-]{{2,100}}")
    alias = aws.store.get(alias_arn)
    if alias is None or alias.kind != BOT_ALIAS:
        raise not_found(f"There is no bot alias {alias_arn}.")
    setting = locale_setting(alias, locale_id)
    if setting is None or not setting["Enabled"]:
        raise invalid(f"The locale {locale_id} is not enabled for the alias {alias.name}.")
    version = alias.properties.get("BotVersion")
    if version is None:
        raise invalid(f"The alias {alias.name} points to no version.")
    bot = find_bot(aws, alias.properties["BotId"])
    holder = built_bot.holder(aws, bot.id, version)
    properties = bot.properties if version == DRAFT else holder.links["bot"]
    return Talk(
        bot_id=bot.id,
        bot_name=properties["Name"],
        alias=alias,
        version=version,
        locale=built_bot.running(holder, locale_id),
        session_id=session_id,
        function=code_hook(alias, locale_id),
        role=properties["RoleArn"],
        idle_seconds=properties["IdleSessionTTLInSeconds"],
        request_id=request_id,
        request_attributes=request_attributes or {},
        input_mode=input_mode,
        text=text,
    )
