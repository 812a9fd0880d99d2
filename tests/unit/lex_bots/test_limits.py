"""The limits of the rules are those of the API's own model, where that has them."""

from typing import Any

import botocore.session
import pytest

from lex_bots._rules import (
    description_length,
    dtmf_setting,
    message_count,
    message_length,
    name_spelling,
    retries,
    session_lifetime,
    value_length,
)

LIMITS = {
    "name": ("Name", "max", name_spelling._LONGEST),
    "description": ("Description", "max", description_length._DESCRIPTION),
    "display name": ("DisplayName", "max", description_length._DISPLAY_NAME),
    "shortest session": ("SessionTTL", "min", session_lifetime._SHORTEST),
    "longest session": ("SessionTTL", "max", session_lifetime._LONGEST),
    "value": ("Value", "max", value_length._LONGEST),
    "text": ("PlainTextMessageValue", "max", message_length._LONGEST),
    "SSML": ("SSMLMessageValue", "max", message_length._LONGEST),
    "variations": ("MessageVariationsList", "max", message_count._MOST - 1),
    "retries": ("PromptMaxRetries", "max", retries._MOST),
    "keys": ("MaxUtteranceDigits", "max", dtmf_setting._MOST_KEYS),
    "name of letters": ("Name", "pattern", "^([0-9a-zA-Z][_-]?){1,100}$"),
    "key": ("DTMFCharacter", "pattern", f"^{dtmf_setting._CHARACTER.pattern}{{1}}$"),
}


@pytest.fixture(scope="module")
def model() -> Any:
    return botocore.session.get_session().get_service_model("lexv2-models")


@pytest.mark.parametrize(("shape", "constraint", "limit"), LIMITS.values(), ids=LIMITS)
def test_is_that_of_the_api(model: Any, shape: str, constraint: str, limit: object) -> None:
    assert model.shape_for(shape).metadata[constraint] == limit
