"""Where contacts begin: the flows that no other flow leads to, on each channel, with what a contact may bring along."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from connect_flows._placeholder import PATTERN
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._explore._acts import BY_CUSTOMER, TRANSFERRED_TO, Act
from connect_flows._simulator._explore._liveness import Asked, Liveness, by_reference
from connect_flows._simulator._explore._uses import all_references
from connect_flows._simulator._explore._values import CALLABLE, OTHER, values_of
from connect_flows._simulator._explore._world import World
from connect_flows._simulator._outcomes import Begins, Rest
from connect_flows._simulator._program import Program
from connect_flows._simulator._run import run
from connect_flows._simulator._values import ROOTS

TEXTS = "Texts"
"""Under this a contact carries the texts that nobody has given: `${text.<key>}`."""

_BEGUN = {
    "AGENT_TRANSFER": ("TRANSFER", "IN_FLOW"),
    "CUSTOMER_QUEUE": ("INBOUND", "IN_QUEUE"),
    "OUTBOUND_WHISPER": ("OUTBOUND", "WITH_AGENT"),
    "QUEUE_TRANSFER": ("TRANSFER", "IN_FLOW"),
}
_METHODS = ("INBOUND", "OUTBOUND", "API", "CALLBACK", "TRANSFER")


class Starts:
    """How contacts begin. `given`: attributes that they may have then."""

    def __init__(self, programs: Mapping[str, Program], live: Liveness, given: Iterable[str]) -> None:
        self._programs = programs
        self._live = live
        self._given = frozenset(given)
        roots = {parts[0] for program in set(programs.values()) for parts in all_references(program)}
        self._unknown = sorted(roots - ROOTS.keys() - {TEXTS})

    def of(self, resource: str, channels: Iterable[str]) -> Iterator[Act]:
        """How contacts begin with a flow."""
        program = self._programs[resource]
        for channel in channels or self.channels(program):
            kind = "call" if channel == "VOICE" else "chat" if channel == "CHAT" else channel.lower()
            yield Act(f"{kind} to {program.name}", BY_CUSTOMER, self._begins(resource, program, channel))

    def channels(self, program: Program) -> tuple[str, ...]:
        """A flow that looks at the channel is for calls and chats; any other for calls."""
        both = program.type in ("", "CONTACT_FLOW") and ("Channel",) in all_references(program)
        return ("VOICE", "CHAT") if both else ("VOICE",)

    def _begins(self, resource: str, program: Program, channel: str) -> Callable[[Contact, World], Rest]:
        method, state = _BEGUN.get(program.type, ("INBOUND", "IN_FLOW"))
        if program.type.endswith(("_HOLD", "_WHISPER")):
            state = "WITH_AGENT"

        def begins(contact: Contact, world: World) -> Rest:
            asked = by_reference(self._live.of_contact(resource))
            contact.channel, contact.state, contact.method = channel, state, method
            contact.queue = TRANSFERRED_TO if program.type in ("QUEUE_TRANSFER", "CUSTOMER_QUEUE") else ""
            contact.customer = CALLABLE if channel == "VOICE" else ""
            contact.extras = {root: {} for root in (TEXTS, *self._unknown)}
            for each in asked:
                self._bring(contact, world, each)
            return run(contact, Begins(resource), world)

        return begins

    def _bring(self, contact: Contact, world: World, asked: Asked) -> None:
        """Let the contact have each value that a flow will tell from others."""
        root, name = asked.parts[0], asked.parts[-1]
        if asked.parts == ("InitiationMethod",):
            methods = [value for value in values_of(asked.tests) if value in _METHODS and value != contact.method]
            if methods and contact.method == "INBOUND":
                contact.method = _chosen(world, ("INBOUND", *methods), "the contact is") or "INBOUND"
        elif asked.parts == ("CustomerEndpoint", "Address") and contact.channel == "VOICE":
            contact.customer = _number(world, asked)
        elif asked.parts == ("SystemEndpoint", "Address"):
            contact.system = _chosen(world, values_of(asked.tests), "the number dialled is") or ""
        elif root == "Attributes" and name in self._given:
            _put(contact.attributes, name, _chosen(world, (None, *values_of(asked.tests)), f"attribute {name} is"))
        elif root == "SegmentAttributes":
            value = _chosen(world, (None, *values_of(asked.tests)), f"segment attribute {name} is")
            _put(contact.segment_attributes, name, value and {"ValueString": value})
        elif root == TEXTS:
            texts = [value for value in values_of(asked.tests) if value is not None]
            _put(contact.extras[TEXTS], name, _chosen(world, texts, f"text {name} is"))
        elif root in self._unknown and len(asked.parts) > 1:
            value = _chosen(world, (None, *values_of(asked.tests)), f"$.{'.'.join(asked.parts)} is")
            _put(contact.extras[root], asked.parts[1], value)


def _put(values: dict[str, Any], name: str, value: Any) -> None:
    if value is not None:
        values[name] = value


def _number(world: World, asked: Asked) -> str:
    shown = [value for value in values_of(asked.tests) if value and value.startswith("+") and len(value) > 3]
    numbers = (CALLABLE, *shown, "")
    return numbers[world.choose(["", *(f"the number is {number}" for number in shown), "the number is withheld"])]


def _chosen(world: World, values: Iterable[str | None], told: str) -> str | None:
    choices = list(dict.fromkeys(values))
    labels = [f"{told} {value}" if value not in (None, OTHER) else "" for value in choices]
    return choices[world.choose(labels)]


def first_flows(programs: Mapping[str, Program]) -> list[str]:
    """The flows that no other flow leads to; all flows when each is led to by another."""
    flows = {program.name: resource for resource, program in programs.items() if not program.is_module}
    leading = leads_to(programs)
    named = {name for source, names in leading.items() for name in names if name != source}
    return [flows[name] for name in sorted(flows.keys() - named) or sorted(flows)]


def leads_to(programs: Mapping[str, Program]) -> Mapping[str, frozenset[str]]:
    """The flows and modules that each names."""
    return {program.name: frozenset(_named(program, programs)) for program in dict.fromkeys(programs.values())}


def _named(program: Program, programs: Mapping[str, Program]) -> Iterator[str]:
    for block in program.blocks.values():
        for match in PATTERN.finditer(str(dict(block.plain))):
            if match[0] in programs:
                yield programs[match[0]].name
