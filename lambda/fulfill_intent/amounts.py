"""Amounts of money as they are said: "삼만 오천". Before 만, 억 and 조 stand groups of up to four digits."""

_DIGITS = " 일이삼사오육칠팔구"
_PLACES = ("", "십", "백", "천")
_GROUPS = ("", "만", "억", "조")
_LARGEST = 10 ** (4 * len(_GROUPS)) - 1


def read_amount(amount: int) -> str:
    """Return a whole number in Sino-Korean numerals, a blank between groups; digits where it is beyond money.

    >>> read_amount(35_000), read_amount(110_010), read_amount(10_000), read_amount(0), read_amount(-500)
    ('삼만 오천', '십일만 십', '만', '영', '마이너스 오백')
    """
    if amount < 0:
        return f"마이너스 {read_amount(-amount)}"
    if amount == 0:
        return "영"
    if amount > _LARGEST:
        return str(amount)
    groups = []
    for name in _GROUPS:
        amount, group = divmod(amount, 10_000)
        if group:
            # 만 alone is ten thousand; 억 and 조 keep their one.
            groups.append("만" if name == "만" and group == 1 and not amount else f"{_read_group(group)}{name}")
    return " ".join(reversed(groups))


def _read_group(group: int) -> str:
    read = ""
    for place, name in reversed([*enumerate(_PLACES)]):
        digit = group // 10**place % 10
        if digit:
            read += name if digit == 1 and name else f"{_DIGITS[digit]}{name}"
    return read
