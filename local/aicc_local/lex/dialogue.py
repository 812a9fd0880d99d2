"""Leads a conversation: asks for slots in their order, confirms, fulfils and closes, and obeys the code hooks."""

from collections.abc import Callable
from typing import Any

from aicc_local.lex.code_hook import HookCall, HookFailed
from aicc_local.lex.definition import Intent, Locale, Properties
from aicc_local.lex.hook_response import HookResponse, failed_dependency
from aicc_local.lex.input import attempt_name
from aicc_local.lex.messages import Message, said
from aicc_local.lex.recognizer import Recognizer
from aicc_local.lex.session import Session
from aicc_local.lex.understanding import understand

Hook = Callable[[HookCall], HookResponse]

_MESSAGES = 10


class Dialogue:
    """One turn of a conversation.

    Attributes:
        missed: The text was not understood.
        overridden: A function chose another intent than the recognizer.
        request_attributes: Those that a function gave; None when none did.
    """

    def __init__(self, session: Session, locale: Locale, hook: Hook) -> None:
        self.missed = False
        self.overridden = False
        self.request_attributes: dict[str, str] | None = None
        self._session = session
        self._session.messages = []
        self._locale = locale
        self._hook = hook
        self._said: list[Message] = []

    def hear(self, recognizer: Recognizer, text: str, request_id: str) -> None:
        """Take in what the caller says, and say the next thing."""
        understood = understand(self._session, self._locale, recognizer, text)
        self.missed = understood.missed
        if understood.began:
            self._session.request_id = request_id
            self._say(self._intent.properties.get("InitialResponseSetting", {}).get("InitialResponse"))
        if understood.captured is not None:
            elicitation = understood.captured.properties["ValueElicitationSetting"]
            self._say(elicitation.get("SlotCaptureSetting", {}).get("CaptureResponse"))
        self.go_on()

    def go_on(self) -> None:
        """Do what comes next in the intent of the session."""
        proposed = self._proposed()
        if self._intent.dialog_hook:
            response = self._call("DialogCodeHook", self._told(proposed))
            if response.action["type"] != "Delegate":
                self._obey(response)
                return
            proposed = self._proposed()
        self._perform(proposed)

    def do(self, action: dict[str, Any], messages: list[Message]) -> None:
        """Do what somebody else decided; with the bot's own words where none are given."""
        self._session.action = action
        self._finish(messages or self._own_words(action))

    @property
    def _intent(self) -> Intent:
        state = self._session.intent
        intent = self._locale.intent(state["name"]) if state else None
        assert intent is not None, "the session has no intent"
        return intent

    @property
    def _state(self) -> dict[str, Any]:
        assert self._session.intent is not None
        return self._session.intent

    def _proposed(self) -> dict[str, Any]:
        if self._state["confirmationState"] == "Denied":
            return {"type": "Close"}
        for slot in self._intent.slots:
            if slot.required and self._state["slots"].get(slot.name) is None:
                return {"type": "ElicitSlot", "slotToElicit": slot.name}
        if self._intent.confirmation and self._state["confirmationState"] == "None":
            return {"type": "ConfirmIntent"}
        return {"type": "Close"}

    def _told(self, action: dict[str, Any]) -> dict[str, Any]:
        intent = {**self._state, "state": self._closing_state()} if action["type"] == "Close" else self._state
        told = {"dialogAction": action, "intent": intent}
        return told if action["type"] == "Close" else {**told, "prompt": {"attempt": attempt_name(self._session)}}

    def _perform(self, action: dict[str, Any]) -> None:
        if action["type"] != "Close":
            self.do(action, [])
            return
        self._state["state"] = self._closing_state()
        if self._state["state"] == "Failed":
            self._session.action = action
            self._finish(self._words((self._intent.confirmation or {}).get("DeclinationResponse")))
            return
        if self._state["confirmationState"] == "Confirmed":
            self._say((self._intent.confirmation or {}).get("ConfirmationResponse"))
        self._fulfil(action)

    def _closing_state(self) -> str:
        return "Failed" if self._state["confirmationState"] == "Denied" else "ReadyForFulfillment"

    def _fulfil(self, action: dict[str, Any]) -> None:
        if not self._intent.fulfilment_hook:
            # The application fulfils it: the state stays ReadyForFulfillment.
            self.do(action, [])
            return
        try:
            response = self._call("FulfillmentCodeHook", None)
        except HookFailed as failure:
            self._fail(failure)
            return
        if response.action["type"] != "Delegate":
            self._obey(response)
            return
        proposed = self._proposed()
        if proposed["type"] == "Close":
            # "If a fulfillment Lambda function returns a Delegate dialog action without removing any slot values"
            raise failed_dependency("The fulfillment function answered Delegate, and there is nothing left to ask.")
        self._state["state"] = "InProgress"
        self._perform(proposed)

    def _fail(self, failure: HookFailed) -> None:
        name = "TimeoutResponse" if failure.timed_out else "FailureResponse"
        response = self._after_fulfilment().get(name)
        if response is None:
            raise failure
        self._state["state"] = "Failed"
        self._session.action = {"type": "Close"}
        self._finish(self._words(response))

    def _call(self, source: str, proposed: dict[str, Any] | None) -> HookResponse:
        before = self._state["name"]
        response = self._hook(HookCall(source=source, session=self._session, proposed=proposed))
        # What the function leaves out is gone: its answer is the new state of the session.
        self._session.attributes = response.attributes
        self._session.contexts = response.contexts
        if response.request_attributes is not None:
            self.request_attributes = response.request_attributes
        if response.intent is not None:
            self._session.intent = response.intent
            self._session.interpretations[0]["intent"] = response.intent
            self.overridden = response.intent["name"] != before
        return response

    def _obey(self, response: HookResponse) -> None:
        if response.action["type"] == "ElicitIntent" and response.intent is None:
            self._session.intent = None
        self._session.attempts = 0
        self.do(response.action, response.messages)

    def _own_words(self, action: dict[str, Any]) -> list[Message]:
        kind = action["type"]
        if self._session.intent is None or kind == "ElicitIntent":
            return []
        if kind == "ElicitSlot":
            slot = self._intent.slot(action["slotToElicit"])
            return self._words(slot.prompt if slot else None)
        if kind == "ConfirmIntent":
            return self._words((self._intent.confirmation or {}).get("PromptSpecification"))
        return self._last_words() if kind == "Close" else []

    def _last_words(self) -> list[Message]:
        if self._state["state"] == "Failed":
            return self._words(self._after_fulfilment().get("FailureResponse"))
        success = self._after_fulfilment().get("SuccessResponse") if self._intent.fulfilment_hook else None
        closing = self._intent.properties.get("IntentClosingSetting", {})
        active = closing.get("IsActive", True)
        return [*self._words(success), *self._words(closing.get("ClosingResponse") if active else None)]

    def _after_fulfilment(self) -> Properties:
        hook = self._intent.properties.get("FulfillmentCodeHook", {})
        found: Properties = hook.get("PostFulfillmentStatusSpecification", {})
        return found

    def _words(self, specification: Properties | None) -> list[Message]:
        slots = self._session.intent["slots"] if self._session.intent else {}
        return said(specification, slots, self._session.attributes, self._session.attempts)

    def _say(self, specification: Properties | None) -> None:
        self._said += self._words(specification)

    def _finish(self, messages: list[Message]) -> None:
        self._session.messages = [*self._said, *messages][:_MESSAGES]
