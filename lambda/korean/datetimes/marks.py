"""What stands right behind a time and says how it is meant: 부터, 까지, 전에, 말고, ..."""

from functools import cache
from re import Pattern, compile

from korean.datetimes.tokens import Kind, Token
from korean.datetimes.unspaced import Unspaced

# About, at, on: they change nothing.
_SOFT = (
    r"(?:쯤|즈음|무렵|경(?![우기찰험력영비제품고매조과])|정도|가량|때|시간대?|에는|에(?!서)|엔|으로|로"
    r"|은|는|이|가|을|를|도|날|더|[.,])"
)
_TIME_FOLLOWS = r"(?=(?:오전|오후|아침|저녁|낮|밤|내일|모레)?(?:\d|[한두세네열]|다섯|여섯|일곱|여덟|아홉))"
_MARKS = {
    Kind.INSTEAD: r"말고|말구|아니고|아니구|아니라(?!도)|빼고|제외",
    # A wave that no time follows is only a friendly tone.
    Kind.FROM: r"부터|에서(?![만도])|[~\-]" + _TIME_FOLLOWS,
    Kind.UNTIL: r"까지",
    Kind.BETWEEN: r"사이(?![즈트다버])",
    Kind.WITHIN: r"안에|안으로|이내|내로|내에|전후|보다|하고도|못돼|안돼서",
    Kind.BEFORE: (
        r"(?:되기|넘기|조금|좀|바로|약간|한참|그)*(?:이전|직전|전(?![화체달문국송자산혀기용액후시표통]|부(?!터)))"
    ),
    Kind.AFTER: r"(?:만|조금|좀|그)*(?:이후|후(?![기보불속원회반])|뒤(?!늦)|지나|넘[어으])",
    Kind.LATER: r"만?(?:이따가?|있다가?|있으면)",
    Kind.OR: r"이나|나(?![중가갈갔머오올와왔눠누한를는의도])|이든|든(?!든)|내지",
    Kind.LASTING: (
        r"[째치된됐]|만(?![나났날난])|동안|걸[려린릴리]|내내|종일|짜리|간격|소요|(?<!에)통화|(?<!에)상담|기다|넘게|이상|약정|할부|무이자|보증"
        r"|간(?![단략편절])"
    ),
}


def marks(words: Unspaced, at: int) -> list[Token]:
    """Return the marks that stand behind a time that ends at `at`."""
    found: list[Token] = []
    while mark := _mark().match(words.text, at):
        kind = Kind[str(mark.lastgroup)]
        found.append(Token(kind, mark.start(str(mark.lastgroup)), mark.end()))
        at = mark.end()
    return found


@cache
def _mark() -> Pattern[str]:
    return compile(f"{_SOFT}{{0,6}}(?:" + "|".join(f"(?P<{kind.name}>{form})" for kind, form in _MARKS.items()) + ")")
