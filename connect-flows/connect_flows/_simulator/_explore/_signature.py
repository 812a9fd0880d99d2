"""What tells a state of a contact from others, as far as flows will still ask."""

from collections.abc import Iterable, Mapping
from typing import Any

from connect_flows._simulator._contact import Contact, Frame
from connect_flows._simulator._explore._liveness import LOOP, OF_FLOWS, Asked, Liveness, by_reference
from connect_flows._simulator._explore._state import State
from connect_flows._simulator._explore._uses import Parts, Test
from connect_flows._simulator._explore._values import told_apart
from connect_flows._simulator._program import Program, name_of
from connect_flows._simulator._values import endpoint

_HOLDERS = {
    "External": "external",
    "FlowAttributes": "flow_attributes",
    "LambdaInvocation": "external",
    "Lex": "lex",
    "Metrics": "metrics",
    "Modules": "module",
    "StoredCustomerInput": "stored",
}


# Of these no two are equal that are not alike, as 1 and True are.
_PLAIN = (str, int, type(None))


class Question:
    """What is asked of one reference, and what the answers were so far: contacts have few values, and many turns."""

    __slots__ = ("_known", "_tests", "parts")

    def __init__(self, asked: Asked) -> None:
        self.parts = asked.parts
        self._tests = asked.tests
        self._known: dict[str | int | None, tuple[Any, ...]] = {}

    def answers(self, value: Any) -> tuple[Any, ...]:
        """What the tests can tell of a value."""
        if type(value) not in _PLAIN:
            return told_apart(value, self._tests)
        if value not in self._known:
            self._known[value] = told_apart(value, self._tests)
        return self._known[value]


class Signatures:
    """Works out what is left of a state when all is taken away that nobody will ask for."""

    def __init__(self, programs: Mapping[str, Program], live: Liveness) -> None:
        self._programs = programs
        self._live = live
        self._transfers = sorted(key for key, program in programs.items() if program.type.endswith("_TRANSFER"))
        self._asked: dict[object, tuple[Question, ...]] = {}
        self._of_frames: dict[tuple[str, str], tuple[Question, ...]] = {}

    def of(self, state: State) -> object:
        """Two states with the same signature go the same ways."""
        contact, walk = state.contact, state.contact.walk
        return (
            state.rest,
            state.told,
            state.silent,
            state.errors_left,
            contact.state,
            contact.channel,
            contact.method,
            bool(contact.queue),
            bool(contact.callback_number or contact.customer),
            tuple(walk.hooks.items()),
            tuple(walk.next_flows),
            walk.typed,
            tuple(asked.answers(_of_contact(contact, asked.parts)) for asked in self._of_contact(state)),
            tuple(self._frame(frame) for frame in walk.frames),
        )

    def _of_contact(self, state: State) -> tuple[Question, ...]:
        walk = state.contact.walk
        frames = tuple((frame.flow, frame.block) for frame in walk.frames)
        key = (frames, tuple(walk.hooks.values()), tuple(walk.next_flows))
        if key not in self._asked:
            tests = set()
            for flow, block in frames:
                before = self._live.before(self._programs[flow].name, block)
                tests |= {test for test in before if test.parts[0] not in OF_FLOWS}
            for resource in (*walk.hooks.values(), *walk.next_flows, *self._transfers):
                tests |= self._live.of_contact(resource)
            self._asked[key] = _questions(tests)
        return self._asked[key]

    def _frame(self, frame: Frame) -> tuple[Any, ...]:
        key = (frame.flow, frame.block)
        if key not in self._of_frames:
            before = self._live.before(self._programs[frame.flow].name, frame.block)
            self._of_frames[key] = _questions(test for test in before if test.parts[0] in OF_FLOWS)
        asked = self._of_frames[key]
        return (*key, *(each.answers(_of_frame(frame, each.parts)) for each in asked))


def _questions(tests: Iterable[Test]) -> tuple[Question, ...]:
    return tuple(Question(asked) for asked in by_reference(tests))


def _of_frame(frame: Frame, parts: Parts) -> Any:
    if parts[0] == LOOP:
        return frame.loops.get(parts[1], 0)
    rest = parts[2:] if parts[:2] == ("LambdaInvocation", "ResultData") else parts[1:]
    return _inside(getattr(frame, _HOLDERS[parts[0]]), rest)


def _of_contact(contact: Contact, parts: Parts) -> Any:
    if parts[0] == "Queue":
        return name_of(contact.queue)
    if parts[0] == "Attributes":
        return _inside(contact.attributes, parts[1:])
    roots: dict[str, Any] = {
        "CustomerEndpoint": endpoint(contact.customer),
        "CustomerId": contact.customer_id,
        "LanguageCode": contact.language,
        "Name": contact.name,
        "Description": contact.description,
        "SegmentAttributes": contact.segment_attributes,
        "SystemEndpoint": endpoint(contact.system),
        "Tags": contact.tags,
        "CallbackNumber": contact.callback_number,
    }
    return _inside(roots[parts[0]] if parts[0] in roots else contact.extras.get(parts[0]), parts[1:])


def _inside(value: Any, parts: Parts) -> Any:
    for part in parts:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
