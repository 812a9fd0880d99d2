"""The API operations of lexv2-runtime: name to function. They wait for functions, so they lock the store themselves."""

import base64
import gzip
import json
import uuid
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.lex import runtime
from aicc_local.lex.kinds import alias_arn, invalid
from aicc_local.lex.session import Session
from aicc_local.lex.talk import Talk, open_talk
from aicc_local.local_aws import LocalAws

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]


def recognize_text(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """RecognizeText."""
    talk = _talk(aws, parameters, text=parameters["text"], request_attributes=parameters.get("requestAttributes"))
    return _hear(aws, talk, parameters.get("sessionState", {}), "RecognizeText")


def recognize_utterance(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """RecognizeUtterance, for text: nobody listens to audio here."""
    if not parameters["requestContentType"].startswith("text/plain"):
        raise invalid("The local Lex understands text/plain only.")
    talk = _talk(
        aws,
        parameters,
        text=parameters.get("inputStream", b"").decode(),
        request_attributes=_unpacked(parameters.get("requestAttributes")),
    )
    said = _hear(aws, talk, _unpacked(parameters.get("sessionState")) or {}, "RecognizeUtterance")
    transcript = {"inputMode": talk.input_mode, "inputTranscript": _packed(talk.text)}
    return {**_in_headers(said), **transcript, "interpretations": _packed(said["interpretations"])}


def put_session(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """PutSession."""
    talk = _talk(aws, parameters, request_attributes=parameters.get("requestAttributes"))
    messages = list(parameters.get("messages", ()))
    return _in_headers(runtime.put_session(aws, talk, parameters["sessionState"], messages))


def get_session(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """GetSession."""
    return runtime.get_session(aws, _talk(aws, parameters))


def delete_session(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DeleteSession."""
    runtime.delete_session(aws, _talk(aws, parameters))
    return {name: parameters[name] for name in ("botId", "botAliasId", "localeId", "sessionId")}


def _talk(aws: LocalAws, parameters: Mapping[str, Any], *, text: str = "", request_attributes: Any = None) -> Talk:
    with aws.lock:
        return open_talk(
            aws,
            alias_arn(aws, parameters["botId"], parameters["botAliasId"]),
            parameters["localeId"],
            parameters["sessionId"],
            request_id=str(uuid.uuid4()),
            request_attributes=request_attributes,
            text=text,
        )


def _hear(aws: LocalAws, talk: Talk, state: Mapping[str, Any], operation: str) -> Mapping[str, Any]:
    def prepare(session: Session) -> None:
        runtime.apply_state(session, talk, state)

    return runtime.hear(aws, talk, prepare, operation=operation)


def _in_headers(said: Mapping[str, Any]) -> dict[str, Any]:
    # What is not audio travels in headers, compressed.
    return {
        "contentType": "text/plain; charset=utf-8",
        "messages": _packed(said["messages"]),
        "sessionState": _packed(said["sessionState"]),
        "requestAttributes": _packed(said["requestAttributes"]),
        "sessionId": said["sessionId"],
        "audioStream": b"",
    }


def _packed(value: Any) -> str:
    return base64.b64encode(gzip.compress(json.dumps(value, ensure_ascii=False).encode())).decode()


def _unpacked(text: str | None) -> Any:
    if not text:
        return None
    # "Must be compressed using gzip and then base64 encoded"
    try:
        return json.loads(gzip.decompress(base64.b64decode(text)))
    except (ValueError, OSError, EOFError, zlib.error) as error:
        raise invalid("A header must hold JSON, compressed with gzip and encoded in base64.") from error


RUNTIME_OPERATIONS: dict[str, Operation] = {
    "DeleteSession": delete_session,
    "GetSession": get_session,
    "PutSession": put_session,
    "RecognizeText": recognize_text,
    "RecognizeUtterance": recognize_utterance,
}
