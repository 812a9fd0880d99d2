"""The same words for a voice and for a chat: a voice needs "세 시 삼십 분", a reader wants "3시 30분"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from korean import particle, read_date, read_digits, read_time, read_won
from korean.numerals import say_sino

_WEEKDAYS = "월화수목금토일"
_NEAR = ("오늘", "내일", "모레")


@dataclass(frozen=True, slots=True)
class Words:
    """What a voice reads, and what a chat shows."""

    voice: str
    chat: str

    def __add__(self, more: Words) -> Words:
        return Words(f"{self.voice} {more.voice}", f"{self.chat} {more.chat}")


def words(template: str | Words, **values: Words) -> Words:
    """Return `template` with `values` put in for {names}, each in both spellings.

    >>> words("{day}에 뵙겠습니다.", day=Words("삼월 일일", "3월 1일"))
    Words(voice='삼월 일일에 뵙겠습니다.', chat='3월 1일에 뵙겠습니다.')
    """
    template = alike(template) if isinstance(template, str) else template
    return Words(
        template.voice.format(**{name: value.voice for name, value in values.items()}),
        template.chat.format(**{name: value.chat for name, value in values.items()}),
    )


def alike(text: str) -> Words:
    """Return what is spelled the same way for both."""
    return Words(text, text)


def spell_date(day: date) -> Words:
    """Return a date with its day of the week."""
    return Words(read_date(day), f"{day.month}월 {day.day}일 {_WEEKDAYS[day.weekday()]}요일")


def spell_time(at: time) -> Words:
    """Return a time of day.

    >>> spell_time(time(15, 30)).chat, spell_time(time(12)).chat, spell_time(time(0)).chat
    ('오후 3시 30분', '낮 12시', '0시')
    """
    part = {0: "", 12: "낮 "}.get(at.hour, "오전 " if at.hour < 12 else "오후 ")
    hour = at.hour - 12 if at.hour > 12 else at.hour
    minutes = f" {at.minute}분" if at.minute else ""
    return Words(read_time(at), f"{part}{hour}시{minutes}")


def spell_moment(moment: datetime) -> Words:
    """Return a date and a time of day."""
    return words("{day} {at}", day=spell_date(moment.date()), at=spell_time(moment.time()))


def spell_phone(number: str) -> Words:
    """Return an E.164 number as it is dialled in Korea."""
    # Loaded on first use: most turns name no telephone number.
    import phonenumbers

    form = phonenumbers.PhoneNumberFormat.NATIONAL
    dialled: str = phonenumbers.format_number(phonenumbers.parse(number), form)
    return Words(read_digits(dialled), dialled)


def spell_number(number: str) -> Words:
    """Return an order number or a tracking number."""
    return Words(read_digits(number), number)


def with_particle(word: str, pair: str) -> Words:
    """Return `word` with the form of `pair` that goes with its sound.

    >>> with_particle("예시상사", "이었습니다/였습니다").chat
    '예시상사였습니다'
    """
    return alike(particle(word, pair))


def spell_won(amount: int) -> Words:
    """Return an amount of money.

    >>> spell_won(35000)
    Words(voice='삼만 오천 원', chat='35,000원')
    """
    return Words(read_won(amount), f"{amount:,}원")


def attach(word: Words, pair: str) -> Words:
    """Return `word` with the form of `pair` that goes with the sound of each spelling.

    >>> attach(spell_time(time(15, 30)), "은/는").chat, attach(spell_time(time(16)), "은/는").voice
    ('오후 3시 30분은', '오후 네 시는')
    """
    return Words(particle(word.voice, pair), particle(word.chat, pair))


def spell_number_of(count: int) -> Words:
    """Return a number in front of a unit such as days or minutes.

    >>> spell_number_of(14)
    Words(voice='십사', chat='14')
    """
    return Words(say_sino(count), str(count))


def spell_soon(moment: datetime, today: date) -> Words:
    """Return a moment as one says it who has heard its date before: by the day's name while it is near.

    >>> monday = date(2026, 11, 23)
    >>> spell_soon(datetime(2026, 11, 24, 15), monday), spell_soon(datetime(2026, 11, 30, 9), monday).chat
    (Words(voice='내일 오후 세 시', chat='내일 오후 3시'), '11월 30일 월요일 오전 9시')
    """
    ahead = (moment.date() - today).days
    if not 0 <= ahead < len(_NEAR):
        return spell_moment(moment)
    return words(f"{_NEAR[ahead]} {{at}}", at=spell_time(moment.time()))
