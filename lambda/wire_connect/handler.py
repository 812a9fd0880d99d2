"""Entry point of wire_connect: reads the request, has it carried out, answers CloudFormation in any case."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from aicc_core.custom_resource import answer_done, answer_failed, read_resource_request
from aicc_core.errors import FunctionError
from aicc_core.log import make_logger
from aicc_core.masking import mask
from wire_connect.connect_api import ConnectApi, connect_client
from wire_connect.logic import id_after_failure, wire
from wire_connect.patience import Patience

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = make_logger("wire_connect")


def handler(event: Mapping[str, Any], context: "LambdaContext") -> None:
    """Carry out one request; raises only when CloudFormation cannot be told, so that Lambda tries again."""
    request = read_resource_request(event)
    logger.set_correlation_id(request.request_id)
    patience = Patience(lambda: context.get_remaining_time_in_millis() / 1000)
    resource = f"{request.resource_type} {request.logical_id}"
    try:
        physical_id = wire(request, ConnectApi(connect_client(), patience))
    except Exception as error:
        logger.exception("wiring_failed", extra={"resource": resource})
        answer_failed(request, id_after_failure(request), f"{resource}: {request.request_type}: {_reason(error)}")
    else:
        logger.info("wired", extra={"resource": resource, "physical_id": physical_id})
        answer_done(request, physical_id)


def _reason(error: Exception) -> str:
    # What others raise may quote anything; its text stays in the log.
    if isinstance(error, FunctionError | ClientError | BotoCoreError):
        return f"{type(error).__name__}: {mask(str(error))}"
    return f"{type(error).__name__}, see the function's log"
