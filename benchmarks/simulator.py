"""How fast the simulator runs calls on one core: against the length of a call, and against the number of flows.

A call goes through blocks of the kinds that ours have; once in fourteen blocks it asks a function, and once a bot,
which answer at once. One of five blocks asks nobody, and is the cheaper for it. Seconds are those of the processor;
figures are medians; the kinds of call take turns, so that a busy machine slows all.
"""

import argparse
import gc
import json
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from connect_flows import Flow, parse
from connect_flows.simulator import Begins, Center, Said

LENGTHS = (5, 15, 45, 135)
FLOWS = (1, 10, 100)
USUAL = 15
WANTED = 2000
"""Calls of 15 blocks in a second on one core."""

GROUP: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "Enabled"}),
    ("UpdateContactAttributes", {"Attributes": {"intent": "unknown"}, "TargetContact": "Current"}),
    ("MessageParticipant", {"Text": "안녕하십니까. 고객센터입니다."}),
    ("Compare", {"ComparisonValue": "$.Channel"}),
    (
        "InvokeLambdaFunction",
        {
            "LambdaFunctionARN": "${function.status}",
            "InvocationTimeLimitSeconds": "4",
            "ResponseValidation": {"ResponseType": "STRING_MAP"},
        },
    ),
    ("Compare", {"ComparisonValue": "$.External.status"}),
    ("CheckHoursOfOperation", {"HoursOfOperationId": "${hours.main}"}),
    ("UpdateContactTextToSpeechVoice", {"TextToSpeechVoice": "Seoyeon", "TextToSpeechEngine": "Neural"}),
    (
        "ConnectParticipantWithLexBot",
        {"Text": "무엇을 도와드릴까요?", "LexV2Bot": {"AliasArn": "${bot.service}"}, "LexSessionAttributes": {}},
    ),
    ("UpdateContactAttributes", {"Attributes": {"bot": "$.Lex.IntentName"}, "TargetContact": "Current"}),
    ("Compare", {"ComparisonValue": "$.Attributes.bot"}),
    ("UpdateContactData", {"LanguageCode": "ko-KR"}),
    ("UpdateContactTargetQueue", {"QueueId": "${queue.general}"}),
    ("MessageParticipant", {"Text": "상담사를 연결해 드리겠습니다."}),
)
CONDITIONS = {
    "Compare": ("VOICE", "open", "refund"),
    "CheckHoursOfOperation": ("True", "False"),
}
ERRORS = {
    "Compare": ("NoMatchingCondition",),
    "ConnectParticipantWithLexBot": ("NoMatchingCondition", "NoMatchingError"),
}


def flow_of(blocks: int, name: str) -> Flow:
    """A flow in which a call passes so many blocks, the last of which hangs up."""
    actions = [_action(number, *GROUP[number % len(GROUP)]) for number in range(blocks - 1)]
    actions.append(
        {"Identifier": f"b{blocks - 1}", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}
    )
    metadata = {"name": name, "type": "contactFlow"}
    document = {"Version": "2019-10-30", "StartAction": "b0", "Metadata": metadata, "Actions": actions}
    return parse(json.dumps(document), source=f"{name}.json")


def _action(number: int, kind: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    following = f"b{number + 1}"
    errors = ERRORS.get(kind, ("NoMatchingError",))
    return {
        "Identifier": f"b{number}",
        "Type": kind,
        "Parameters": parameters,
        "Transitions": {
            "NextAction": following,
            "Errors": [{"ErrorType": error, "NextAction": following} for error in errors],
            "Conditions": [
                {"NextAction": following, "Condition": {"Operator": "Equals", "Operands": [operand]}}
                for operand in CONDITIONS.get(kind, ())
            ],
        },
    }


def center_of(blocks: int, flows: int) -> Center:
    """A centre in which `call` passes so many blocks, with other flows beside it."""
    others = [flow_of(blocks, f"other{number}") for number in range(flows - 1)]
    center = Center([flow_of(blocks, "call"), *others], keep_events=False)
    center.opens("main")
    center.functions["status"] = lambda event: {"status": "open"}
    center.bot("service").answers(intent="refund")
    return center


def run(center: Center, calls: int) -> float:
    """Seconds of the processor that so many calls take."""
    start = time.process_time()
    for _ in range(calls):
        contact = center.begin(channel="VOICE", method="INBOUND", customer="+821012345678")
        center.go_on(contact, Begins("${flow.call}"))
        while not contact.ended:
            center.go_on(contact, Said("환불해 주세요"))
        center.timeline.step()
    took = time.process_time() - start
    assert not center.contacts
    script = center.bot("service")
    script.asked.clear()
    return took


def passed(blocks: int) -> int:
    """How many blocks a call passes in fact."""
    from connect_flows._simulator._events import Branch

    center, seen = center_of(blocks, 1), []
    center.listeners.append(lambda event: seen.append(event) if isinstance(event, Branch) else None)
    run(center, 1)
    return len(seen)


def measured(kinds: Sequence[tuple[int, int]], turns: int, console: Console) -> dict[tuple[int, int], float]:
    """Calls in a second for each length and number of flows; the first turn only warms up."""
    centers = {kind: center_of(*kind) for kind in kinds}
    rates: dict[tuple[int, int], list[float]] = {kind: [] for kind in kinds}
    for turn in track(range(turns + 1), description="simulator", console=console):
        for kind, center in centers.items():
            calls = max(20, 6000 // kind[0])
            gc.collect()
            seconds = run(center, calls)
            if turn:
                rates[kind].append(calls / seconds)
    return {kind: median(found) for kind, found in rates.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=15)
    options = parser.parse_args()
    console = Console()
    kinds = [*((length, 1) for length in LENGTHS), *((USUAL, flows) for flows in FLOWS[1:])]
    rates = measured(kinds, options.turns, console)
    usual = rates[USUAL, 1]

    lengths = Table(title=f"Calls on one core, by their length; medians of {options.turns} turns")
    for heading in ("Blocks", "Calls a second", "us for a block", f"time for a block, {USUAL} blocks = 1"):
        lengths.add_column(heading, justify="right")
    for length in LENGTHS:
        assert passed(length) == length
        each = 1e6 / rates[length, 1] / length
        ratio = rates[USUAL, 1] * USUAL / (rates[length, 1] * length)
        lengths.add_row(str(length), f"{rates[length, 1]:,.0f}", f"{each:.1f}", f"{ratio:.2f}")
    console.print(lengths)

    flows = Table(title=f"Calls of {USUAL} blocks, by the number of flows in the centre")
    for heading in ("Flows", "Calls a second", "time, one flow = 1"):
        flows.add_column(heading, justify="right")
    for number in FLOWS:
        flows.add_row(str(number), f"{rates[USUAL, number]:,.0f}", f"{usual / rates[USUAL, number]:.2f}")
    console.print(flows)
    verdict = "as wanted" if usual >= WANTED else "too slow"
    console.print(f"{USUAL}-block calls per second: {usual:,.0f} ({verdict}: at least {WANTED:,})", highlight=False)


if __name__ == "__main__":
    main()
