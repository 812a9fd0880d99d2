"""The twin in the centre of `connect_flows.simulator`."""

from collections.abc import Mapping

from aicc_local.connect.invocation import FUNCTION_ERROR
from connect_flows.simulator import Agent, Call, CallbackCreated, Center, TimeIsUp
from tests.unit.local.contacts.contact_centre import CUSTOMER
from tests.unit.local.contacts.our_flows import FOLDER, QUEUES, TEXTS, Function
from tests.unit.local.contacts.twins import AGENT, Script, Streams, plain, streams


class InTests:
    """The centre of `connect_flows.simulator`."""

    def __init__(self, functions: Mapping[str, Function], bot: Script) -> None:
        self.center = Center(FOLDER, texts=TEXTS)
        self.center.opens("main", "business")
        for queue in QUEUES:
            self.center.queue_named(queue).hours = "${hours.main}"
        self.center.functions.update(functions)
        self.center.bots["customer_service"] = bot
        self._call: Call | None = None

    @property
    def call(self) -> Call:
        assert self._call is not None
        return self._call

    def calls(self) -> None:
        self.center.pass_time(1)
        self._call = self.center.call(CUSTOMER)

    def chats(self) -> None:
        self._call = self.center.chat()

    def is_called(self) -> None:
        attributes = {"callback_id": "0f", "callback_dial": "1", "callback_late": "false"}
        self._call = self.center.dial(CUSTOMER, flow="callback", attributes=attributes)

    def says(self, text: str) -> None:
        self.call.says(text)

    def presses(self, keys: str) -> None:
        self.call.presses(keys)

    def waits(self) -> None:
        # The time is over now, also for a bot, whose own limit no flow knows.
        contact = self.call.contact
        self.center.go_on(contact, TimeIsUp(contact.walk.turn))
        self.center.settle()

    def answers(self) -> None:
        self.call.answers()

    def hangs_up(self) -> None:
        self.call.hangs_up()

    def agent_comes(self) -> None:
        self.center.agent(AGENT, *QUEUES)

    def agent_hangs_up(self) -> None:
        self.agent.hangs_up()

    def agent_holds(self) -> None:
        self.agent.holds()

    def agent_resumes(self) -> None:
        self.agent.resumes()

    def agent_transfers_to_queue(self, queue: str) -> None:
        self.agent.transfers(flow="queue_transfer", queue=queue)

    def agent_transfers_to_agent(self, agent: str) -> None:
        self.agent.transfers(flow="agent_transfer", agent=self.center.agent(agent, "none"))

    @property
    def agent(self) -> Agent:
        return self.center.agents[0]

    def is_called_back(self) -> None:
        [made] = [event.callback for event in self.center.events if isinstance(event, CallbackCreated)]
        self._call = Call(self.center, self.center.contacts[made])
        self.center.pass_time(31)

    def fills(self, queue: str) -> None:
        self.center.queue_named(queue).max_contacts = 0

    def streams(self) -> Streams:
        # The centre of tests names the exception that a function has raised, which Connect does not know.
        return streams(map(plain, self.center.events), {"Unhandled: RuntimeError": FUNCTION_ERROR})
