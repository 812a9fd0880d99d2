"""A contact centre in which a customer, functions, a bot and an agent do anything, by chance."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from connect_flows import Flow
from connect_flows.simulator import BotRequest, BotResult, Branch, Call, Center, Event

CALLS = 400
STEPS = 40
NOT_WHEN_CALLED = ("inbound", "chat", "authenticate", "outbound", "agent_transfer")
TEXTS = {"company_name": "가나 상점", "opening_hours": "평일 오전 아홉 시부터", "callback_offer": "offered"}
KEYS = "0123*#9"
OUTCOMES = ("authenticated", "not_matched", "malformed", "locked", "no_phone", "going_on", "over", "unknown", "?")
ACTIONS = ("queue", "authenticate", "callback", "goodbye", "keypad", "?")
INTENTS = ("callback", "complaint", "order_status", "delivery", "refund", "billing", "other")


def make_any_call(flows: Sequence[Flow], chance: random.Random, *, breaks: bool = False) -> Center:
    """The centre after somebody has called, or opened a chat, or was called.

    `breaks`: somebody was called, and one block meets an error once.
    """
    offer = chance.choice(["offered", "not_offered"])
    center = Center(flows, texts={**TEXTS, "callback_offer": offer}, seed=chance.randrange(1000))
    for hours in ("main", "business", ""):
        center.opening[hours] = chance.random() < 0.8
    for name in ("read_line_status", "authenticate_customer", "report_callback"):
        center.functions[name] = lambda event: _answer(chance)
    center.bots["customer_service"] = lambda request: _understanding(chance, request)
    for queue in ("general", "orders", "billing", "callback"):
        center.queue_named(queue).max_contacts = chance.choice([None, None, None, 0])
    if chance.random() < 0.1:
        center.missing.add(f"queue.{chance.choice(['general', 'orders', 'billing', 'callback'])}")
    if chance.random() < 0.1:
        center.undialable.add("+821012345678")
    if breaks:
        _break(center, chance)
    call = _contact(center, chance, 2 if breaks else chance.randrange(5))
    for _ in range(chance.randrange(STEPS)):
        followers = [contact for contact in center.contacts.values() if contact.previous_id == call.contact.id]
        if call.contact.ended and not followers:
            break
        if call.contact.ended:
            call = Call(center, followers[0])
            center.agent("agent", "general", "orders", "billing", "callback")
        else:
            _act(center, call, chance)
    return center


def _break(center: Center, chance: random.Random) -> None:
    program = chance.choice([each for each in center.programs.values() if each.name not in NOT_WHEN_CALLED])
    block = chance.choice(list(program.blocks.values()))
    errors = [error for error in block.errors if error not in ("NoMatchingCondition", "InputTimeLimitExceeded")]
    if errors:
        center.breaks(program.name, block.identifier, chance.choice(errors))
        # Once, as the explorer has it.
        center.listeners.append(lambda event: _mend(center, event))


def _mend(center: Center, event: Event) -> None:
    if isinstance(event, Branch):
        center.faults.pop((event.flow, event.block), None)


def _contact(center: Center, chance: random.Random, kind: int) -> Call:
    number = "+821012345678" if chance.random() < 0.9 else ""
    if kind == 0:
        return center.chat(attributes={"customer_id": "C-1"} if chance.random() < 0.5 else {})
    if kind == 1:
        return center.chat(flow="inbound")
    if kind == 2:
        late = {"callback_late": "true"} if chance.random() < 0.5 else {}
        call = center.dial(number, flow="callback", attributes=late)
        return call.answers()
    return center.call(number)


def _act(center: Center, call: Call, chance: random.Random) -> None:
    holding = [agent for agent in center.agents if agent.contact is call.contact]
    if call.contact.state == "RINGING":
        call.answers()
    elif holding and call.contact.state == "WITH_AGENT":
        _agent_acts(center, call, chance)
    elif call.contact.walk.waits_for == "input":
        _customer_acts(call, chance)
    elif call.contact.state == "IN_QUEUE" and chance.random() < 0.2:
        center.agent("agent", "general", "orders", "billing", "callback")
    else:
        call.waits(chance.choice([1, 50, 200]))


def _customer_acts(call: Call, chance: random.Random) -> None:
    share = chance.random()
    if share < 0.6:
        call.presses(chance.choice(KEYS))
    elif share < 0.9:
        call.says("아무 말")
    else:
        call.waits(30)


def _agent_acts(center: Center, call: Call, chance: random.Random) -> None:
    [agent] = [agent for agent in center.agents if agent.contact is call.contact]
    share = chance.random()
    if share < 0.3:
        agent.holds().resumes()
    elif share < 0.6:
        agent.hangs_up()
    elif share < 0.8:
        agent.transfers(flow="queue_transfer", queue="billing")
    else:
        center.agents.clear()
        call.waits(1)


def _answer(chance: random.Random) -> Mapping[str, Any]:
    if chance.random() < 0.15:
        raise RuntimeError("the function is down")
    answer = {
        "outcome": chance.choice(OUTCOMES),
        "line_status": chance.choice(["open", "open", "open", "emergency"]),
        "announcement": "안내",
        "customer_id": "C-1",
        "display_name": "김*지",
    }
    return answer if chance.random() < 0.95 else {"outcome": 7}


def _understanding(chance: random.Random, request: BotRequest) -> BotResult:
    if chance.random() < 0.1:
        return BotResult(error="DependencyFailedException")
    attributes = {
        "next_action": chance.choice(ACTIONS),
        "queue": chance.choice(["orders", "billing", "general"]),
        "bot_intent": chance.choice(INTENTS),
        "bot_summary": "요약",
    }
    return BotResult(intent=attributes["bot_intent"], attributes=attributes, closed=chance.random() < 0.8)
