"""Numbers with a unit behind them: 세 시, 삼십 분, 십이월 삼일, 이틀.

Without spaces the end of one number and the beginning of the next run into each other (이십일십시), and so do a word
and the number behind it (고객이십분). A reading is taken when it is the only one; otherwise the number is unclear.
"""

from functools import cache
from re import Match, Pattern, compile

from korean.datetimes.facts import Fact
from korean.datetimes.tokens import Kind, Token
from korean.datetimes.unspaced import Unspaced
from korean.numerals import SINO_SYLLABLES, read_native, read_sino

_UNITS = (
    r"시간(?![단략편])|분(?![류석리실쟁홍양])|초(?![반기과대등])|일(?!요일|욜|일이)|월(?!요일|욜|급|세)|개월"
    r"|달(?![라러려력리성걀])|년도?|주일?(?![문소시세신실차민식제의로])"
    # Not the words that begin with 시; but an hour with something behind it.
    r"|시(?![간스작켰킨키켜험청설골대력선절점승민급효위디식행루큐즌]|월(?!요일|욜)|장(?!소)|기(?!다)|계(?!속)|세(?!시)"
    r"|네마|도[하해했할]|오(?!분|십|전|후))"
)
# Where one of these begins, a run of Sino-Korean syllables is over: its first syllable belongs to a word.
_NEXT_WORDS = (
    "오늘|오전|오후|이따|이틀|사흘|일곱|일요일|일욜|일찍|일단|일정|일때|이후|이전|이내|이상|사이(?![이일사오])"
    "|이요|이에|이예|이고|이나|이든|이면|이라|이랑|이니|이죠|이쯤|이야|이다|이건|이거|이미|이제"
)
_COUNTERS = (
    "[만억원명번호층동살대건권벌통회배평차위등%a-z]|점(?!심)|개(?!월)|세(?!시)|박스|퍼센트|프로|킬로|그램|리터|자리"
)
_MANY = 7
_LONGEST = 12


def native_number(words: Unspaced, run: Match[str], fresh: bool) -> tuple[list[Token], int]:
    """Read a run of native number words; `fresh`: a time, a particle or nothing stands before it."""
    start, end = _own_part(words, run.start(), run.end(), fresh)
    unit = unit_at(words, end)
    if start == end or unit is None or unit in ("분", "초", "일", "월", "년", "년도"):
        return [], end
    value = _native_value(words.text[start:end])
    if value is None:
        return [Token(Kind.UNCLEAR, start, end)], end + len(unit)
    return [number(value, unit, start, end + len(unit))], end + len(unit)


def sino_number(words: Unspaced, run: Match[str], fresh: bool) -> tuple[list[Token], int]:
    """Read a run of Sino-Korean syllables."""
    start, end = _own_part(words, run.start(), run.end(), fresh)
    if start == end or follows_number_label(words.text, start):
        return [], end
    unit = unit_at(words, end)
    if unit is None:
        return _without_unit(words, start, end), end
    tokens = _with_unit(words, start, end, unit)
    after = end + len(unit)
    if not fresh and _may_begin_with_particle(words, start, end):
        return [Token(Kind.UNCLEAR, start, after)], after
    return tokens, after


def follows_number_label(text: str, at: int) -> bool:
    """Whether a word such as 주문번호 stands right before."""
    return _label().search(text, max(0, at - 8), at) is not None


@cache
def run_of_sino() -> str:
    """Return the pattern of a run of Sino-Korean syllables."""
    # 며칠 is some days, never seven.
    return f"(?<!며)[{SINO_SYLLABLES}](?:(?!{_NEXT_WORDS})[{SINO_SYLLABLES}]|만(?=[{SINO_SYLLABLES}원명개건]))*"


def _own_part(words: Unspaced, start: int, end: int, fresh: bool) -> tuple[int, int]:
    """What is left of a run without the syllables that end the word before it: 고객이 십 분, 모두 세 시."""
    if fresh or not words.joins(start):
        return start, end
    breaks = [at for at in range(start + 1, end + 1) if at in words.starts]
    return (breaks[0], end) if breaks else (start, end)


