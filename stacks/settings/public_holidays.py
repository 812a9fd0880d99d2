"""Korean public holidays of the years that the settings name, substitute holidays included.

Days come from the package `holidays`, never from today's date: the same settings give the same days on any day. Its
category "public" holds the days of the Public Holidays Act, the elections whose date the law fixes, and days that the
government had declared when the package was made. A day declared later is added by settings, and a day on which the
centre works is removed by them.

The package makes 제헌절 (17 July) and 노동절 (1 May) public holidays with substitutes from 2026 on. 제헌절 is sure: the
Act was amended in January 2026, promulgated in February (인사혁신처, 2026-02-05). 노동절 rests on what the package
cites (the amended Act, and 인사혁신처 on both substitutes); it has long been a paid holiday for employees
under a law of its own, so agents are away either way.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from holidays import holiday_base
from holidays.constants import PUBLIC
from pydantic import Field

from stacks.settings.errors import Problem
from stacks.settings.names import Name
from stacks.settings.section import Description, Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# The lunar calendar behind the package is computed, not estimated, over these years.
FIRST_YEAR, LAST_YEAR = 2024, 2050

Year = Annotated[
    int, Field(ge=FIRST_YEAR, le=LAST_YEAR, description=f"a year from {FIRST_YEAR} to {LAST_YEAR}, e.g. 2027")
]

_EVE_OR_SUBSTITUTE = re.compile(
    r"^(The day preceding|The second day of|Alternative holiday for) | (전날|다음날|대체 휴일)$"
)


class AddedHoliday(Section):
    date: datetime.date = Field(description="a date without quotes, e.g. 2027-04-01")
    name: Name
    description: Description = Field(description="the Korean name, 1 to 250 characters")


class Holidays(Section):
    years: tuple[Year, ...] = Field(min_length=1, description="at least one year, e.g. [2026, 2027]")
    add: tuple[AddedHoliday, ...] = Field(
        default=(), description="a list of { date, name, description } on which the centre is closed too"
    )
    remove: tuple[Annotated[datetime.date, Field(description="a date without quotes, e.g. 2027-05-01")], ...] = Field(
        default=(), description="a list of dates, e.g. [2027-05-01], on which the centre works"
    )

    @property
    def days(self) -> tuple["Holiday", ...]:
        """Every holiday in order, one for each date."""
        named = {date: day for date, day in _official(self.years).items() if date not in self.remove}
        for added in self.add:
            named[added.date] = Holiday(date=added.date, name_ascii=(added.name,), name_ko=(added.description,))
        return tuple(named[date] for date in sorted(named))

    @property
    def closures(self) -> tuple["Closure", ...]:
        """The holidays as runs of consecutive days: 설날 with its eve and its second day is one."""
        return closures(self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    date: datetime.date
    name_ascii: tuple[str, ...]
    name_ko: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Consecutive days on which the centre is closed."""

    name_ascii: str
    name_ko: str
    first: datetime.date
    last: datetime.date


def closures(days: Iterable[Holiday]) -> tuple[Closure, ...]:
    """Runs of consecutive days, named after the holidays in them: eves and substitutes only where they stand alone."""
    runs: list[list[Holiday]] = []
    for day in days:
        if runs and day.date - runs[-1][-1].date == datetime.timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return tuple(
        Closure(
            name_ascii=", ".join(_names(name for day in run for name in day.name_ascii)),
            name_ko=", ".join(_names(name for day in run for name in day.name_ko)),
            first=run[0].date,
            last=run[-1].date,
        )
        for run in runs
    )


def check_holidays(settings: "Settings") -> Iterator[Problem]:
    """Added and removed days must mean something: a real addition, a real removal, in a named year."""
    holidays = settings.holidays
    if len(set(holidays.years)) != len(holidays.years):
        yield Problem(path=("holidays", "years"), message="names a year twice; name each once")
    official = _official(holidays.years)
    added: set[datetime.date] = set()
    for index, day in enumerate(holidays.add):
        path = ("holidays", "add", index, "date")
        if day.date.year not in holidays.years:
            yield Problem(path=path, message=f"{day.date} is in none of holidays.years; add {day.date.year} there")
        if day.date in official or day.date in added:
            yield Problem(path=path, message=f"{day.date} is a holiday already; remove this entry")
        added.add(day.date)
    for index, date in enumerate(holidays.remove):
        if date not in official:
            yield Problem(
                path=("holidays", "remove", index),
                message=f"{date} is no public holiday of holidays.years; remove this entry",
            )


@cache
def _official(years: tuple[int, ...]) -> Mapping[datetime.date, Holiday]:
    days = _south_korea()
    korean, english = (days(years=years, language=language, categories=(PUBLIC,)) for language in ("ko", "en_US"))
    return {
        date: Holiday(date=date, name_ascii=tuple(english.get_list(date)), name_ko=tuple(korean.get_list(date)))
        for date in korean
    }


@cache
def _south_korea() -> Callable[..., holiday_base.HolidayBase]:
    # From its file: `import holidays.countries.south_korea` would run every other country's first.
    file = Path(holiday_base.__file__).with_name("countries") / "south_korea.py"
    spec = spec_from_file_location("south_korea", file)
    assert spec is not None
    assert spec.loader is not None
    module: Any = module_from_spec(spec)
    spec.loader.exec_module(module)
    country: Callable[..., holiday_base.HolidayBase] = module.SouthKorea
    return country


def _names(names: Iterable[str]) -> list[str]:
    full = list(dict.fromkeys(names))
    plain = [name for name in full if not _EVE_OR_SUBSTITUTE.search(name)]
    known = set(plain)
    return plain + [name for name in full if name not in known and _EVE_OR_SUBSTITUTE.sub("", name) not in known]
