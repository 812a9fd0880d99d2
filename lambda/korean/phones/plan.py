"""The Korean numbering plan, as far as an ordinary call can reach it.

Left out on purpose: 011 and 016 to 019 (closed in 2021), 060 (premium rate: a callback there would cost us), services
of three digits. 010 takes exactly eight digits more: libraries still allow the seven of before 2010.
"""

import re
from functools import cache
from typing import NamedTuple

_COUNTRY = "82"
_PREFIXES = "02|03[1-3]|04[1-4]|05[1-5]|06[1-4]"
_REPRESENTATIVE = "15(?:22|33|44|66|77|88|99)|16(?:00|11|44|60|61|66|68|70|88)|18(?:00|11|33|55|77|99)"


class PhoneNumber(NamedTuple):
    """A number by its groups, as Koreans write and read it: ("010", "1234", "5678")."""

    groups: tuple[str, ...]
    borders: frozenset[int]  # where the digits as dialled are split
    allowed: frozenset[int]  # and where they may be

    @property
    def has_fixed_length(self) -> bool:
        """Whether all numbers with this prefix are as long."""
        return self.groups[0] in ("010", "070", "080") or len(self.groups) == 2

    @property
    def e164(self) -> str:
        """The number as the whole world dials it."""
        return f"+{_COUNTRY}{''.join(self.groups).removeprefix('0')}"


def read_plan(dialled: str) -> PhoneNumber | None:
    """Return the number that `dialled` (digits, a plus before them or not) reaches, None when it reaches none.

    >>> [read_plan(dialled).e164 for dialled in ("01012345678", "+82212345678", "0082212345678", "15881234")]
    ['+821012345678', '+82212345678', '+82212345678', '+8215881234']
    >>> read_plan("031-234-5678".replace("-", "")).groups
    ('031', '234', '5678')
    >>> [read_plan(dialled) for dialled in ("0101234567", "0112345678", "112", "+16502530000", "1012345678")]
    [None, None, None, None, None]
    """
    abroad = _abroad().match(dialled)
    begin = abroad.end() if abroad else 0
    national = dialled[begin:]
    added = 1 if abroad and not _representative().fullmatch(national) else 0
    found = _national().fullmatch("0" * added + national)
    if not found:
        return None
    groups = tuple(group for group in found.groups() if group)
    borders = frozenset(begin - added + sum(map(len, groups[:count])) for count in range(1, len(groups)))
    # The prefix may be split in any way: +82 (0)10. And 050-1234-5678 is written as often as 0501-234-5678.
    allowed = {*borders, *range(begin + 1)} | ({begin - added + 3} if groups[0].startswith("050") else set())
    return PhoneNumber(groups, borders, frozenset(allowed))


def is_other_number(digits: str, e164: str) -> bool:
    """Say whether `digits` that make no number look like another one, misheard, than `e164` or its beginning, or nearly
    repeat a group of it, as who puts it right does.

    >>> [is_other_number(digits, "+821012345678") for digits in ("0212345", "010123456", "010314", "20261123001")]
    [True, False, False, False]
    >>> [is_other_number(digits, "+821012345678") for digits in ("5679", "5678", "5601")]
    [True, False, False]
    """
    number = read_plan(e164)
    if number and any(_differs_by_one(digits, group) for group in number.groups if len(digits) > 3):
        return True
    dialled = e164.replace(f"+{_COUNTRY}", "0", 1)
    return len(digits) > 6 and _prefix().match(digits) is not None and not dialled.startswith(digits)


def _differs_by_one(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(rf"0[1578]0|{_PREFIXES}")


@cache
def _abroad() -> re.Pattern[str]:
    # 82 alone could begin anything: only a whole mobile number behind it is proof. 001, 00700...: carriers.
    return re.compile(rf"(?:\+|00[1-35689]?|00[37]\d\d){_COUNTRY}0?(?!0)|{_COUNTRY}0?(?=10\d{{8}}$)")


@cache
def _national() -> re.Pattern[str]:
    return re.compile(
        rf"(0[17]0)(\d{{4}})(\d{{4}})|({_PREFIXES})([1-9]\d{{2,3}})(\d{{4}})|(080)(\d{{3}})(\d{{4}})"
        rf"|(050\d)(\d{{3,4}})(\d{{4}})|({_REPRESENTATIVE})(\d{{4}})"
    )


@cache
def _representative() -> re.Pattern[str]:
    return re.compile(rf"(?:{_REPRESENTATIVE})\d{{4}}")
