"""Times that are about something else: "I ordered it yesterday, ...", "the delivery comes tomorrow, ..."."""

from functools import cache
from re import Pattern, compile

from korean.datetimes.facts import Fact
from korean.datetimes.phrases import Phrase, Unclear
from korean.datetimes.unspaced import Unspaced

# The final consonant of the past tense, counted as Unicode counts it.
_SS = 20


def without_asides(words: Unspaced, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases that can be the wish; raises Unclear where one may be an aside or not."""
    kept = []
    for index, phrase in enumerate(phrases):
        following = phrases[index + 1] if index + 1 < len(phrases) else None
        if phrase.past:
            _check_past(words, phrases, phrase, following)
        elif not _is_aside(words, phrase, following):
            _check_told(words, phrase, following)
            kept.append(phrase)
    return kept


def _check_past(words: Unspaced, phrases: list[Phrase], phrase: Phrase, following: Phrase | None) -> None:
    """A past time is passed over only when it is plain that another one is wished."""
    if phrase.corrects:
        raise Unclear
    if following is None:
        if phrase.timed or not any(each.timed and not each.past for each in phrases):
            raise Unclear
    elif following.beside or not (following.dated or _tells_of_past(words, phrase.end, following.start)):
        raise Unclear


def _is_aside(words: Unspaced, phrase: Phrase, following: Phrase | None) -> bool:
    """A day without an hour that belongs to an order or to a tale, and then a day with its hour."""
    if following is None or phrase.timed or phrase.refused or following.corrects or following.beside:
        return False
    told = _tells_of_past(words, phrase.end, following.start)
    return following.dated and following.timed and (told or _order().match(words.text, phrase.end) is not None)


def _check_told(words: Unspaced, phrase: Phrase, following: Phrase | None) -> None:
    """Raise Unclear where a verb of the past may have its time.

    "It was to come in the evening, call at nine": the evening is not that of the call, though today stays today.
    "I called at three": that three is over. "They said at three", "it ends at three": that three is no call's.
    """
    end = following.start if following else len(words.text)
    told = _tells_of_past(words, phrase.end, end)
    if phrase.refused or phrase.now:
        return
    if phrase.timed:
        reported = _happens().match(words.text, phrase.end, end) or (
            told and _reported().search(words.text, phrase.end, end)
        )
        known = phrase.dated or Fact.SECONDS_AHEAD in phrase.facts
        other = not phrase.asked and (bool(reported) or (told and not known))
    else:
        today = phrase.facts == {Fact.DAYS_AHEAD: 0}
        told = told or _order().match(words.text, phrase.end) is not None
        other = told and following is not None and not following.dated and not today
    if other:
        raise Unclear


def _tells_of_past(words: Unspaced, start: int, end: int) -> bool:
    """Whether a verb of the past stands between: 했는데, 시켰어요; not 있는데, 주셨으면."""
    for at in range(start, end):
        syllable = words.text[at]
        past = "가" <= syllable <= "힣" and (ord(syllable) - ord("가")) % 28 == _SS
        if past and syllable not in "있겠" and not words.text.startswith("으면", at + 1):
            return True
    return False


@cache
def _order() -> Pattern[str]:
    return compile(
        "에?(?:주문|구매|구입|결제|신청|접수|배송|입금|시킨|산|받은|받을|가입|반품|환불|교환|도착|오는|온다|생(?!각))"
    )


@cache
def _reported() -> Pattern[str]:
    return compile("(?:[라다]고|대서|래서)")


@cache
def _happens() -> Pattern[str]:
    return compile("에?(?:끝나|끝납|끝날|시작|마치|마칩|출발|도착|배송|배달)")
