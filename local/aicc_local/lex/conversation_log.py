"""Writes what was said to CloudWatch Logs, as the text logs of an alias ask for.

Source: https://docs.aws.amazon.com/lexv2/latest/dg/conversation-logs-cw.html and monitoring-obfuscate.html there.
"""

import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from aicc_local.lex.definition import Intent, Locale
from aicc_local.lex.session import Session
from aicc_local.lex.talk import Talk
from aicc_local.local_aws import LocalAws


def log_turn(aws: LocalAws, talk: Talk, session: Session, *, missed: bool, overridden: bool, operation: str) -> None:
    """Write one entry for every text log that is enabled, in the name of the bot's role."""
    for destination in _destinations(talk):
        entry = _entry(aws, talk, session)
        entry |= {"missedUtterance": missed, "developerOverride": overridden, "operationName": operation}
        aws.logs.write(
            group=_group(destination["CloudWatchLogGroupArn"]),
            # Only the prefix is documented; what follows it in AWS is not.
            stream=f"{destination['LogPrefix']}{talk.bot_id}/{talk.alias.id}/{talk.version}",
            messages=[json.dumps(entry, ensure_ascii=False)],
            role=talk.role,
        )


def _destinations(talk: Talk) -> Iterator[dict[str, Any]]:
    for setting in talk.alias.properties.get("ConversationLogSettings", {}).get("TextLogSettings", ()):
        if setting["Enabled"]:
            yield setting["Destination"]["CloudWatch"]


def _group(arn: str) -> str:
    return arn.partition(":log-group:")[2].removesuffix(":*")


def _entry(aws: LocalAws, talk: Talk, session: Session) -> dict[str, Any]:
    transcript = _obscured_text(talk, session)
    timestamp = datetime.fromtimestamp(aws.now(), UTC).isoformat(timespec="milliseconds")
    entry = {
        "messageVersion": "2.0",
        "timestamp": timestamp.replace("+00:00", "Z"),
        "requestId": talk.request_id,
        "sessionId": talk.session_id,
        "inputMode": talk.input_mode,
        "inputTranscript": transcript,
        "bot": {
            "id": talk.bot_id,
            "name": talk.bot_name,
            "aliasId": talk.alias.id,
            "aliasName": talk.alias.name,
            "localeId": talk.locale.id,
            "version": talk.version,
        },
        "messages": session.messages,
        "sessionState": session.state(),
        "interpretations": [_logged(each) for each in session.interpretations],
        "transcriptions": [{"transcription": transcript, "transcriptionConfidence": 1.0}],
    }
    if talk.request_attributes:
        entry["requestAttributes"] = talk.request_attributes
    return _obscured_slots(entry, talk.locale)


def _logged(interpretation: dict[str, Any]) -> dict[str, Any]:
    # A text with two decimals in the log.
    if "nluConfidence" not in interpretation:
        return interpretation
    return {**interpretation, "nluConfidence": f"{interpretation['nluConfidence']['score']:.2f}"}


def _obscured_text(talk: Talk, session: Session) -> str:
    # "If an utterance contains bracket characters, Amazon Lex escapes them with two back slashes"
    text = talk.text.replace("{", r"\\{").replace("}", r"\\}")
    intent = talk.locale.intent(session.intent["name"]) if session.intent else None
    if intent is None or session.intent is None:
        return text
    asked = session.action.get("slotToElicit")
    for slot in intent.slots:
        if not slot.obfuscated:
            continue
        value = session.intent["slots"].get(slot.name)
        if value:
            text = text.replace(value["value"]["originalValue"], f"{{{slot.name}}}")
        elif asked == slot.name and session.attempts:
            # "If Amazon Lex does not recognize a value, the entire utterance is obfuscated."
            return f"{{{slot.name}}}"
    return text


def _obscured_slots(entry: dict[str, Any], locale: Locale) -> dict[str, Any]:
    # The session goes on with the values, the log without them.
    entry = copy.deepcopy(entry)
    states = [entry["sessionState"].get("intent"), *(each["intent"] for each in entry["interpretations"])]
    for state in states:
        intent = locale.intent(state["name"]) if state else None
        if intent is not None:
            _obscure(state["slots"], intent)
    return entry


def _obscure(slots: dict[str, Any], intent: Intent) -> None:
    for slot in intent.slots:
        value = slots.get(slot.name)
        if slot.obfuscated and value:
            name = f"{{{slot.name}}}"
            value["value"] = {"originalValue": name, "interpretedValue": name, "resolvedValues": [name]}
