"""Rules about what only calls suffer from: tests read a transcript of what they hear."""

import re
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._placeholder import PATTERN
from connect_flows._test_cases._rules._rule import EVENTS, Rule
from connect_flows._test_cases._rules.of_events import message_of
from connect_flows._test_cases._view import View, mapping

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_NUMERAL = re.compile(r"[0-9]+")
_PUNCTUATION = re.compile(r"[^\w\s]")


def _plain_words(view: View) -> Iterator[Fault]:
    for _, event, place in view.events_of("MessageReceived") if view.is_voice else ():
        words = PATTERN.sub(" ", message_of(event.properties))
        at = place / "Properties" / ("Text" if "Text" in event.properties else "SSML")
        for kind, pattern in (("a numeral", _NUMERAL), ("punctuation", _PUNCTUATION)):
            found = pattern.search(words) if at.path.endswith("Text") else None
            if found is not None:
                yield Fault(at, f"has {kind}: {shown(found[0])}", "wait for a few plain words beside it")


def _korean_heard(view: View) -> Iterator[Fault]:
    for _, event, place in view.events_of("MessageReceived") if view.is_voice else ():
        if _HANGUL.search(message_of(event.properties)):
            cure = "wait for a flow action, or let a chat say it, until a live run has shown that it is understood"
            yield Fault(place / "Properties", "waits for Korean in a transcript of a call", cure)


def _korean_spoken(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions_of("SendInstruction") if view.is_voice else ():
        instruction = mapping(action.parameters.get("Instruction"))
        said = mapping(instruction.get("Properties")).get("Value")
        if instruction.get("Type") == "Utterance" and isinstance(said, str) and _HANGUL.search(said):
            cure = "press keys, mock the bot, or let a chat say it, until a live run has shown that it is understood"
            yield Fault(place / "Parameters" / "Instruction", "speaks Korean in a call", cure)


RULES = (
    Rule(
        "W753",
        "On a call, a text to wait for has neither numerals nor punctuation.",
        f"{EVENTS}; live runs: the transcript drops punctuation and spells numbers out",
        _plain_words,
    ),
    Rule("W754", "A call waits for no Korean.", "nobody has shown that Korean is transcribed", _korean_heard),
    Rule("W755", "Nobody speaks Korean in a call.", "nobody has shown that ko-KR is spoken", _korean_spoken),
)
