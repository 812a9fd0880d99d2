"""Entry point of prune_bot_versions: reads the request, has it carried out, and lets the deploy go on in any case."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from aicc_core.custom_resource import ANSWER_SECONDS, answer_done, read_resource_request
from aicc_core.log import make_logger
from prune_bot_versions.lex_api import CALL_SECONDS, LexBotVersions, lex_client
from prune_bot_versions.logic import prune

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

SECONDS_NEEDED = CALL_SECONDS + ANSWER_SECONDS

logger = make_logger("prune_bot_versions")


def handler(event: Mapping[str, Any], context: "LambdaContext") -> None:
    """Carry out one request; raises only when CloudFormation cannot be told, so that Lambda tries again."""
    request = read_resource_request(event)
    logger.set_correlation_id(request.request_id)

    def in_time() -> bool:
        return context.get_remaining_time_in_millis() / 1000 > SECONDS_NEEDED

    try:
        pruned = prune(request, lambda bot_id: LexBotVersions(lex_client(), bot_id, logger), in_time)
    except Exception:
        # Whatever it is: a version too many is no reason to fail a deploy, and the next one prunes again.
        logger.exception("pruning_failed")
    else:
        logger.info("pruned", extra={"deleted": pruned.deleted, "left": pruned.left})
    answer_done(request, request.physical_id or f"BotVersions/{request.properties.get('BotId')}")
