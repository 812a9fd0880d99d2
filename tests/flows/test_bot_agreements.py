"""What flows, the bot and the function behind it say to each other."""

import ast
import inspect
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from connect_flows import Action, Flow
from fulfill_intent.reply import NextAction
from fulfill_intent.turn import read_session
from lex_bots import Bot, read_bot
from lex_bots import Slot as BotSlot
from tests.flows.roads import blocks_of_type

ROOT = Path(__file__).parents[2]
FLOWS = ("chat", "inbound")
# A flow says how long to listen; the function has nothing to do with it.
FOR_LEX = "x-amz-lex:"
# What the flow reads of what the bot has learned; the rest of the session is the function's own.
READ = {
    "bot_intent",
    "bot_summary",
    "callback_phone",
    "callback_time",
    "next_action",
    "order_number",
    "queue",
    "resume_intent",
}
# Compared in flows, and so the names of intents.
NAMES_INTENTS = "$.Attributes.bot_intent"


@pytest.fixture(scope="module")
def bot() -> Bot:
    return read_bot(ROOT / "bots" / "customer_service.yaml")


def questions(flow: Flow) -> list[Action]:
    return blocks_of_type(flow, "ConnectParticipantWithLexBot")


def given(question: Action) -> Mapping[str, str]:
    attributes = question.parameters["LexSessionAttributes"]
    assert isinstance(attributes, dict)
    return attributes


def compared(flow: Flow, value: str) -> set[str]:
    return {
        branch.operands[0]
        for action in blocks_of_type(flow, "Compare")
        if action.parameters["ComparisonValue"] == value
        for branch in action.conditions
    }


def literals(folder: Path) -> set[str]:
    """Every text that the modules of a function spell out."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in folder.rglob("*.py"))
    values = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in values if isinstance(value, str)}


def listened(question: Action, name: str, intent: str, slot: str) -> str:
    """What a flow says of listening for a slot: for Lex what is more specific goes before what is less."""
    attributes = given(question)
    for place in (f"{intent}:{slot}", f"*:{slot}", f"{intent}:*", "*:*"):
        if f"{FOR_LEX}{name}:{place}" in attributes:
            return attributes[f"{FOR_LEX}{name}:{place}"]
    return ""


def as_in_bot(slot: BotSlot) -> dict[str, str]:
    """What the bot says of listening for a slot, as a flow would say it."""
    prompt = slot.prompt
    said: dict[str, str] = {}
    if prompt and prompt.audio:
        said["audio:start-timeout-ms"] = str(prompt.audio.start_timeout_ms)
        said["audio:end-timeout-ms"] = str(prompt.audio.end_timeout_ms)
        said["audio:max-length-ms"] = str(prompt.audio.max_length_ms)
    if prompt and prompt.dtmf:
        said["dtmf:end-timeout-ms"] = str(prompt.dtmf.end_timeout_ms)
    return said


@pytest.mark.parametrize(
    ("name", "without"), [("inbound", set[NextAction]()), ("chat", {NextAction.AUTHENTICATE, NextAction.KEYPAD})]
)
def test_everything_that_the_function_may_want_next_has_its_branch(
    flows: Mapping[str, Flow], name: str, without: set[NextAction]
) -> None:
    actions = compared(flows[name], "$.Lex.SessionAttributes.next_action")

    assert actions == {action.value for action in set(NextAction) - without}


@pytest.mark.parametrize("name", FLOWS)
def test_every_queue_that_the_bot_may_name_has_its_branch(flows: Mapping[str, Flow], name: str) -> None:
    queues = {placeholder.name for placeholder in flows[name].placeholders if placeholder.kind == "queue"}

    # Whatever else is named, or nothing, is for "general".
    assert compared(flows[name], "$.Lex.SessionAttributes.queue") | {"general"} == queues


@pytest.mark.parametrize("name", FLOWS)
def test_flows_read_nothing_but_what_the_function_writes(flows: Mapping[str, Flow], name: str) -> None:
    read = {
        found
        for action in flows[name].actions
        for found in re.findall(r"\$\.Lex\.SessionAttributes\.(\w+)", str(action.parameters))
    }

    # There is nobody to come back to in a chat.
    assert read == (READ if name == "inbound" else READ - {"resume_intent"})
    assert read <= literals(ROOT / "lambda" / "fulfill_intent")


@pytest.mark.parametrize("name", FLOWS)
def test_flows_tell_the_bot_nothing_but_what_the_function_reads(flows: Mapping[str, Flow], name: str) -> None:
    reads = set(re.findall(r'attributes\.get\("(\w+)"', inspect.getsource(read_session)))

    for question in questions(flows[name]):
        told = {attribute for attribute in given(question) if not attribute.startswith(FOR_LEX)}

        # An action of the round before does not count again: the flow tells it to itself.
        assert told - {"next_action"} <= reads
        assert told >= {"channel", "customer_authenticated"}


def test_a_caller_who_is_known_is_told_to_be(flows: Mapping[str, Flow]) -> None:
    first, second = questions(flows["inbound"])

    assert given(first)["customer_authenticated"] == "false"
    assert (
        given(second).items()
        >= {
            "customer_authenticated": "true",
            "customer_id": "$.Attributes.customer_id",
            "resume_intent": "$.Attributes.resume_intent",
            "next_action": NextAction.KEYPAD.value,
        }.items()
    )


def test_intents_that_flows_name_are_intents_of_the_bot(flows: Mapping[str, Flow], bot: Bot) -> None:
    named = {intent for flow in flows.values() for intent in compared(flow, NAMES_INTENTS)}

    assert named
    assert named <= {intent.name for intent in bot.intents}


def test_flows_speak_the_language_of_the_bot(flows: Mapping[str, Flow], bot: Bot) -> None:
    for name in FLOWS:
        [language] = blocks_of_type(flows[name], "UpdateContactData")

        assert language.parameters == {"LanguageCode": bot.locale.replace("_", "-")}


def test_a_flow_listens_to_a_slot_as_long_as_the_bot_does(flows: Mapping[str, Flow], bot: Bot) -> None:
    for question in questions(flows["inbound"]):
        for intent in bot.intents:
            for slot in intent.slots:
                for name, milliseconds in as_in_bot(slot).items():
                    assert listened(question, name, intent.name, slot.name) == milliseconds, (slot.name, name)


def test_a_flow_listens_no_longer_than_connect_takes(flows: Mapping[str, Flow]) -> None:
    for question in questions(flows["inbound"]):
        lengths = [int(value) for name, value in given(question).items() if "max-length-ms" in name]

        assert lengths
        assert max(lengths) <= 15_000  # beyond which the block takes its error branch


def test_a_flow_tells_lex_how_long_to_listen_for_slots_that_there_are_only(flows: Mapping[str, Flow], bot: Bot) -> None:
    slots = {slot.name for intent in bot.intents for slot in intent.slots}
    intents = {intent.name for intent in bot.intents}

    for question in questions(flows["inbound"]):
        for name in given(question):
            if name.startswith(FOR_LEX):
                *_, intent, slot = name.split(":")
                assert intent in {"*", *intents}
                assert slot in {"*", *slots}


def test_a_chat_is_not_told_how_long_to_listen(flows: Mapping[str, Flow]) -> None:
    [question] = questions(flows["chat"])

    assert not [name for name in given(question) if name.startswith(FOR_LEX)]
