"""Which callbacks a command is about: an id, or a telephone number that no shell remembers."""

import re
import sys

import typer

from connect_flows._cli.output import refuse

STANDARD_INPUT = "-"

_ID = re.compile(r"[0-9a-f]{32}")
_MARKS = re.compile(r"[\s().-]+")
_KOREAN = re.compile(r"0[1-9]\d{7,10}|1[568]\d{6}")  # the longest begin with 050, the shortest with 15, 16 or 18
_E164 = re.compile(r"\+[1-9]\d{7,14}")


def check_id(text: str) -> None:
    """Return if it is an id; nothing is repeated, for it may be a telephone number in the wrong place."""
    if not _ID.fullmatch(text):
        refuse(
            f"ID: {len(text)} characters are not one; give 32 hexadecimal digits as `aicc callbacks list` shows them"
        )


def subject(callback_id: str | None, *, by_phone: bool, yes: bool) -> dict[str, str]:
    """Return what `forget` is about, as the function takes it; a number is asked for or read."""
    if not by_phone:
        if callback_id is None:
            refuse("forget: neither an ID nor --phone is given; give one of both")
        check_id(callback_id)
        return {"callback_id": callback_id}
    if callback_id is None:
        return {"phone": e164(typer.prompt("Telephone number", hide_input=True, err=True))}
    if callback_id != STANDARD_INPUT:
        refuse("--phone: takes no value, which the shell would remember; it asks, or reads standard input: --phone -")
    if not yes:
        refuse("--phone -: standard input is the number, so that nothing can be asked; add --yes")
    return {"phone": e164(sys.stdin.readline())}


def e164(text: str) -> str:
    """Return a number as the function takes it.

    >>> e164("010-1234-5678"), e164("+82 10 1234 5678")
    ('+821012345678', '+821012345678')
    """
    number = _MARKS.sub("", text)
    if _KOREAN.fullmatch(number):
        return f"+82{number.removeprefix('0')}"
    if _E164.fullmatch(number):
        return number
    refuse(f"telephone number: {len(number)} characters are not one; write it as 010-... or +8210...")
