"""Digits in Korean text, typed (5678) or spoken (오육칠팔, 하나둘, 이천삼백): where they stand, what they may be.

Speech leaves open where a number ends: 팔이요 is "8, please" or "82". So a group has readings, and whoever knows how
many digits there must be chooses. What is counted (세 시, 3개, 이만 원, 십이월 사일) is no number to dial: left out.
"""

import re
from functools import cache
from typing import NamedTuple

from korean.numerals import read_native, read_sino

_NATIVE = ("하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "여덜", "아홉")
_ZEROS = ("제로", "공", "영", "령", "빵")
_DIGIT = "[일이삼사오육륙칠팔구]"
_SPELLED = f"(?:{'|'.join(_NATIVE + _ZEROS)}|{_DIGIT})"


class Group(NamedTuple):
    """Digits that stand together, from `start` to `end`; `readings` are what they may be, the likeliest first.

    An empty reading: the syllable may be no digit at all. `counted`: said with place values, 이천이백.
    """

    readings: tuple[str, ...]
    start: int
    end: int
    spoken: bool = False
    counted: bool = False

    @property
    def digits(self) -> str:
        """The likeliest reading."""
        return self.readings[0]


def digit_groups(text: str) -> list[Group]:
    """Return the groups of digits in `text`, in order. `text` is plain: composed Hangul and ASCII digits.

    >>> [(group.digits, group.start, group.end) for group in digit_groups("공일공에 1234-오육칠팔")]
    [('010', 0, 3), ('1234', 5, 9), ('5678', 10, 14)]

    A copula may be a digit, and only the caller knows how many digits there should be.

    >>> [group.readings for group in digit_groups("공하나공 이천삼백에 오육칠팔이요")]
    [('010',), ('2300',), ('5678', '56782')]

    What is counted or belongs to a word is not there.

    >>> digit_groups("오늘 세 시에 이 번호로 삼만 원이요, 12월 3일 구매")
    []
    """
    groups: list[Group] = []
    for match in _token().finditer(text):
        if match["typed"]:
            digits = match["typed"].translate(_LATIN_ZEROS)
            groups.append(Group((digits,), match.start(), match.end()))
        elif match["spoken"] and (group := _spoken(text, match.start(), match.end(), groups[-1] if groups else None)):
            groups.append(group)
    return groups


_LATIN_ZEROS = str.maketrans("oO", "00")


def _spoken(text: str, start: int, end: int, before: Group | None) -> Group | None:
    if end - start > 1 and _word_before().search(text, max(0, start - 1), start + 1):
        start += 1  # 내일공일공
    chunk, rest = text[start:end], text[end : end + 12]
    cuts = _cuts(chunk, rest)
    goes_on = before is not None and text[before.end : start].isspace()
    # Behind typed digits an ending is an ending: 5678이요.
    if before and before.end == start and not before.spoken and cuts[0] == len(chunk):
        return None
    if _after_ten_thousands().search(text, max(0, start - 3), start):
        return None
    if chunk == "이" and (_this().match(rest) or not (goes_on or rest.strip())):
        return None
    parts = _parts(chunk)
    linked = before is not None and _glued_links().fullmatch(text, before.end, start) is not None
    alone = linked or len(chunk) > 2 or _begins_alone(text, start, chunk)
    ends = len(chunk) > 2 or _ends_alone(rest)
    if _is_count(parts, chunk, rest) or not alone or not ends:
        return None
    cut_parts = [each for cut in cuts if not _is_mixed(each := _parts(chunk[: len(chunk) - cut]))]
    if not any(cut_parts):
        return None
    readings = ["".join(_value(part) for part in each) for each in cut_parts]
    counted = any(_is_counted(part) for part in cut_parts[0])
    return Group(tuple(dict.fromkeys(readings)), start, end, spoken=True, counted=counted)


def _cuts(chunk: str, rest: str) -> tuple[int, ...]:
    """How many of the last syllables may be no digits, the likeliest first."""
    for ending, follows, cuts in _ENDINGS:
        if chunk.endswith(ending) and re.match(follows, rest):
            # 이천이요 is 2000: who means 2002 says 이천이예요. 이천이 맞아요 may be both.
            sure = ending == "이" and rest[:1] in _SURE and chunk[-2:-1] in ("천", "백")
            return cuts[:1] if sure else cuts
    # 오육칠팔오후에: the last syllable may begin the next word.
    glued = len(chunk) > 3 and "가" <= rest[:1] <= "힣" and not _after_digits().match(rest)
    return (0, 1) if glued else (0,)


_SURE = ("요", "에", "고", "구", "라", "며")
# What chunks may end in, what must follow, and how many syllables belong to it.
_ENDINGS = (
    ("이십", "니다", (2,)),
    ("이구", "[요여]", (2, 0, 1)),
    ("이", r"에?요|[예여]요|[고라랑며니죠지야신었]|거든|네요|구나|시[고지]", (1, 0)),
    ("이", r"\s?(?:아니|아닌|아닙|말고|맞)|\s(?:제|저|우리|내|새|집|회사|번호|전화)", (1, 0)),
    ("구", "[요여]", (0, 1)),
    ("일", r"\s?(?:거[예에]|겁니|걸요|텐데)", (1, 0)),
    ("오", "[전후늘]", (1, 0)),
    ("일", r"요일|\s?때문", (1,)),
    ("일", "[반요]", (1, 0)),
    ("이", "번[호에]|[쪽름메]", (1, 0)),
)


def _parts(chunk: str) -> list[str]:
    return _part().findall(chunk)


def _is_mixed(parts: list[str]) -> bool:
    """Whether digits and tens met in one breath: 팔이십이 is 82 10 2, 8 22 or 80 22."""
    return len(parts) > 1 and any(_is_counted(part) and int(_value(part)) < 100 for part in parts)


def _is_counted(part: str) -> bool:
    return any(each in "천백십" for each in part)


def _value(part: str) -> str:
    if part in _ZEROS:
        return "0"
    value = read_native(part) or read_sino(part)
    return str(value)


def _is_count(parts: list[str], chunk: str, rest: str) -> bool:
    """Whether something is counted with it: 삼십 분. Four digits are hardly counted but in money: 삼천삼백 주세요."""
    if any(_is_counted(part) for part in parts):
        return (_money() if len(_value(parts[-1])) > 3 else _unit()).match(rest) is not None
    return len(chunk) < 3 and _unit().match(rest) is not None


# One or two syllables may be a piece of another word or a name: 구매, 강남구, 이지은.


def _begins_alone(text: str, start: int, chunk: str) -> bool:
    before = text[start - 1 : start]
    return not "가" <= before <= "힣" or (len(chunk) > 1 and chunk[0] in "공영" and before in "는은요가에네로")


def _ends_alone(rest: str) -> bool:
    return not "가" <= rest[:1] <= "힣" or _whole_ending().match(rest) is not None


@cache
def _token() -> re.Pattern[str]:
    # A date, a time of day, an amount; then digits. Latin zeros count inside a number only: 01O.
    month = r"(?:\d{1,2}|십[일이]?|[일이삼사오유육칠팔구시])\s?월"
    day = rf"(?:\d{{1,2}}|(?:[이삼]?십)?{_DIGIT}?)\s?일"
    return re.compile(
        rf"""(?<![\d-])(?:19|20)\d\d\s?(?P<mark>[-./])\s?(?:1[0-2]|0?[1-9])\s?(?P=mark)\s?(?:3[01]|[12]\d|0?[1-9])(?![-\d])
        | (?<![\d.-])\d{{1,2}}:\d\d(?:\d\d)?(?!\d)
        | (?<![\d,])\d{{1,3}}(?:,\d{{3}})+(?!,?\d)
        | (?<![\d-])\d{{1,9}}\s?(?:원(?!래)|[만천]\s?원|달러|퍼센트|프로|%)
        | (?<![\d-])(?!0일)\d{{1,2}}(?:시|분(?!이)|초|월|일(?!{_SPELLED}))
        | (?<![\d-])\d{{1,3}}(?:개(?!인|통)|건|명|층|호|동(?!의|안|생)|세|살|장|회(?!사)|주|박|번째)
        | (?<![\d-])\d번(?!에)
        | (?<![\d-])(?:\d\d){{1,2}}년
        | (?<!{_DIGIT}){month}(?:\s?{day})?
        | (?<!{_DIGIT})[이삼]?십{_DIGIT}?\s?일(?!{_SPELLED}|[천백십])
        | (?<!{_DIGIT}){_DIGIT}{{1,2}}\s?일\s?[뒤후]
        | (?P<typed>(?:(?<![A-Za-z])[oO])?\d[\doO]*)
        | (?P<spoken>(?:{_SPELLED}|[천백십])+)""",
        re.VERBOSE,
    )


@cache
def _word_before() -> re.Pattern[str]:
    # Words that end in a digit.
    return re.compile("[내매평휴생요메당]일$|[회이본지기]사$")


@cache
def _glued_links() -> re.Pattern[str]:
    return re.compile("(?:에다?가?|의|다시|하이픈|대시|이?요|이?고)?")


@cache
def _after_ten_thousands() -> re.Pattern[str]:
    # The rest of an amount: 만이천삼백, 이만 삼천.
    return re.compile(rf"(?:^|[\s{_DIGIT[1:-1]}십백천])[만억]\s?$")


@cache
def _part() -> re.Pattern[str]:
    tens = "[이삼사오육륙칠팔구]?십"
    hundreds = f"{_DIGIT}?백(?:{tens})?"
    return re.compile(f"(?:{_DIGIT}?천(?:{hundreds}|{tens})?|{hundreds}|{tens}){_DIGIT}?|{_SPELLED}")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:[만억조원](?!래)|년|월|시(?!작)|분(?!이)|초|개(?!인|통)|건(?!네)|명(?!의)|퍼센트|프로|번째|번\s?(?:눌|누)|장(?!소)|살|세(?!요)|층|호"
        r"|동(?!의|안|생)|회(?!사)|주(?!세|시|문|소)|박|통(?!화|신)|가지|달(?!라)|인분|킬로)"
    )


