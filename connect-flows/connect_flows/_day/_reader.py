"""Reads the description of a day from TOML."""

import tomllib
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from connect_flows._day._calling_back import BookedCallbacks, QueuedCallbacks
from connect_flows._day._chance import Choice, Lengths
from connect_flows._day._description import HALF_HOURS, Channel, Day
from connect_flows._day._errors import InvalidDay
from connect_flows._day._reader_answering import read_bot, read_function
from connect_flows._day._reader_working import CHANNELS, read_staff
from connect_flows._day._shares import add_up, shared
from connect_flows._day._table import Table
from connect_flows._day._working import Queue

_NOTHING = Lengths(0.0)


def read_day(path: str | PathLike[str]) -> Day:
    """The day that a TOML file describes.

    Raises:
        InvalidDay: The file cannot be read, or something in it is unknown, missing, of the wrong kind or out of bounds.

    >>> read_day("nowhere.toml")
    Traceback (most recent call last):
    connect_flows._day._errors.InvalidDay: nowhere.toml: cannot be read (No such file or directory); name a TOML file
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InvalidDay(f"{path}: cannot be read ({reason}); name a TOML file") from None
    return parse_day(text, file.stem, file.name)


def parse_day(text: str, name: str = "day", source: str = "day.toml") -> Day:
    """The day that a text in TOML describes; `name` and `source` stand in reports and messages.

    >>> parse_day("contacts = 0")
    Traceback (most recent call last):
    connect_flows._day._errors.InvalidDay: day.toml: date: is missing; add it
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidDay(f"{source}: is no TOML ({error}); correct it") from None
    table = Table(document, f"{source}: ")
    day = Day(
        name=name,
        date=table.day("date"),
        contacts=table.whole("contacts", least=1),
        arrivals=table.numbers("arrivals", HALF_HOURS),
        target=table.number("target_seconds", 20.0),
        syllables_per_second=table.number("syllables_per_second", 5.5, least=0.1),
        texts=table.mapping("texts"),
        hours={name: _hours(each) for name, each in table.tables("hours")},
        channels=_channels(table),
        functions={name: read_function(each) for name, each in table.tables("functions")},
        bots={name: read_bot(each) for name, each in table.tables("bots")},
        menus={name: _menu(each) for name, each in table.tables("menus")},
        queues={name: _queue(each) for name, each in table.tables("queues")},
        staff={name: read_staff(each) for name, each in table.tables("staff")},
        queued=_queued(table.table("queued_callbacks")) if table.has("queued_callbacks") else None,
        booked=_booked(table.table("booked_callbacks")) if table.has("booked_callbacks") else None,
    )
    table.done()
    return day


def _channels(table: Table) -> dict[str, Channel]:
    channels: dict[str, Channel] = {}
    for name, each in table.tables("channels"):
        if name not in CHANNELS:
            raise table.wrong(f"channels.{name}", "is unknown", f"write one of: {', '.join(CHANNELS)}")
        channels[CHANNELS[name]] = _channel(each)
    add_up(table, "channels", [each.share for each in channels.values()])
    return channels


def _channel(table: Table) -> Channel:
    channel = Channel(
        share=table.share("share"),
        flow=table.text("flow"),
        answering=table.lengths("answering"),
        patience=table.lengths("patience"),
        leaving=table.share("leaving", 0.0),
        leaving_after=table.lengths("leaving_after", _NOTHING),
        hidden=table.share("hidden", 0.0),
        messages_per_minute=table.number("messages_per_minute", 0.0),
        attributes=_attributes(table),
    )
    table.done()
    return channel


def _attributes(table: Table) -> Choice[Mapping[str, str]]:
    if not table.has("attributes"):
        return Choice([({}, 1.0)])
    attributes: list[tuple[Mapping[str, str], float]] = []
    for each in table.listed("attributes"):
        attributes.append((each.mapping("values"), each.share("share", 1.0)))
        each.done()
    return shared(table, "attributes", attributes)


def _hours(table: Table) -> tuple[float, float]:
    opening = table.clock("opens"), table.clock("closes")
    if opening[1] < opening[0]:
        raise table.wrong("closes", "is before it opens", "write a later time, up to 24:00")
    table.done()
    return opening


def _menu(table: Table) -> Choice[str]:
    shares = [("" if key == "silence" else key, table.share(key)) for key in table]
    add_up(table, "*", [share for _, share in shares])
    return Choice(shares)


def _queue(table: Table) -> Queue:
    limit = table.whole("max_contacts") if table.has("max_contacts") else None
    queue = Queue(max_contacts=limit, hours=table.text("hours", ""))
    table.done()
    return queue


def _queued(table: Table) -> QueuedCallbacks:
    callbacks = QueuedCallbacks(answered=table.share("answered"), rings=table.lengths("rings"))
    table.done()
    return callbacks


def _booked(table: Table) -> BookedCallbacks:
    callbacks = BookedCallbacks(
        flow=table.text("flow"),
        queue=table.text("queue"),
        hours=table.text("hours"),
        capacity=table.whole("capacity"),
        same_day=table.share("same_day"),
        from_before=table.share("from_before", 0.0),
        answered=table.share("answered"),
        rings=table.lengths("rings"),
        attempts=table.whole("attempts", 3, least=1),
        retry=table.number("retry_minutes", 10.0) * 60,
        grace=table.number("grace_minutes", 30.0) * 60,
        shifts=table.whole("shifts", 3),
        per_second=table.number("per_second", 1.6, least=0.01),
    )
    table.done()
    return callbacks
