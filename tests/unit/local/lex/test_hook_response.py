"""What the function of an alias may not answer."""

from typing import Any

import pytest

from aicc_local.errors import ServiceError
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.hooked import hooked, say


def answer(action: Any = None, intent_state: Any = None, messages: Any = None, **more: Any) -> Any:
    state: dict[str, Any] = {"dialogAction": action or {"type": "Close"}, **more}
    if intent_state is not False:
        state["intent"] = intent_state or {"name": "CheckOrder", "state": "Fulfilled"}
    return {"sessionState": state, "messages": messages}


def text(content: Any) -> Any:
    return [{"contentType": "PlainText", "content": content}]


INVALID: dict[str, tuple[Any, str]] = {
    "nothing": (None, "there is no sessionState"),
    "a text": ("ok", "there is no sessionState"),
    "no action": ({"sessionState": {}}, "sessionState.dialogAction.type must be one of Close, ConfirmIntent"),
    "an action that Lex does not know": (answer({"type": "HangUp"}), "dialogAction.type must be one of"),
    "no intent to close": (answer(intent_state=False), "sessionState.intent is required for Close"),
    "an unknown intent": (answer(intent_state={"name": "Weather"}), "there is no intent 'Weather'"),
    "an intent that is a text": (answer(intent_state="CheckOrder"), "there is no intent 'CheckOrder'"),
    "an unknown slot to elicit": (
        answer({"type": "ElicitSlot", "slotToElicit": "Color"}),
        "slotToElicit 'Color' is no slot of CheckOrder",
    ),
    "no slot to elicit": (answer({"type": "ElicitSlot"}), "slotToElicit None is no slot of CheckOrder"),
    "a slot to elicit while closing": (
        answer({"type": "Close", "slotToElicit": "OrderNumber"}),
        "slotToElicit is for ElicitSlot only, not for Close",
    ),
    "no words to elicit an intent": (
        answer({"type": "ElicitIntent"}, False),
        "messages are required for ElicitIntent",
    ),
    "an unknown state": (
        answer(intent_state={"name": "CheckOrder", "state": "Done"}),
        "sessionState.intent.state 'Done' is not one of",
    ),
    "an unknown confirmation": (
        answer(intent_state={"name": "CheckOrder", "confirmationState": "Yes"}),
        "sessionState.intent.confirmationState 'Yes' is unknown",
    ),
    "slots that are a list": (answer(intent_state={"name": "CheckOrder", "slots": ["x"]}), "slots must be a map"),
    "an unknown slot": (
        answer(intent_state={"name": "CheckOrder", "slots": {"Color": None}}),
        "CheckOrder has no slot Color",
    ),
    "a slot that is a text": (
        answer(intent_state={"name": "CheckOrder", "slots": {"OrderNumber": "7"}}),
        "the value of the slot OrderNumber must be null or an object with a value",
    ),
    "a slot whose value is a text": (
        answer(intent_state={"name": "CheckOrder", "slots": {"OrderNumber": {"value": "7"}}}),
        "the value of the slot OrderNumber must be null or an object with a value",
    ),
    "an attribute that is a number": (
        answer(sessionAttributes={"tries": 1}),
        "sessionState.sessionAttributes.tries must be a string, not 1",
    ),
    "attributes that are a list": (answer(sessionAttributes=["a"]), "sessionState.sessionAttributes must be a map"),
    "messages that are a text": (answer(messages="안녕하세요"), "messages must be a list of at most 10"),
    "too many messages": (answer(messages=text("네") * 11), "messages must be a list of at most 10"),
    "a message without type": (answer(messages=[{"content": "네"}]), "messages[0].contentType must be one of"),
    "an empty message": (answer(messages=text("")), "messages[0].content must have 1 to 1024 characters"),
    "a long message": (answer(messages=text("가" * 1_025)), "messages[0].content must have 1 to 1024 characters"),
}


@pytest.mark.parametrize(("payload", "told"), INVALID.values(), ids=INVALID)
def test_refuses_the_answer(aws: FakeAws, payload: Any, told: str) -> None:
    alias = hooked(aws, lambda event: payload)

    with pytest.raises(ServiceError) as refused:
        say(aws, alias)

    assert refused.value.code == "DependencyFailedException"
    assert refused.value.message.startswith("Invalid Lambda Response: ")
    assert told in refused.value.message


def test_a_card_is_passed_on(aws: FakeAws) -> None:
    card = {"contentType": "ImageResponseCard", "imageResponseCard": {"title": "주문", "buttons": []}}
    alias = hooked(aws, lambda event: answer(messages=[card]))

    assert say(aws, alias)["messages"] == [card]
