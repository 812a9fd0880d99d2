"""Rules about what only calls suffer from: tests read a transcript of what they hear."""

import re
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._placeholder import PATTERN
from connect_flows._test_cases._model import Observation
from connect_flows._test_cases._rules._rule import EVENTS, Rule
from connect_flows._test_cases._view import View, mapping

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_NUMERAL = re.compile(r"[0-9]+")
_PUNCTUATION = re.compile(r"[^\w\s]")


def _plain_words(view: View) -> Iterator[Fault]:
    for _, event, place in view.events_of("MessageReceived") if view.is_voice else ():
        words = PATTERN.sub(" ", event.words)
        at = place / "Properties" / ("Text" if "Text" in event.properties else "SSML")
        for kind, pattern in (("a numeral", _NUMERAL), ("punctuation", _PUNCTUATION)):
            found = pattern.search(words) if at.path.endswith("Text") else None
            if found is not None:
                yield Fault(at, f"has {kind}: {shown(found[0])}", "wait for a few plain words beside it")


def _korean_heard(view: View) -> Iterator[Fault]:
    for _, event, place in view.events_of("MessageReceived") if view.is_voice else ():
        if _HANGUL.search(event.words):
            cure = "wait for a flow action, or let a chat say it, until a live run has shown that it is understood"
            yield Fault(place / "Properties", "waits for Korean in a transcript of a call", cure)


def _korean_spoken(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions_of("SendInstruction") if view.is_voice else ():
        instruction = mapping(action.parameters.get("Instruction"))
        said = mapping(instruction.get("Properties")).get("Value")
        if instruction.get("Type") == "Utterance" and isinstance(said, str) and _HANGUL.search(said):
            cure = "press keys, mock the bot, or let a chat say it, until a live run has shown that it is understood"
            yield Fault(place / "Parameters" / "Instruction", "speaks Korean in a call", cure)


def _one_event(view: View) -> Iterator[Fault]:
    for observation, _, place in view.events_of("MessageReceived") if view.is_voice else ():
        earlier = _said_before(view, observation)
        if earlier:
            cure = "press a key between the two, or wait for one of them"
            yield Fault(place / "Properties", f"may have been said in one go with that of {shown(earlier)}", cure)


def _said_before(view: View, observation: Observation) -> str:
    """An observation that waits for words as well, with no input of the customer between the two; "" for none."""
    waiting = list(view.leading.get(observation.identifier, ()))
    seen: set[str] = set()
    while waiting:
        identifier = waiting.pop()
        earlier = view.by_identifier[identifier]
        if identifier in seen or any(action.type == "SendInstruction" for action in earlier.actions):
            continue
        if earlier.event.type == "MessageReceived":
            return identifier
        seen.add(identifier)
        waiting += view.leading.get(identifier, ())
    return ""


RULES = (
    Rule(
        "W753",
        "On a call, a text to wait for has neither numerals nor punctuation.",
        f"{EVENTS}; live runs: the transcript drops punctuation and spells numbers out",
        _plain_words,
    ),
    Rule("W754", "A call waits for no Korean.", "nobody has shown that Korean is transcribed", _korean_heard),
    Rule("W755", "Nobody speaks Korean in a call.", "nobody has shown that ko-KR is spoken", _korean_spoken),
    Rule(
        "W764",
        "On a call, one observation waits for what is said between two inputs of the customer.",
        f"{EVENTS}; live runs: prompts in a row are one event",
        _one_event,
    ),
)
