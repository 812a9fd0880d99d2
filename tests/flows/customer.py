"""A customer who notices everything, also when something in a flow is broken."""

from collections.abc import Iterator

from connect_flows.simulator import Branch, Call, CallFailure, Center, Program, Prompt, heard
from tests.flows.company import CUSTOMER, calls_back
from tests.flows.said import WAITS

CONNECTING = "상담사를 연결해 드리겠습니다."
# What one block says in so many words, and another among other words.
WHOLE = (heard(CONNECTING), heard(WAITS[0]))
SPEAKS = ("MessageParticipant", "MessageParticipantIteratively")


class Customer(Call):
    """Hears exactly what the test says, and nothing besides. What a broken block would have said is not expected:
    neither the prompt of one that speaks, nor any of a flow that could not be set for its event.
    """

    def __init__(self, call: Call) -> None:
        super().__init__(call.center, call.contact, call._answers)
        self._told = 0

    def hears(self, *texts: str) -> "Customer":
        """Hears these texts since the last time, each in a prompt of its own."""
        new = [event.text for event in self.events(Prompt) if event.to == "customer"][self._heard :]
        self._heard += len(new)
        self._compare(new, texts, "the customer")
        return self

    def agent_hears(self, *texts: str) -> "Customer":
        """The agent is told these texts since the last time, each in a prompt of its own."""
        new = [event.text for event in self.events(Prompt) if event.to == "agent"][self._told :]
        self._told += len(new)
        self._compare(new, texts, "the agent")
        return self

    def callback(self) -> "Customer":
        """The queued callback that was made for this customer."""
        following = Customer(super().callback())
        following._heard = len([event for event in following.events(Prompt) if event.to == "customer"])
        return following

    def _compare(self, said: list[str], wanted: tuple[str, ...], who: str) -> None:
        unsaid = [heard(text) for text in self._unsaid()]
        expected = [text for text in wanted if not _is_part(heard(text), unsaid)]
        if len(said) != len(expected) or not all(
            heard(part) in heard(whole) for part, whole in zip(expected, said, strict=True)
        ):
            raise CallFailure(f"expected {who} to hear {expected}, not {said}\n--- transcript\n{self.transcript}")

    def _unsaid(self) -> Iterator[str]:
        """What broken blocks would have said, and the flows that this contact's flow has not set for their events."""
        for flow, identifier in self.center.faults:
            block = next(each for each in programs(self.center) if each.name == flow).blocks[identifier]
            # Until its flow has begun, another flow may have said much the same.
            begun = any(event.flow == flow for event in self.events(Branch))
            if block.type == "MessageParticipant" and begun:
                yield block.plain["Text"]
            if block.type == "UpdateContactEventHooks" and self._passed(flow, identifier):
                [hooked] = block.plain["EventHooks"].values()
                yield from texts_of(self.center.programs[hooked])

    def _passed(self, flow: str, block: str) -> bool:
        passed = (event for event in self.events(Branch) if event.contact == self.contact.id)
        return any((event.flow, event.block) == (flow, block) for event in passed)


def _is_part(part: str, wholes: list[str]) -> bool:
    return part in wholes or (part not in WHOLE and any(part in whole for whole in wholes))


def texts_of(program: Program) -> Iterator[str]:
    """Everything that a flow says."""
    for block in program.blocks.values():
        for prompt in block.plain.get("Messages", (block.plain,)) if block.type in SPEAKS else ():
            yield prompt.get("Text") or prompt["SSML"]


def programs(center: Center) -> list[Program]:
    """The flows and modules of a centre."""
    return list(dict.fromkeys(center.programs.values()))


def calls(center: Center, number: str = CUSTOMER) -> Customer:
    """A customer who calls."""
    return Customer(center.call(number))


def writes(center: Center, **attributes: str) -> Customer:
    """A customer who opens a chat."""
    return Customer(center.chat(attributes=attributes))


def is_called(center: Center, *, late: bool = False) -> Customer:
    """A customer who has booked a call, and answers it."""
    customer = Customer(calls_back(center, late=late))
    customer.answers()
    return customer
