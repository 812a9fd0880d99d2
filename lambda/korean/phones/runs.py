"""Runs of digits that may be one telephone number, with what was said between them.

Left out: what goes by another name (주문번호 2026...), codes with letters, extensions.
"""

import re
from functools import cache
from typing import NamedTuple

from korean.digits import Group, digit_groups
from korean.personal_data.kinds import Kind as Named
from korean.personal_data.words import words
from korean.phones.links import Kind, Link, read_link


class Step(NamedTuple):
    """A group of digits behind a link; `opens`: another number may begin here."""

    link: Link
    group: Group
    opens: bool


class Run(NamedTuple):
    """Steps that belong together, and what is said behind them."""

    steps: list[Step]
    after: Link

    @property
    def digits(self) -> str:
        """The likeliest digits."""
        return "".join(step.group.digits for step in self.steps)


def read_runs(text: str) -> list[Run]:
    """Return the runs of `text`.

    >>> runs = read_runs("주문번호는 20261123001이고 연락처는 공일공에 2345-6789예요")
    >>> [[step.group.digits for step in run.steps] for run in runs]
    [['010', '2345', '6789']]
    """
    groups = [each for group in digit_groups(text) if any((each := _without_copula(text, group)).readings)]
    links = _links(text, groups)
    runs: list[Run] = []
    goes_on = skips = False
    end = 0
    for at, group in enumerate(groups):
        link, opens = links[at], _opens(links, groups, at)
        apart = link.kind is Kind.OTHER or at == 0
        starts_other = (
            link.kind is Kind.EXTENSION or _is_coded(text, end, group) or _has_other_name(text, end, group, link)
        )
        end = group.end
        skips = starts_other or (skips and not apart and not opens and link.kind < Kind.ENDED)
        if skips:
            goes_on = False
            continue
        if apart or not goes_on:
            runs.append(Run([], link))
        runs[-1].steps.append(Step(link, group, opens))
        runs[-1] = Run(runs[-1].steps, links[at + 1])
        goes_on = True
    return runs


_ENDINGS = ("에요", "에여", "에염")


def _without_copula(text: str, group: Group) -> Group:
    """이에요 is an ending: who means two says 이예요 or 이요. A number that is one digit short stays short."""
    said = text[group.start : group.end]
    # 공이에요 may yet be the 02 of Seoul.
    ends = said.endswith("이") and said[:-1] not in ("공", "영") and text.startswith(_ENDINGS, group.end)
    return group._replace(readings=group.readings[:1]) if group.spoken and ends else group


def _links(text: str, groups: list[Group]) -> list[Link]:
    """What stands before each group, and behind the last."""
    ends = [0, *(group.end for group in groups)]
    starts = [*(group.start for group in groups), len(text)]
    return [read_link(text[end:start]) for end, start in zip(ends, starts, strict=True)]


def _opens(links: list[Link], groups: list[Group], at: int) -> bool:
    # What hyphens join is one number, so that a space beside it may part two.
    beside_hyphen = links[at].kind is Kind.SPACE and Kind.HYPHEN in (links[at - 1].kind, links[at + 1].kind)
    # So is a mobile number typed without any.
    begins = [group for group in groups[max(at - 1, 0) : at + 1] if _is_whole(group)]
    return links[at].kind is Kind.ENDED or beside_hyphen or (links[at].kind is Kind.SPACE and bool(begins))


def _is_whole(group: Group) -> bool:
    return not group.spoken and len(group.digits) == 11 and group.digits.startswith("010")


def _has_other_name(text: str, start: int, group: Group, link: Link) -> bool:
    if link.kind < Kind.OTHER:
        return False
    names = [each for each in words(text, start, group.start) if each.by_name and each.kind is not Named.BACK_OF_RRN]
    # A representative number (대표번호) is no personal data, yet a telephone number.
    if not names or names[-1].kind is Named.PHONE or text.startswith("대표", names[-1].start):
        return False
    return read_link(text[names[-1].end : group.start]).kind < Kind.OTHER


def _is_coded(text: str, start: int, group: Group) -> bool:
    before = _letters_before().search(text[max(start, group.start - 8) : group.start])
    return (before is not None and not _label().fullmatch(before[1])) or _code_behind().match(
        text, group.end
    ) is not None


@cache
def _letters_before() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z]+)[-_]?$")


@cache
def _label() -> re.Pattern[str]:
    return re.compile("tel|hp|phone|mobile|cell|fax|no|[tmfhpc]", re.IGNORECASE)


@cache
def _code_behind() -> re.Pattern[str]:
    return re.compile(r"(?!ext)[A-Za-z]|\s?(?:@|골뱅이)", re.IGNORECASE)
