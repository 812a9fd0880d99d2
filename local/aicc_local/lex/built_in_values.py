"""Values of built-in slot types, in the forms that the developer guide gives; Korean where the words have such a form.

The guide documents English only. What it says of doubt holds here too: three o'clock that is neither in the morning nor
in the afternoon has two resolved values, and none is interpreted.
Source: https://docs.aws.amazon.com/lexv2/latest/dg/built-in-slots.html
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from aicc_local.lex.recognizer import SlotValue
from aicc_local.lex.spoken_numbers import CHINESE, NATIVE, digits, number
from aicc_local.lex.yes_or_no import says_yes

FREE_FORM = "AMAZON.FreeFormInput"
_ENDING = r"(?:이?요|이에요|예요|입니다|으?로요|에요|에)?"
_COUNTER = "(개|명|번|장|원|건|박|일|회|층|호|살|시|분|월|년)?"
_NUMBER = re.compile(f"([0-9][0-9,]*(?:\\.[0-9]+)?|{NATIVE}|{CHINESE}){_COUNTER}{_ENDING}")
# Before a counter only: alone these are a yes and the like.
_NEEDS_COUNTER = ("한", "두", "세", "네")
_PERCENTAGE = re.compile(f"([0-9]+(?:\\.[0-9]+)?|{CHINESE})(?:%|퍼센트|프로)?{_ENDING}")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])")
_TIME = re.compile(
    f"(오전|오후|아침|낮|점심|저녁|밤|새벽)?({NATIVE}|[0-9]{{1,2}}|{CHINESE})시(?:(반)|([0-9]{{1,2}}|{CHINESE})분)?"
    rf"(?:쯤|정각|경)?{_ENDING}"
)
_MORNING, _EVENING = ("오전", "아침", "새벽"), ("오후", "점심", "낮", "저녁", "밤")
_DATE = re.compile(f"([0-9]{{1,2}}|{CHINESE}|유|시)월([0-9]{{1,2}}|{CHINESE})일{_ENDING}")
_DAYS = {"오늘": 0, "내일": 1, "모레": 2, "내일모레": 2, "글피": 3}
_EMAIL = re.compile(r"[0-9A-Za-z._%+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+")
_DURATION = re.compile(r"P(\d+[YMWD])*(T(\d+[HMS])+)?")
_MONTHS = {"유": "육", "시": "십"}


def takes_anything(type_name: str) -> bool:
    """Whether any text is a value of the type, as for names and places."""
    return type_name.startswith("AMAZON.") and type_name not in _READERS


def built_in_value(type_name: str, text: str, today: date) -> SlotValue | None:
    """What an answer is for a built-in type; None when it has not its form. Names, places and the like are any text."""
    said = text.strip()
    if not said:
        return None
    read = _READERS.get(type_name)
    if read is None:
        return SlotValue(original=said, interpreted=said, resolved=(said,))
    resolved = read(said, today)
    if not resolved:
        return None
    return SlotValue(original=said, interpreted=resolved[0] if len(resolved) == 1 else None, resolved=resolved)


def _number(text: str, today: date) -> tuple[str, ...]:
    found = _NUMBER.fullmatch(_together(text))
    if found is None:
        return ()
    value = found[1].replace(",", "")
    if found[2] is None and value in _NEEDS_COUNTER:
        return ()
    return (value if value[0] in "0123456789" else str(number(value)),)


def _percentage(text: str, today: date) -> tuple[str, ...]:
    found = _PERCENTAGE.fullmatch(_together(text))
    if found is None:
        return ()
    return (found[1] if found[1][0] in "0123456789" else str(number(found[1])),)


def _phone_number(text: str, today: date) -> tuple[str, ...]:
    # "The digits without punctuation", and a plus sign that leads them.
    said = re.sub(r"[\s\-.()]", "", text)
    plus = "+" if said.startswith("+") else ""
    read = digits(re.sub(r"(이에요|예요|입니다|이요|요)$", "", said.removeprefix("+")))
    return (plus + read,) if read and 3 <= len(read) <= 20 else ()


def _time(text: str, today: date) -> tuple[str, ...]:
    clock = _CLOCK.fullmatch(text)
    if clock:
        return (f"{int(clock[1]):02}:{clock[2]}",) if int(clock[1]) < 24 else ()
    found = _TIME.fullmatch(_together(text))
    hour = number(found[2]) if found else None
    if found is None or hour is None or hour > 24:
        return ()
    minute = 30 if found[3] else number(found[4]) or 0 if found[4] else 0
    if minute > 59:
        return ()
    return tuple(f"{each % 24:02}:{minute:02}" for each in _hours(hour, found[1]))


def _hours(hour: int, part_of_day: str | None) -> tuple[int, ...]:
    if hour > 12 or hour == 0:
        return (hour,)
    if part_of_day in _MORNING:
        return (hour % 12,)
    if (hour, part_of_day) == (12, "밤"):
        return (0,)
    if part_of_day in _EVENING:
        return (hour % 12 + 12,)
    return (hour % 12, hour % 12 + 12)


def _date(text: str, today: date) -> tuple[str, ...]:
    said = _together(text)
    for word, days in _DAYS.items():
        if re.fullmatch(word + _ENDING, said):
            return ((today + timedelta(days=days)).isoformat(),)
    try:
        found = _DATE.fullmatch(said)
        return (_next(found[1], found[2], today) if found else date.fromisoformat(text).isoformat(),)
    except ValueError:
        # No such day.
        return ()


def _next(month_said: str, day_said: str, today: date) -> str:
    """On or after today, as Lex has it."""
    month, day = number(_MONTHS.get(month_said, month_said)) or 0, number(day_said) or 0
    found = date(today.year, month, day)
    return (found if found >= today else date(today.year + 1, month, day)).isoformat()


def _confirmation(text: str, today: date) -> tuple[str, ...]:
    yes = says_yes(text)
    return () if yes is None else ("Yes" if yes else "No",)


def _email(text: str, today: date) -> tuple[str, ...]:
    found = _EMAIL.search(text)
    return (found[0],) if found else ()


def _duration(text: str, today: date) -> tuple[str, ...]:
    return (text,) if _DURATION.fullmatch(text) else ()


def _together(text: str) -> str:
    return re.sub(r"[\s.!?]+$|\s", "", text)


_READERS: dict[str, Callable[[str, date], tuple[str, ...]]] = {
    "AMAZON.Confirmation": _confirmation,
    "AMAZON.Date": _date,
    "AMAZON.Duration": _duration,
    "AMAZON.EmailAddress": _email,
    "AMAZON.Number": _number,
    "AMAZON.Percentage": _percentage,
    "AMAZON.PhoneNumber": _phone_number,
    "AMAZON.Time": _time,
}
