"""Reads who works when."""

from connect_flows._day._chance import Lengths
from connect_flows._day._shares import add_up
from connect_flows._day._table import Table
from connect_flows._day._working import Break, Shift, Staff

CHANNELS = {"voice": "VOICE", "chat": "CHAT"}
_NOTHING = Lengths(0.0)


def read_staff(table: Table) -> Staff:
    """A staff."""
    shifts = tuple(_shift(each) for each in table.listed("shifts"))
    breaks = tuple(_break(each) for each in table.listed("breaks"))
    add_up(table, "shifts", [each.share for each in shifts])
    staff = Staff(
        channel=CHANNELS[table.choice("channel", *CHANNELS)],
        agents=table.whole("agents"),
        seats=table.whole("seats", 1, least=1),
        queues=table.texts("queues"),
        handle=table.lengths("handle"),
        after=table.lengths("after", _NOTHING),
        shifts=shifts,
        breaks=breaks,
    )
    table.done()
    return staff


def _shift(table: Table) -> Shift:
    start, end = _from_to(table)
    shift = Shift(share=table.share("share", 1.0), start=start, end=end)
    table.done()
    return shift


def _break(table: Table) -> Break:
    start, end = _from_to(table)
    seconds = table.number("minutes", most=(end - start) / 60) * 60
    table.done()
    return Break(seconds=seconds, start=start, end=end)


def _from_to(table: Table) -> tuple[float, float]:
    start, end = table.clock("start"), table.clock("end")
    if end <= start:
        raise table.wrong("end", "is not after the start", "write a later time, up to 24:00")
    return start, end
