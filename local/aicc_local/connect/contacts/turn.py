"""One turn of a contact: from something that happens to it to where it waits, asks or ends. The store is locked."""

from aicc_local.connect.contacts.around import Around
from aicc_local.connect.contacts.caller import caller_of
from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.happenings import tell
from aicc_local.connect.contacts.programs import running
from aicc_local.connect.contacts.traces import Traces
from aicc_local.connect.contacts.walk import save_walk, start, stop
from aicc_local.local_aws import LocalAws
from connect_flows.simulator import (
    FlowFailed,
    Happening,
    Ignored,
    Pressed,
    Rest,
    Said,
    SimulationError,
    run,
    unheard,
)


class Turn:
    """One turn of this contact in this account."""

    def __init__(self, aws: LocalAws, contact: Contact) -> None:
        self._aws = aws
        self._contact = contact
        self._caller = caller_of(aws, contact)
        self._traces = Traces(aws, contact, self._caller)
        self._around = Around(aws, contact, self._caller, self._traces)

    @property
    def number(self) -> int:
        """Which turn of the contact it is."""
        return self._caller.walk.turn

    def run(self, happening: Happening) -> Rest | None:
        """What the contact rests for; None when nothing came of what happened, or the contact cannot go on."""
        try:
            why = unheard(self._caller, happening, self._around)
            if why:
                self._ignore(happening, why)
                return None
            start(self._contact)
            return run(self._caller, happening, self._around)
        except SimulationError as error:
            self._stop(_bare(str(error)))
            return None
        finally:
            save_walk(self._contact, self._caller.walk)

    def _ignore(self, happening: Happening, why: str) -> None:
        if isinstance(happening, Pressed):
            self._caller.walk.buffered += happening.keys
        if isinstance(happening, Said | Pressed):
            [text] = happening
            tell(self._contact, Ignored(self._contact.id, self._aws.now(), text, why))

    def _stop(self, reason: str) -> None:
        """Stay here for good, and say so."""
        stop(self._contact, reason)
        walk = self._caller.walk
        walk.waits_for = ""
        program = running(self._aws, walk.frames[-1].flow) if walk.frames else None
        block = program.blocks.get(walk.frames[-1].block) if program else None
        flow, identifier = program.name if program else "", block.identifier if block else ""
        if block is not None:
            self._traces.not_run(flow, identifier, block.type, reason)
        tell(self._contact, FlowFailed(self._contact.id, self._aws.now(), flow, identifier, f"Not run: {reason}"))


def _bare(reason: str) -> str:
    """A reason without the cure, where that is for those who script a contact centre of their own.

    >>> _bare("inbound: block task: CreateTask is not simulated; script it: center.stub('CreateTask', ...)")
    'inbound: block task: CreateTask is not simulated'
    """
    said, _, cure = reason.partition("; ")
    return said if "stub" in cure else reason
