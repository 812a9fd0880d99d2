"""The telephone, as the dialler and the sweeper see it."""

from typing import Protocol

from callback_ledger.events import Event, Kind
from callback_ledger.record import Record


class Telephone(Protocol):
    """Makes calls."""

    def free_agents(self) -> int:
        """Return how many agents would take a call now, those apart whom a waiting caller gets.

        Raises `Unavailable` when nobody can say.
        """

    def start(self, record: Record, phone: str, *, is_late: bool) -> Event:
        """Ask for the call of the dial that was entered, and return what is to be told to the ledger.

        ACCEPTED, THROTTLED or REFUSED when it is certain what became of the request, TIMED_OUT otherwise; never raises
        what a service or the network does. The same dial asked for again while its call lasts is the same call.
        """


class Calls(Protocol):
    """Looks for calls."""

    def find(self, record: Record) -> Event | None:
        """Return what is known of the last call by now, None when nothing is; raises `Unavailable`."""


def kind_of(*, wanted: bool, ended: bool) -> Kind:
    """Return what a call says about its callback; `wanted`: the customer was put through or into the queue.

    >>> kind_of(wanted=True, ended=False)
    <Kind.PUT_THROUGH: 'put_through'>

    >>> kind_of(wanted=False, ended=True)
    <Kind.NOT_REACHED: 'not_reached'>
    """
    if ended:
        return Kind.TALKED if wanted else Kind.NOT_REACHED
    return Kind.PUT_THROUGH if wanted else Kind.ACCEPTED