def _native_value(run: str) -> int | None:
    value = read_native(run)
    # "Yes, three o'clock"; but 네다섯 is four or five.
    while value is None and run.startswith("네") and not run.startswith("네다섯"):
        run = run[1:]
        value = read_native(run)
    # "About three o'clock"; but 한두 is one or two.
    if value is None and run.startswith("한") and run[1:] not in ("한", "두"):
        value = read_native(run[1:])
    return value


def _with_unit(words: Unspaced, start: int, end: int, unit: str) -> list[Token]:
    run, after = words.text[start:end], end + len(unit)
    value = read_sino(run)
    if value is not None:
        return [number(value, unit, start, after, short=len(run) == 1)]
    for at, syllable in enumerate(run if len(run) <= _LONGEST else ""):
        left, right = read_sino(run[:at]), read_sino(run[at + 1 :])
        if syllable == "일" and left and right is not None:
            split = start + at + 1
            return [number(left, "일", start, split), number(right, unit, split, after, short=len(run) == at + 2)]
    # A telephone number read digit by digit, and then a number.
    last = max(words.breaks(start, end), default=start)
    value = read_sino(words.text[last:end])
    if last - start > 2 and value is not None:
        return [number(value, unit, last, after, short=end - last == 1)]
    return [Token(Kind.UNCLEAR, start, after)]


def _without_unit(words: Unspaced, start: int, end: int) -> list[Token]:
    """A run that ends in 일, with the particle 이 perhaps, is a day or a number of days."""
    run = words.text[start:end]
    counted = counter().match(words.text, end) is not None
    stop = len(run.rstrip("이")) if run.endswith("일이") else len(run)
    value = read_sino(run[: stop - 1])
    if stop > 1 and run[stop - 1] == "일" and value is not None:
        return [] if counted and value > 31 else [number(value, "일", start, start + stop, short=stop == 2)]
    if counted or len(run) >= _MANY:
        return []
    # 이삼일: two or three days.
    if len(run) > 2 and run.endswith("일"):
        return [Token(Kind.UNCLEAR, start, end)]
    value = read_sino(run)
    bare = "십" in run and not _polite(words, start, end) and (value is None or value < 60)
    return [Token(Kind.COUNT, start, end)] if bare else []


def number(value: int, unit: str, start: int, end: int, *, short: bool = False) -> Token:
    """Return the token of a number with its unit."""
    # 십 is hardly ever a syllable of something else.
    short = short and value != 10
    if unit == "시":
        # Zero is always said in Sino-Korean: 영시.
        kind = Kind.UNCLEAR if value > 24 else Kind.FACTS
        return Token(kind, start, end, {Fact.HOUR: value}, short=short and value > 0)
    if unit == "월":
        return Token(Kind.FACTS if 1 <= value <= 12 else Kind.UNCLEAR, start, end, {Fact.MONTH: value})
    if unit in ("년", "년도") and value >= 1900:
        return Token(Kind.FACTS, start, end, {Fact.YEAR: value})
    return Token(Kind.AMOUNT, start, end, amount=value, unit=unit, short=short)


def _may_begin_with_particle(words: Unspaced, start: int, end: int) -> bool:
    """고객님이십분: twenty minutes, or the particle 이 and ten?"""
    before = words.text[start - 1] if start else " "
    closed = "가" <= before <= "힣" and (ord(before) - ord("가")) % 28 > 0
    return words.joins(start) and closed and words.text[start] == "이" and end - start > 1


def _polite(words: Unspaced, start: int, end: int) -> bool:
    """주십시오."""
    return words.text[start:end] == "십" and words.text.startswith("시", end)


def unit_at(words: Unspaced, at: int) -> str | None:
    """Return the unit of time that stands at `at`."""
    found = _unit_pattern().match(words.text, at)
    if found is None:
        # 세 시 간단히: the space tells that no hours are counted.
        split = words.text.startswith("시", at) and at + 1 in words.starts and not words.text.startswith("시간뒤", at)
        return "시" if split else None
    return found.group()


@cache
def _unit_pattern() -> Pattern[str]:
    return compile(_UNITS)


@cache
def counter() -> Pattern[str]:
    """Return the pattern of what is counted and is no time."""
    return compile(f"(?:{_COUNTERS})")


@cache
def _label() -> Pattern[str]:
    return compile("(?:번호|코드)(?:[은는이가로도:]|이라고)?$")
