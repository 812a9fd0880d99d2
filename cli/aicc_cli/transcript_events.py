"""What each event of a contact shows.

The events are those of `connect_flows.simulator` as JSON has them: `event` is the name, the rest are the fields.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aicc_cli.transcript_row import NOTE, Row
from connect_flows.simulator import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Event = Mapping[str, Any]

KEYS = "DTMF"
# What CloudFormation makes of a stack's name and a construct's path.
_GENERATED = re.compile(r"ContactCenter-[a-z0-9]+-(?:Functions)?(.+?)[0-9A-F]{8}-?[0-9A-Za-z]*")
_TAG = re.compile(r"<[^>]*>")


def row_of(event: Event) -> Row | None:
    """Return what an event shows, or nothing.

    >>> row_of({"event": "Prompt", "flow": "inbound", "block": "greet", "text": "안녕하십니까.", "to": "customer"})
    Row(who='안내', said='안녕하십니까.', inside='inbound/greet', style='', inside_style='dim')
    >>> row_of({"event": "Started"})
    """
    make = _ROWS.get(str(event.get("event")))
    return make(event) if make else None


def _prompt(event: Event) -> Row:
    text = " ".join(_TAG.sub(" ", event["text"]).split())
    if event.get("to") == "agent":
        return Row("상담원에게", text, _place(event), "magenta")
    return Row("봇" if event.get("by") == "bot" else "안내", text, _place(event))


def _input(event: Event) -> Row:
    said = f"[{event['text']}]" if event.get("mode") == KEYS else event["text"]
    return Row("고객", said, _place(event), "bold cyan")


def _ignored(event: Event) -> Row:
    return Row("고객", f"{event['text']}  (흐름은 듣고 있지 않음)", str(event.get("why", "")), "yellow")


def _silence(event: Event) -> Row:
    return Row(inside=f"{_place(event)} 기다리는 시간이 지남", inside_style="yellow")


def _flow(event: Event) -> Row:
    return Row(inside=f"▶ {event['flow']}", inside_style="bold")


def _module(event: Event) -> Row:
    return Row(inside=f"▶ 모듈 {event['module']}", inside_style="bold")


def _module_left(event: Event) -> Row:
    return Row(inside=f"◀ 모듈 {event['module']} {event.get('result', '')}".rstrip(), inside_style="bold")


def _branch(event: Event) -> Row:
    branch = str(event.get("branch", ""))
    told = f" ({event['results']})" if branch.startswith("error") and event.get("results") else ""
    style = "red" if branch.startswith("error") else "dim"
    return Row(inside=f"{_place(event)} → {branch or '끝'}{told}", inside_style=style)


def _asked(event: Event) -> Row | None:
    again = event.get("attempt", 1)
    return (
        Row(inside=f"λ {short(event['function'])} 다시 물음 ({again}번째)", inside_style="yellow")
        if again > 1
        else None
    )


def _answered(event: Event) -> Row:
    took = f"{event.get('seconds', 0.0) * 1000:.0f} ms"
    if event.get("error"):
        return Row(inside=f"λ {short(event['function'])} 실패: {event['error']} ({took})", inside_style="bold red")
    return Row(inside=f"λ {short(event['function'])} {_pairs(event.get('values'))} ({took})", inside_style="green")


def _bot(event: Event) -> Row:
    if event.get("error"):
        return Row(inside=f"봇 {short(event['bot'])} 실패: {event['error']}", inside_style="bold red")
    sure = event.get("confidence")
    parts = [f"봇 {event.get('intent') or '의도 미정'}", "" if sure is None else f"{sure:.2f}"]
    parts += [_pairs(event.get("slots")), "(끝)" if event.get("closed") else "(이어서 물음)"]
    return Row(inside=" ".join(filter(None, parts)), inside_style="green")


def _attributes(event: Event) -> Row:
    return Row(inside=f"속성 {_pairs(event.get('values'))}")


def _queued(event: Event) -> Row:
    return Row(NOTE, f"대기열 {event['queue']}에서 기다립니다", "", "yellow")


def _callback(event: Event) -> Row:
    said = f"대기열 {event['queue']}의 순서에 {event['number']}(으)로 전화가 갑니다 ({event['delay']:g}초 뒤부터)"
    return Row(NOTE, said, f"콜백 {event['callback']}", "yellow")


def _ringing(event: Event) -> Row:
    return Row(NOTE, f"{event['number']}에 전화가 울립니다", "", "yellow")


def _agent(event: Event) -> Row:
    return Row(NOTE, f"상담원 {event['agent']} 연결", f"{event.get('waited', 0):.0f}초 기다림", "bold green")


def _agent_left(event: Event) -> Row:
    return Row(NOTE, f"상담원 {event['agent']} 나감", "", "yellow")


def _held(event: Event) -> Row:
    return Row(NOTE, "통화를 다시 이어 갑니다" if event.get("resumed") else "통화를 보류합니다", "", "yellow")


def _transferred(event: Event) -> Row:
    return Row(NOTE, "", f"옮김: {event['kind']} {event['to']}", "yellow", "bold")


def _failed(event: Event) -> Row:
    return Row(inside=f"{_place(event)} 실패: {event.get('reason', '')}", inside_style="bold red")


def _ended(event: Event) -> Row:
    return Row(NOTE, f"끝: {event['reason']}", "", "bold")


def short(resource: str) -> str:
    """Return what people call a resource: of an ARN the part that names it.

    >>> short("arn:aws:lambda:ap-northeast-2:123456789012:function:read_line_status:live")
    'read_line_status'
    >>> short("arn:aws:lambda:ap-northeast-2:1:function:ContactCenter-dev-FunctionsReadLineStatus0A1B2C3D-Ab1")
    'ReadLineStatus'
    >>> short("${bot.customer_service}")
    'customer_service'
    """
    resource = name_of(resource)
    parts = resource.split(":")
    name = parts[6] if parts[0] == "arn" and len(parts) > 6 else resource.rpartition("/")[2]
    generated = _GENERATED.fullmatch(name)
    return generated[1] if generated else name


def _place(event: Event) -> str:
    return "/".join(filter(None, (str(event.get("flow", "")), str(event.get("block", "")))))


def _pairs(values: Mapping[str, Any] | None) -> str:
    return " ".join(f"{name}={value}" for name, value in (values or {}).items() if value is not None)


_ROWS: Mapping[str, Callable[[Event], Row | None]] = {
    "AgentConnected": _agent,
    "AgentLeft": _agent_left,
    "AttributesSet": _attributes,
    "BotAnswered": _bot,
    "Branch": _branch,
    "CallbackCreated": _callback,
    "Disconnected": _ended,
    "FlowEntered": _flow,
    "FlowFailed": _failed,
    "FunctionAnswered": _answered,
    "FunctionAsked": _asked,
    "Held": _held,
    "Ignored": _ignored,
    "Input": _input,
    "ModuleEntered": _module,
    "ModuleLeft": _module_left,
    "Prompt": _prompt,
    "Queued": _queued,
    "Ringing": _ringing,
    "Silence": _silence,
    "Transferred": _transferred,
}
