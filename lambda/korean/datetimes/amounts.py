"""What an amount is: minutes of an hour, a day of the month, a while from now, or how long something takes."""

from functools import cache
from re import Pattern, compile

from korean.datetimes.facts import MONTH_FACTS, Fact
from korean.datetimes.reading import close
from korean.datetimes.tokens import Kind, Token
from korean.datetimes.unspaced import Unspaced

_SECONDS = {"시간": 3600, "분": 60, "초": 1}
_DAYS = {"날": 1, "일": 1, "주": 7, "주일": 7}
_MONTHS = {"달": 1, "개월": 1, "년": 12, "년도": 12}
_MEANINGS = frozenset({Kind.AFTER, Kind.LATER, Kind.BEFORE, Kind.WITHIN, Kind.LASTING})
_BEFORE_NEW_MINUTES = frozenset({Kind.FROM, Kind.CORRECTION, Kind.INSTEAD})
# "At a quarter to three" and "before 3:15" are said alike; nobody says the former with more than a quarter.
_QUARTER = 15


def settle(words: Unspaced, tokens: list[Token]) -> list[Token]:
    """Return the tokens with each amount turned into what it is."""
    settled: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at + 1
        if tokens[at].kind is not Kind.AMOUNT:
            settled.append(tokens[at])
            at = end
            continue
        while end < len(tokens) and tokens[end].kind is Kind.AMOUNT and _next_to(words, tokens[end - 1], tokens[end]):
            end += 1
        mark = tokens[end] if end < len(tokens) and tokens[end].kind in _MEANINGS else None
        before = settled[-1] if settled and _next_to(words, settled[-1], tokens[at]) else None
        at_next = end + (mark is not None)
        after = tokens[at_next] if at_next < len(tokens) and _next_to(words, tokens[end - 1], tokens[at_next]) else None
        settled += _settled(words, tokens[at:end], mark, before, after)
        at = at_next
    return settled


def _settled(
    words: Unspaced, run: list[Token], mark: Token | None, before: Token | None, after: Token | None
) -> list[Token]:
    first = run[0]
    facts = before.facts if before else {}
    if first.unit == "일" and not MONTH_FACTS.isdisjoint(facts) and Fact.DAY not in facts:
        return _day(run, mark)
    if first.unit == "분" and Fact.HOUR in facts and Fact.MINUTE not in facts and not _at(words, before, first):
        return _minutes(words, run, mark)
    if first.unit == "분" and not mark and before and before.kind in _BEFORE_NEW_MINUTES:
        return _minutes(words, run, None)
    if mark is None:
        return _alone(run, before, after)
    if mark.kind is Kind.LASTING:
        return []
    if mark.kind is Kind.BEFORE:
        # "An hour before three" is no time of the past.
        return [_unclear(run) if Fact.HOUR in facts else Token(Kind.PAST, first.start, mark.end)]
    # "After the third", or in three days?
    after_day = first.unit == "일" and words.text.endswith("이후", 0, mark.end)
    if mark.kind is Kind.WITHIN or after_day or _follows_an_event(words, first.start):
        return [_unclear(run)]
    return [_ahead(run, mark)]


def _day(run: list[Token], mark: Token | None) -> list[Token]:
    if len(run) > 1 or not 1 <= run[0].amount <= 31:
        return [_unclear(run)]
    day = Token(Kind.FACTS, run[0].start, run[0].end, {Fact.DAY: run[0].amount})
    return [day, mark] if mark else [day]


def _minutes(words: Unspaced, run: list[Token], mark: Token | None) -> list[Token]:
    first = run[0]
    minutes = first.amount
    if len(run) > 1 or minutes > 59 or (mark and mark.kind in (Kind.WITHIN, Kind.LATER, Kind.LASTING)):
        return [_unclear(run)]
    if mark is None or mark.kind is not Kind.BEFORE:
        token = Token(Kind.FACTS, first.start, first.end, {Fact.MINUTE: minutes})
        return [token, mark] if mark and mark.kind is Kind.AFTER else [token]
    # 전 is the last syllable of the mark, whatever it begins with: 이전, 되기 전.
    at_that_time = mark.end - mark.start == 1 and minutes > 0
    if not at_that_time or (minutes > _QUARTER and _loosely().match(words.text, mark.end)):
        return [_unclear(run)]
    return [Token(Kind.FACTS, first.start, mark.end, {Fact.MINUTE: -minutes})]


def _alone(run: list[Token], before: Token | None, after: Token | None) -> list[Token]:
    first = run[0]
    beside_facts = any(token and token.kind is Kind.FACTS for token in (before, after))
    if len(run) == 1 and first.unit == "일" and 1 <= first.amount <= 31 and (beside_facts or not first.short):
        return [Token(Kind.FACTS, first.start, first.end, {Fact.DAY: first.amount})]
    # 구분, 제일: one syllable with a unit behind it is most often something else.
    if first.short and after is None and not beside_facts:
        return []
    return [_unclear(run)]


def _ahead(run: list[Token], mark: Token) -> Token:
    start, end = run[0].start, mark.end
    units = [token.unit for token in run]
    seconds = [_SECONDS[unit] for unit in units if unit in _SECONDS]
    total = sum(token.amount * size for token, size in zip(run, seconds, strict=False))
    # From the greater to the smaller, each once: "one hour, two hours" is no sum.
    if len(seconds) == len(run) and seconds == sorted(set(seconds), reverse=True) and total:
        return Token(Kind.FACTS, start, end, {Fact.SECONDS_AHEAD: total})
    amount = run[0].amount
    for fact, sizes in ((Fact.DAYS_AHEAD, _DAYS), (Fact.MONTHS_AHEAD, _MONTHS)):
        if len(run) == 1 and units[0] in sizes and amount:
            return Token(Kind.FACTS, start, end, {fact: amount * sizes[units[0]]})
    return _unclear(run)


def _unclear(run: list[Token]) -> Token:
    return Token(Kind.UNCLEAR, run[0].start, run[-1].end)


def _next_to(words: Unspaced, left: Token, right: Token) -> bool:
    return close(words, left.end, right.start)


def _at(words: Unspaced, before: Token | None, first: Token) -> bool:
    """두 시에 십 분: at two, for ten minutes."""
    return before is not None and "에" in words.text[before.end : first.start]


def _follows_an_event(words: Unspaced, at: int) -> bool:
    """끝나고 한 시간 뒤: an hour after something that only the caller knows."""
    return _event().search(words.text, max(0, at - 8), at) is not None


@cache
def _event() -> Pattern[str]:
    return compile(
        "(?:(?:끝나|끝내|먹|마치|받|보|타|씻|자|다녀오|갔다오|내리|도착하|퇴근하|수업하|회의하|식사하)고(?:나서|요|서)?"
        "|(?:끝나|오|가|도착하|받으)면|퇴근|출근|수업|회의|점심|식사|도착|배송|개봉|주문|수령|후|뒤|지)[에은는]?$"
    )


@cache
def _loosely() -> Pattern[str]:
    return compile("에|으로")
