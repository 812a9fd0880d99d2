"""The runtime: one turn of a conversation with a bot, for the API and for Connect, and the state of its sessions."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from aicc_local.errors import not_found
from aicc_local.lex.code_hook import call_hook
from aicc_local.lex.conversation_log import log_turn
from aicc_local.lex.dialogue import Dialogue
from aicc_local.lex.input import DTMF, heard
from aicc_local.lex.kinds import invalid
from aicc_local.lex.recognizer import Recognizer
from aicc_local.lex.session import Session, begun, forget, load, save
from aicc_local.lex.similarity import SimilarityRecognizer
from aicc_local.lex.talk import Talk, open_talk
from aicc_local.local_aws import LocalAws

Answer = dict[str, Any]

RECOGNIZER: Recognizer = SimilarityRecognizer()

# https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html
_TEXT = 1_024
_ATTRIBUTES = 12 * 1024


def recognize_text(
    aws: LocalAws,
    alias_arn: str,
    locale_id: str,
    session_id: str,
    text: str,
    *,
    session_attributes: Mapping[str, str] | None = None,
    request_attributes: Mapping[str, str] | None = None,
    input_mode: str = "Text",
    recognizer: Recognizer = RECOGNIZER,
) -> Answer:
    """A turn for Connect, which has checked that it may talk to the bot. The store must not be locked.

    `session_attributes` are added to those of the session, so give them where the conversation begins only. The
    answer is that of RecognizeText. With `input_mode` "DTMF" the text is the digits; "Speech" is a text that was heard.
    """

    def prepare(session: Session) -> None:
        session.attributes |= dict(session_attributes or {})

    talk = _talk(aws, alias_arn, locale_id, session_id, dict(request_attributes or {}), input_mode, text)
    return hear(aws, talk, prepare, operation="RecognizeText", recognizer=recognizer)


def hear(
    aws: LocalAws,
    talk: Talk,
    prepare: Callable[[Session], None],
    *,
    operation: str,
    recognizer: Recognizer = RECOGNIZER,
) -> Answer:
    """One turn; `prepare` changes the session before the text is understood."""
    if not 1 <= len(talk.text) <= _TEXT:
        raise invalid(f"The text must have 1 to {_TEXT} characters.")
    with aws.lock:
        session = load(aws, talk.alias.arn, talk.locale.id, talk.session_id, talk.idle_seconds) or Session()
    prepare(session)
    _check(session, talk)
    talk = _heard(session, talk)
    dialogue = Dialogue(session, talk.locale, lambda call: call_hook(aws, talk, call))
    dialogue.hear(recognizer, talk.text, talk.request_id)
    _keep(aws, talk, session)
    log_turn(aws, talk, session, missed=dialogue.missed, overridden=dialogue.overridden, operation=operation)
    return answer(talk, session, dialogue.request_attributes)


def put_session(aws: LocalAws, talk: Talk, state: Mapping[str, Any], messages: list[dict[str, Any]]) -> Answer:
    """Set the state of a session, new or not, and do what it asks for."""
    with aws.lock:
        session = load(aws, talk.alias.arn, talk.locale.id, talk.session_id, talk.idle_seconds) or Session()
    session.request_id = talk.request_id
    apply_state(session, talk, state)
    _check(session, talk)
    dialogue = Dialogue(session, talk.locale, lambda call: call_hook(aws, talk, call))
    action = _wanted(session, state)
    if action["type"] != "Delegate":
        dialogue.do(action, messages)
    elif session.intent is None:
        raise invalid("sessionState.intent is required to delegate.")
    else:
        dialogue.go_on()
    _keep(aws, talk, session)
    return answer(talk, session, dialogue.request_attributes)


def get_session(aws: LocalAws, talk: Talk) -> Answer:
    """The state of a session.

    Raises:
        ServiceError: There is no such session.
    """
    with aws.lock:
        session = load(aws, talk.alias.arn, talk.locale.id, talk.session_id, talk.idle_seconds)
    if session is None:
        raise not_found(f"There is no session {talk.session_id} with {talk.alias.name}.")
    return {
        "sessionId": talk.session_id,
        "messages": session.messages,
        "interpretations": session.interpretations,
        "sessionState": session.state(),
    }


def delete_session(aws: LocalAws, talk: Talk) -> None:
    """Forget a session; raises `ServiceError` when there is none."""
    get_session(aws, talk)
    with aws.lock:
        forget(aws, talk.alias.arn, talk.locale.id, talk.session_id)


def apply_state(session: Session, talk: Talk, state: Mapping[str, Any]) -> None:
    """Take over what a request says of the session; what it does not mention stays."""
    if "sessionAttributes" in state:
        session.attributes = dict(state["sessionAttributes"])
    if "activeContexts" in state:
        session.contexts = list(state["activeContexts"])
    given = state.get("intent")
    if given is not None:
        intent = talk.locale.intent(given["name"])
        if intent is None:
            raise invalid(f"There is no intent {given['name']} in the locale {talk.locale.id}.")
        unknown = sorted(name for name in given.get("slots") or {} if intent.slot(name) is None)
        if unknown:
            raise invalid(f"The intent {intent.name} has no slots {', '.join(unknown)}.")
        start = begun(intent)
        session.intent = {**start, **given, "slots": {**start["slots"], **(given.get("slots") or {})}}
        session.interpretations = [{"intent": session.intent, "interpretationSource": "Lex"}]
    if given is not None or "dialogAction" in state:
        # What was asked for belongs to the intent of then.
        session.action = dict(state.get("dialogAction", {}))
        session.attempts = 0


def answer(talk: Talk, session: Session, request_attributes: Mapping[str, str] | None) -> Answer:
    """The answer of RecognizeText."""
    return {
        "messages": session.messages,
        "sessionState": session.state(),
        "interpretations": session.interpretations,
        "requestAttributes": dict(talk.request_attributes if request_attributes is None else request_attributes),
        "sessionId": talk.session_id,
    }


def _talk(
    aws: LocalAws,
    alias_arn: str,
    locale_id: str,
    session_id: str,
    request_attributes: dict[str, str],
    input_mode: str,
    text: str,
) -> Talk:
    with aws.lock:
        return open_talk(
            aws,
            alias_arn,
            locale_id,
            session_id,
            request_id=str(uuid.uuid4()),
            request_attributes=request_attributes,
            input_mode=input_mode,
            text=text,
        )


def _heard(session: Session, talk: Talk) -> Talk:
    """The request with what counts of its text, which is all that a function and the log are told."""
    text = heard(session, talk.locale, talk.input_mode, talk.text)
    attributes = {"x-amz-lex:dtmf-transcript": text} if talk.input_mode == DTMF else {}
    return replace(talk, text=text, request_attributes={**talk.request_attributes, **attributes})


def _wanted(session: Session, state: Mapping[str, Any]) -> dict[str, Any]:
    if session.action:
        return session.action
    return {"type": "Delegate" if "intent" in state else "ElicitIntent"}


def _check(session: Session, talk: Talk) -> None:
    if sum(len(key.encode()) + len(value.encode()) for key, value in session.attributes.items()) > _ATTRIBUTES:
        raise invalid(f"The session attributes are larger than {_ATTRIBUTES} bytes.")
    if session.intent is not None and talk.locale.intent(session.intent["name"]) is None:
        # The alias points to another version by now.
        session.intent, session.action, session.attempts = None, {}, 0
    slot = session.action.get("slotToElicit")
    intent = talk.locale.intent(session.intent["name"]) if session.intent else None
    if session.action.get("type") == "ElicitSlot" and (intent is None or intent.slot(slot or "") is None):
        raise invalid(f"The slot to elicit, {slot}, is not in the intent of the session.")


def _keep(aws: LocalAws, talk: Talk, session: Session) -> None:
    with aws.lock:
        if aws.store.get(talk.alias.arn) is not None:
            save(aws, talk.alias.arn, talk.locale.id, talk.session_id, session)
