"""From the text to its tokens."""

from collections.abc import Iterator
from functools import cache
from re import Match, Pattern, compile, escape

from korean.datetimes.facts import Fact, Part
from korean.datetimes.lexicon import WEEKDAYS, Entry, words_of_time
from korean.datetimes.marks import marks
from korean.datetimes.numbers import native_number, run_of_sino, sino_number
from korean.datetimes.other_words import other_words
from korean.datetimes.tokens import TIMES, Kind, Token
from korean.datetimes.typed import FIGURES, figures
from korean.datetimes.unspaced import Unspaced
from korean.numerals import NATIVE_WORDS

_TWELVE = {"정오": Part.DAYTIME, "자정": Part.NIGHT}
# Particles and endings: what stands behind them is a word of its own, even where no space tells.
_ENDS = frozenset("은는을를에로도만고서까데요면죠다네음어~")
_FILLERS = (
    r"에는|에|엔|으로|로|은|는|이|가|을|를|도|만|의|날|께|쯤|즈음|경|정도|때|중|무렵|시간대?|정각|요|이요|와|과|랑|하고|그러니까|그니까"
    r"|그러면|그럼|그게|그냥|그|음|어|아|저기|저|뭐냐|뭐|좀|일단|한|딱|아마|혹시|되기|돌아오는|다가오는|오는|이번에|일찍|늦게|늦은|이른"
    r"|가능하면|가능한|대략|약|네|예|[,.!?… ]"
)
_FAR = 24


def read(words: Unspaced) -> list[Token]:
    """Return the tokens of a text, the marks behind the times that they belong to."""
    tokens: list[Token] = []
    at = 0
    while found := _landmark().search(words.text, at):
        start = found.start()
        fresh = _fresh(words, tokens, start)
        new, at = _tokens(words, found, fresh)
        for token in new:
            tokens += _with_half(words, token, tokens, fresh)
            at = max(at, tokens[-1].end) if tokens else at
        if new and tokens and tokens[-1].kind in TIMES:
            tokens += marks(words, tokens[-1].end)
            at = max(at, tokens[-1].end)
    return tokens


def close(words: Unspaced, start: int, end: int) -> bool:
    """Whether nothing stands between two places but particles and sounds of thinking."""
    return end - start <= _FAR and _fillers().fullmatch(words.text, start, end) is not None


def _fresh(words: Unspaced, tokens: list[Token], at: int) -> bool:
    behind_token = bool(tokens) and tokens[-1].end == at
    return behind_token or not words.joins(at) or words.text[at - 1] in _ENDS


def _tokens(words: Unspaced, found: Match[str], fresh: bool) -> tuple[list[Token], int]:
    start, end = found.span()
    match found.lastgroup:
        case "native":
            return native_number(words, found, fresh)
        case "sino":
            return sino_number(words, found, fresh)
        case "figures":
            return figures(words, found)
        case "weekdays":
            return [Token(Kind.UNCLEAR, start, end)], end
        case "twelve":
            return _twelve(words, found)
        case _:
            return _word(words, found, fresh)


def _twelve(words: Unspaced, found: Match[str]) -> tuple[list[Token], int]:
    start, end = found.span()
    # "일정 오후에" holds 정오 across a space; without one it may be either.
    if words.breaks(start, end) and start not in words.starts:
        return [], start + 1
    split = words.joins(start) and end not in words.starts and words.text[end : end + 1] in ("전", "후")
    facts = {Fact.HOUR: 12, Fact.PART: _TWELVE[found.group()]}
    return [Token(Kind.UNCLEAR if split else Kind.FACTS, start, end, facts)], end


def _word(words: Unspaced, found: Match[str], fresh: bool) -> tuple[list[Token], int]:
    entry = _entries()[found.group()]
    start, end = found.span()
    # "안내 일정" holds 내일 across a space, "입금일" holds 금일.
    if not fresh and (entry.apart or words.breaks(start, end)):
        # Where no space stands at all, none tells.
        return ([Token(Kind.UNCLEAR, start, end)], end) if len(words.starts) == 1 else ([], start + 1)
    facts = {} if entry.fact is None else {entry.fact: entry.value}
    # What is left for later, and no amount before it, is left for later today.
    kind = Kind.FACTS if entry.kind is Kind.LATER else entry.kind
    return [Token(kind, start, end, facts, entry.value, entry.unit if kind is Kind.AMOUNT else "")], end


def _with_half(words: Unspaced, token: Token, before: list[Token], fresh: bool) -> Iterator[Token]:
    """The token, and the half hour that may stand behind it."""
    if token.short and Fact.HOUR in token.facts and not _is_hour(words, token, before):
        if fresh and _hour_ends().match(words.text, token.end):
            yield token._replace(kind=Kind.UNCLEAR)
        return
    half = _half().match(words.text, token.end)
    if half and Fact.HOUR in token.facts and Fact.MINUTE not in token.facts:
        yield token._replace(end=half.end(), facts={**token.facts, Fact.MINUTE: 30})
    elif half and token.unit == "시간":
        yield token
        yield Token(Kind.AMOUNT, half.start(), half.end(), amount=30, unit="분")
    elif half and token.unit:
        yield token._replace(kind=Kind.UNCLEAR, end=half.end())
    else:
        yield token


def _is_hour(words: Unspaced, token: Token, before: list[Token]) -> bool:
    """사시 is four o'clock behind 오후, and with its minutes; otherwise it is unclear at best ("어디 사시는")."""
    if _minutes_behind().match(words.text, token.end):
        return True
    return bool(before) and Fact.PART in before[-1].facts and close(words, before[-1].end, token.start)


@cache
def _entries() -> dict[str, Entry]:
    return dict([*other_words(), *words_of_time()])


@cache
def _landmark() -> Pattern[str]:
    words = sorted(_entries().items(), key=lambda item: len(item[0]), reverse=True)
    return compile(
        "|".join(
            (
                f"(?P<word>{'|'.join(escape(word) + entry.follows for word, entry in words)})",
                f"(?P<weekdays>(?<![가-힣])[{WEEKDAYS}](?:[,/·~-][{WEEKDAYS}])+)",
                f"(?P<twelve>{'|'.join(_TWELVE)})",
                f"(?P<native>(?:(?!열흘|열하루|한밤|한나절)(?:{'|'.join(NATIVE_WORDS)}))+)",
                f"(?P<sino>{run_of_sino()})",
                f"(?P<figures>{FIGURES})",
            )
        )
    )


@cache
def _fillers() -> Pattern[str]:
    return compile(f"(?:{_FILLERS})*")


@cache
def _half() -> Pattern[str]:
    return compile("(?:음|어|그|한)*반(?!말(?![고구])|[품납환찬갑대드응복려값팔송지영성입])(?!전(?![에까으]))")


@cache
def _minutes_behind() -> Pattern[str]:
    # Not "on the day and hour (일시), twenty minutes ...", nor "where you live (사시는), ...".
    no_length = "(?!간|만|동안|정도|쯤|뒤|후|전|있다|이따|이내|안에|넘게|째)"
    return compile(f"(?<!일시)(?:[이삼사오]?십[일이삼사오육칠팔구]?|[1-5][0-9])분{no_length}")


@cache
def _hour_ends() -> Pattern[str]:
    return compile("에|요|로|쯤|부터|정도|이후|반|사이|$")
