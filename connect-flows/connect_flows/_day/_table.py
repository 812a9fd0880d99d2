"""A table of a TOML file, read key by key: what is missing, of a wrong kind, too large or not asked for is an error."""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from connect_flows._day._chance import EXPONENTIAL, LOG_NORMAL, Lengths
from connect_flows._day._errors import InvalidDay

_REQUIRED: Any = object()
ENOUGH = 1e9


class Table:
    """One table. Each key is read once; `done` refuses those that nobody has read."""

    def __init__(self, values: Mapping[str, Any], place: str) -> None:
        self._values = values
        self._place = place
        self._read: set[str] = set()

    def place(self, key: str) -> str:
        """Where a key is, for messages."""
        return f"{self._place}{key}" if self._place.endswith(": ") else f"{self._place}.{key}"

    def has(self, key: str) -> bool:
        """Whether it is written; from now on it is known."""
        self._read.add(key)
        return key in self._values

    def wrong(self, key: str, said: str, cure: str) -> InvalidDay:
        """The error about a key."""
        return InvalidDay(f"{self.place(key)}: {said}; {cure}")

    def value(self, key: str, default: Any = _REQUIRED) -> Any:
        """Whatever it is."""
        self._read.add(key)
        if key in self._values:
            return self._values[key]
        if default is _REQUIRED:
            raise self.wrong(key, "is missing", "add it")
        return default

    def number(self, key: str, default: float = _REQUIRED, *, least: float = 0.0, most: float = ENOUGH) -> float:
        """A number."""
        value = self.value(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(key, f"{value!r} is no number", "write one without quotes")
        if not least <= value <= most:  # NaN is neither
            bounds = f"from {least:g} to {most:g}" if most < ENOUGH else f"of at least {least:g}"
            raise self.wrong(key, f"{value!r} is out of bounds", f"write a number {bounds}")
        return float(value)

    def whole(self, key: str, default: int = _REQUIRED, *, least: int = 0) -> int:
        """A number without a fraction."""
        value = self.value(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self.wrong(key, f"{value!r} is no whole number", f"write one of at least {least}")
        return value

    def share(self, key: str, default: float = _REQUIRED) -> float:
        """A part of a whole."""
        return self.number(key, default, most=1.0)

    def truth(self, key: str, default: bool) -> bool:
        """true or false."""
        value = self.value(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, f"{value!r} is no truth value", "write true or false")
        return value

    def text(self, key: str, default: str = _REQUIRED) -> str:
        """A text."""
        value = self.value(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, f"{value!r} is no text", "write it in quotes")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.value(key)
        if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
            raise self.wrong(key, f"{value!r} is no list of texts", 'write ["one", "two"]')
        return tuple(value)

    def numbers(self, key: str, count: int) -> tuple[float, ...]:
        """A list of so many numbers, of which one is not 0."""
        value = self.value(key)
        listed = value if isinstance(value, list) else []
        good = all(
            isinstance(each, int | float) and not isinstance(each, bool) and 0 <= each < ENOUGH for each in listed
        )
        if len(listed) != count or not good or not any(listed):
            raise self.wrong(key, f"{value!r} are no {count} numbers", f"write {count} numbers, not all of them 0")
        return tuple(float(each) for each in listed)

    def choice(self, key: str, *allowed: str) -> str:
        """One of these texts."""
        value = self.text(key)
        if value not in allowed:
            raise self.wrong(key, f"{value!r} is unknown", f"write one of: {', '.join(allowed)}")
        return value

    def day(self, key: str) -> date:
        """A date."""
        value = self.value(key)
        if type(value) is not date:
            raise self.wrong(key, f"{value!r} is no date", "write it without quotes: 2026-03-03")
        return value

    def clock(self, key: str) -> float:
        """A time of the day, "00:00" to "24:00", in seconds since midnight."""
        value = self.text(key)
        hours, _, minutes = value.partition(":")
        known = len(value) == 5 and hours.isdecimal() and minutes.isdecimal() and int(minutes) < 60
        if not known or int(hours) * 60 + int(minutes) > 24 * 60:
            raise self.wrong(key, f"{value!r} is no time", 'write hours and minutes: "09:30"')
        return int(hours) * 3600.0 + int(minutes) * 60.0

    def lengths(self, key: str, default: Lengths = _REQUIRED) -> Lengths:
        """A number of seconds, or a table with their mean and their standard deviation."""
        value = self.value(key, default)
        if isinstance(value, Lengths):
            return value
        if not isinstance(value, dict):
            return Lengths(self.number(key))
        table = self.table(key)
        shape = table.choice("shape", LOG_NORMAL, EXPONENTIAL) if table.has("shape") else LOG_NORMAL
        read = Lengths(table.number("mean"), table.number("sd", 0.0), shape)
        if shape == EXPONENTIAL and table.has("sd"):
            raise table.wrong("sd", f"{read.sd:g} is not needed", "leave it out: it is the mean")
        table.done()
        return read

    def table(self, key: str) -> "Table":
        """A table inside."""
        value = self.value(key)
        if not isinstance(value, dict):
            raise self.wrong(key, f"{value!r} is no table", f"write [{key}] or {{ key = value }}")
        return Table(value, self.place(key))

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The tables inside a table that need not be there, by name."""
        if self.has(key):
            inner = self.table(key)
            for name in inner._values:
                yield name, inner.table(name)

    def listed(self, key: str) -> list["Table"]:
        """A list of tables that need not be there."""
        value = self.value(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(key, f"{value!r} is no list of tables", f"write [[{key}]] or [{{ key = value }}]")
        return [Table(each, f"{self.place(key)}[{number}]") for number, each in enumerate(value)]

    def mapping(self, key: str) -> dict[str, str]:
        """A table of texts that need not be there."""
        table = self.table(key) if self.has(key) else Table({}, self.place(key))
        return {name: table.text(name) for name in table._values}

    def __iter__(self) -> Iterator[str]:
        """What is written."""
        return iter(self._values)

    def done(self) -> None:
        """Refuse what nobody has read."""
        for key in self._values:
            if key not in self._read:
                close = get_close_matches(key, self._read, 1)
                cure = f"did you mean {close[0]}?" if close else f"write one of: {', '.join(sorted(self._read))}"
                raise self.wrong(key, "is unknown", cure)
