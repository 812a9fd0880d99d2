"""AssociateBot and DisassociateBot with what names no bot."""

from typing import Any

import pytest

from aicc_local.connect.association_operations import associate_bot, disassociate_bot
from tests.unit.local.connect.centre import Centre, refused


@pytest.mark.parametrize("operation", [associate_bot, disassociate_bot])
@pytest.mark.parametrize("given", [{"LexV2Bot": {}}, {}])
def test_a_bot_is_named_by_its_alias(centre: Centre, operation: Any, given: dict[str, Any]) -> None:
    with refused("InvalidRequestException", "LexV2Bot"):
        operation(centre.aws, {"InstanceId": centre.instance.id, **given})
