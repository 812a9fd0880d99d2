"""Calls lexv2-models as the server does."""

import json
from typing import Any

from aicc_local.lex.operations import LEX_OPERATIONS
from aicc_local.rest_json import Call, RestJson
from tests.unit.local.fakes import FakeAws

PROTOCOL = RestJson("lexv2-models")


def call(aws: FakeAws, operation: str, **parameters: Any) -> Any:
    """The answer, as the model writes it; anything that it does not know is an error."""
    answer = LEX_OPERATIONS[operation](aws, parameters)
    written = json.loads(PROTOCOL.write(Call("lexv2-models", operation, parameters), answer))
    return {**answer, **written}
