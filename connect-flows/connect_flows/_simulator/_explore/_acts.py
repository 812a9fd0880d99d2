"""What may happen next to a contact that stands somewhere."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from connect_flows._simulator._contact import Contact, Walk
from connect_flows._simulator._explore._replies import Replies
from connect_flows._simulator._explore._state import AGENT, ANSWER, AT_BLOCK, CALLBACK, State, hooked
from connect_flows._simulator._explore._world import World
from connect_flows._simulator._outcomes import Answered, Begins, Ends, GoesOn, Happening, Pressed, Rest, Said, TimeIsUp
from connect_flows._simulator._program import Block, Program
from connect_flows._simulator._run import run

BY_FLOW, BY_TIME, BY_CUSTOMER, BY_AGENT = "flow", "time", "customer", "agent"

KEYS = "1234567890*#"


class Act(NamedTuple):
    """Something that happens. `label` says so in a path; `by`: who moves. `silent`: the bot hears nothing."""

    label: str
    by: str
    do: Callable[[Contact, World], Rest]
    blocks: int = 0
    silent: bool = False


class Acts:
    """What may happen, for flows that run together."""

    def __init__(self, programs: Mapping[str, Program], replies: Replies) -> None:
        self._programs = programs
        self._replies = replies
        self._transfers = sorted(
            {
                program.name: resource
                for resource, program in programs.items()
                if program.type in ("AGENT_TRANSFER", "QUEUE_TRANSFER")
            }.items()
        )

    def at(self, state: State) -> Iterator[Act]:
        """Everything that may happen here."""
        contact = state.contact
        if state.rest == AT_BLOCK:
            yield Act("", BY_FLOW, _runs(GoesOn()), blocks=1)
        elif state.rest == ANSWER:
            yield from self._answers(state)
        elif state.rest == "input":
            yield from self._inputs(state)
        elif state.rest == CALLBACK:
            yield Act("the callback is answered", BY_AGENT, _connects)
        elif state.limited and state.rest in ("time", "messages"):
            yield Act("", BY_TIME, _time_is_up)
        if contact.state == "IN_QUEUE" and state.rest not in (AT_BLOCK, ANSWER):
            yield Act("an agent takes the contact", BY_AGENT, _connects)
        elif contact.state == "WITH_AGENT":
            yield from self._with_agent(state)

    def _answers(self, state: State) -> Iterator[Act]:
        for label, result in self._replies.to(state):
            yield Act(label, BY_FLOW, _runs(Answered(result)))

    def _inputs(self, state: State) -> Iterator[Act]:
        frame = state.frame
        assert frame is not None
        program = self._programs[frame.flow]
        block = program.blocks[frame.block]
        if block.type != "GetParticipantInput":
            verb = "says" if state.contact.channel == "VOICE" else "writes"
            yield Act(f"the customer {verb} something", BY_CUSTOMER, _runs(Said("아무 말")))
            if not state.limited:
                # How long a bot waits on a call, and what it makes of silence, is its own business.
                yield Act("the bot gives up on a silent customer", BY_TIME, _runs(Said("")), silent=True)
        else:
            for keys in self._keys(program, block):
                yield Act(f"the customer presses {keys}", BY_CUSTOMER, _runs(Pressed(keys)))
        yield Act("the customer stays silent", BY_TIME, _time_is_up)

    def _keys(self, program: Program, block: Block) -> Iterator[str]:
        if block.plain.get("StoreInput") == "True":
            yield from self._replies.entries(program, block)
            return
        yield from block.choices
        others = [key for key in KEYS if key not in block.choices]
        yield from others[:1]

    def _with_agent(self, state: State) -> Iterator[Act]:
        hooks = state.contact.walk.hooks
        if state.rest == "messages":
            yield Act("the agent resumes", BY_AGENT, _resumes)
        if state.rest != AGENT:
            return
        if "CustomerRemaining" in hooks:
            yield Act("the agent hangs up", BY_AGENT, _is_left)
        for hook in ("AgentHold", "CustomerHold"):
            if hook in hooks:
                yield Act("the agent holds", BY_AGENT, _runs(Begins(hooks[hook])))
        for name, resource in self._transfers:
            yield Act(f"the agent transfers through {name}", BY_AGENT, _transfers(resource, self._programs[resource]))


def _runs(happening: Happening) -> Callable[[Contact, World], Rest]:
    return lambda contact, world: run(contact, happening, world)


def _time_is_up(contact: Contact, world: World) -> Rest:
    return run(contact, TimeIsUp(contact.walk.turn), world)


def _connects(contact: Contact, world: World) -> Rest:
    """An agent has the contact: the whispers run."""
    walk = contact.walk
    walk.frames, walk.waits_for = [], ""
    contact.state, contact.agent = "WITH_AGENT", "agent"
    flows = hooked(contact, "AgentWhisper", "CustomerWhisper")
    walk.next_flows = flows[1:]
    return run(contact, Begins(flows[0]), world) if flows else Ends()


def _is_left(contact: Contact, world: World) -> Rest:
    contact.state, contact.agent, contact.walk.next_flows = "IN_FLOW", "", []
    return run(contact, Begins(contact.walk.hooks["CustomerRemaining"]), world)


def _resumes(contact: Contact, world: World) -> Rest:
    contact.walk.frames, contact.walk.waits_for = [], ""
    return Ends()


def _transfers(resource: str, program: Program) -> Callable[[Contact, World], Rest]:
    def transfers(contact: Contact, world: World) -> Rest:
        """The customer goes on as another contact, with the attributes of this one."""
        contact.method, contact.state, contact.agent = "TRANSFER", "IN_FLOW", ""
        contact.queue = TRANSFERRED_TO if program.type == "QUEUE_TRANSFER" else ""
        contact.callback_number, contact.walk = None, Walk()
        return run(contact, Begins(resource), world)

    return transfers


TRANSFERRED_TO = "${queue.of_quick_connect}"
