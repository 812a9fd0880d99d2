"""E-mail addresses, typed (jihye@example.com) or spoken (지혜 골뱅이 네이버 닷컴)."""

import re
from collections.abc import Iterator
from functools import cache


def find_emails(text: str) -> list[tuple[int, int]]:
    """Return where the e-mail addresses of `text` begin and end, in order.

    >>> find_emails("메일은 jihye@example.com이고 집은 지혜 골뱅이 네이버 닷컴이에요")
    [(4, 21), (27, 40)]
    """
    found: list[tuple[int, int]] = []
    for at in _at().finditer(text):
        earliest = max(found[-1][1] if found else 0, at.start() - 100)
        domain = _domain().match(text, at.end()) or _provider().match(text, at.end())
        if domain and earliest <= at.start():
            start = _local_start(text, earliest, at)
            if start is not None:
                found.append((start, domain.end()))
    return found


def _local_start(text: str, earliest: int, at: re.Match[str]) -> int | None:
    typed = "@" in at[0]
    local = _typed_local().search(text, earliest, at.start()) if typed else None
    if local and local[0].strip("._%+*-"):
        return local.start()
    return _spoken_start(text, earliest, at.start(), words=1 if typed else 12)


def _spoken_start(text: str, earliest: int, end: int, *, words: int) -> int | None:
    """Where the local part begins that ends at `end`: its last word, and those before it while letters are spelt."""
    start, spelt = None, False
    for word in _backwards(text, earliest, end, words):
        introduction = _introduction().match(text, *word.span())
        begin = introduction.end() if introduction else word.start()
        name = text[begin : word.end()]
        is_piece = _piece().fullmatch(name) is not None
        if not _name().fullmatch(name) or (start is not None and not spelt and not is_piece):
            break
        if start is not None and _filler().fullmatch(name):
            break
        start, spelt = begin, is_piece
        if introduction:
            break
    return start


def _backwards(text: str, earliest: int, end: int, words: int) -> Iterator[re.Match[str]]:
    return reversed(list(_word().finditer(text, earliest, end))[-words:])


_DOT = r"(?:\.|\s\.\s|\s?(?:점|쩜|닷)\s?|\sdot\s)"
_TOP = (
    rf"(?:컴|씨오엠|시오엠|넷|엔이티|오알지|케이알|(?:씨오|시오|오알|고|에이씨|피이)(?:{_DOT}|\s)케이알"
    r"|[a-z]{2,24}(?![a-z0-9]))"
)
_PROVIDERS = (
    "네이버|지메일|쥐메일|구글|한메일|다음|네이트|핫메일|아웃룩|야후|카카오|아이클라우드|드림위즈|천리안"
    "|naver|gmail|hanmail|daum|nate|hotmail|outlook|yahoo|kakao|icloud"
)
_LETTERS = (
    "에이|비|씨|시|디|이|에프|지|쥐|에이치|아이|제이|케이|엘|엠|엔|오|피|큐|알|아르|에스|티|유|브이|더블유|엑스|와이"
    "|제트|지트"
)


@cache
def _at() -> re.Pattern[str]:
    # @jihye.park behind a blank is a handle, unless the domain of a mail provider follows.
    return re.compile(
        rf"(?<=\S)@(?=\S)|\s@(?:\s|(?={_PROVIDERS}))|@\s|\s?골뱅이\s?|\s(?:(?:앳|엣|애트|에트)(?:\s?(?:사인|싸인|마크))?|at)\s",
        re.IGNORECASE,
    )


@cache
def _domain() -> re.Pattern[str]:
    latin = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
    hangul = r"[가-힣]{1,8}?(?:\s[가-힣]{1,4}){0,6}?"
    return re.compile(
        rf"(?:{_PROVIDERS}|{latin}|{hangul})(?:{_DOT}{latin}(?={_DOT}[a-z])){{0,6}}{_DOT}{_TOP}", re.IGNORECASE
    )


@cache
def _provider() -> re.Pattern[str]:
    # Without its ending, when the sentence ends there or goes on as behind a name.
    return re.compile(
        rf"(?:{_PROVIDERS})(?:\s?(?:컴|com|넷|net))?(?=\s*$|[,.!?]|이?요|이?에요|예요|입니다|이고|으?로(?:\s|$)|인데|이랑|하고)",
        re.IGNORECASE,
    )


@cache
def _typed_local() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z0-9._%+*-])[A-Za-z0-9._%+*-]+$")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\S+")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9가-힣._+-]{1,30}")


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(r"\S*?(?:메일|주소|아이디|계정)(?:\s?주소)?(?:은요|는요|이요|가요|은|는|이|가|을|를|로|도|만)?")


@cache
def _filler() -> re.Pattern[str]:
    return re.compile("제|저|네|예|음|어|그|아|은|는|요")


@cache
def _piece() -> re.Pattern[str]:
    """A letter, digits or a sign, said as a word."""
    return re.compile(
        rf"(?:{_LETTERS})+|[공영일이삼사오육칠팔구]+|[A-Za-z]|[0-9]+|점|쩜|닷|언더바|언더스코어|밑줄|하이픈|대시|빼기|숫자|소문자|대문자|영어로"
    )