@cache
def _money() -> re.Pattern[str]:
    return re.compile(r"\s?(?:만\s?원?(?!\w)|원(?!래)|년|명(?!의)|개(?!인|통)|포인트)")


@cache
def _this() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:번호|번\s?(?:주|달|에|엔|건|거|년)|쪽|폰|전화|핸드폰|휴대폰|거|게|걸|분|사람|고객|연락처|주문|상품|때문)"
    )


@cache
def _after_digits() -> re.Pattern[str]:
    return re.compile(
        r"에|의|요|예요|여요|은|는|가|을|를|로|으로|이[고요에]|랑|라|며|니|죠|지|거든|입|인|고|구요|번|국|다시|하고|하이픈|대시|음|어|네|아니|말고|맞|점|바\s|빼기"
    )


@cache
def _whole_ending() -> re.Pattern[str]:
    return re.compile(
        r"에[요여서다]|[예여]요|입니|인데|라고|거든|고요|구요|다시|하고|하이픈|빼기|아니|말고|맞|번(?:이|입|으로)"
        rf"|[에의요](?={_SPELLED})"
        r"|(?:[에의요은는가을를고며니죠지랑번국음어네점바]|[은는로]요|으?로|지요|인[가지]|번호|니까|네요|대시)(?![가-힣])"
    )
