"""What the records of Lex are called, and how their ids and ARNs look."""

import hashlib
import secrets
import string

from aicc_local.errors import ServiceError, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

BOT = "AWS::Lex::Bot"
BOT_VERSION = "AWS::Lex::BotVersion"
BOT_ALIAS = "AWS::Lex::BotAlias"

DRAFT = "DRAFT"
TEST_ALIAS = "TSTALIASID"
TEST_ALIAS_NAME = "TestBotAlias"

_LETTERS = string.ascii_uppercase + string.digits
_LENGTH = 10


def random_id() -> str:
    """An id of a bot or an alias."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def derived_id(*names: str) -> str:
    """The id of a part of a bot; the same names give the same id, as an update keeps the ids of intents and slots."""
    number = int.from_bytes(hashlib.sha256("/".join(names).encode()).digest())
    digits = []
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(_LETTERS))
        digits.append(_LETTERS[digit])
    return "".join(digits)


def bot_arn(aws: LocalAws, bot_id: str) -> str:
    """The ARN of a bot."""
    return aws.arn("lex", f"bot/{bot_id}")


def alias_arn(aws: LocalAws, bot_id: str, alias_id: str) -> str:
    """The ARN of an alias."""
    return aws.arn("lex", f"bot-alias/{bot_id}/{alias_id}")


def version_arn(bot: str, number: str) -> str:
    """The key of a version; AWS has no ARN for it."""
    return f"{bot}/version/{number}"


def find_bot(aws: LocalAws, bot_id: str) -> Record:
    """The bot with this id; raises `ServiceError`."""
    record = aws.store.get(bot_arn(aws, bot_id))
    if record is None:
        raise not_found(f"There is no bot with ID {bot_id}.")
    return record


def find_alias(aws: LocalAws, bot_id: str, alias_id: str) -> Record:
    """The alias of a bot; raises `ServiceError`."""
    record = aws.store.get(alias_arn(aws, bot_id, alias_id))
    if record is None:
        raise not_found(f"There is no alias with ID {alias_id} for bot {bot_id}.")
    return record


def find_version(aws: LocalAws, bot_id: str, number: str) -> Record:
    """A numbered version of a bot; raises `ServiceError`."""
    record = aws.store.get(version_arn(bot_arn(aws, bot_id), number))
    if record is None:
        raise not_found(f"There is no version {number} of bot {bot_id}.")
    return record


def invalid(message: str) -> ServiceError:
    """Lex's answer for a request that cannot be meant."""
    return ServiceError("ValidationException", message)


def in_use(message: str) -> ServiceError:
    """Lex's answer when something else still needs what shall go."""
    return ServiceError("ResourceInUseException", message, status=409)
