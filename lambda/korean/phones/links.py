"""What stands between two groups of digits: nothing much, the end of a number, a correction, or other words."""

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple


class Kind(IntEnum):
    """How what follows goes on, the strongest last."""

    SPACE = 0
    HYPHEN = 1
    SAID = 2  # 에, 하이픈, a filler: goes on
    ENDED = 3  # 요, 이고, a comma: goes on, or something else begins
    OTHER = 4  # other words: something else begins
    DOUBTED = 5  # 아니면, 인가: what follows may stand for what is before
    AGAIN = 6  # 다시, a hyphen or "again": goes on, or begins anew
    SORRY = 7  # 죄송합니다: goes on, or corrects
    CORRECTED = 8  # 아니, 다시 할게요: what follows replaces something
    NEGATED = 9  # 말고, 이 아니라: what follows replaces what stands right before
    EXTENSION = 10  # 내선: what follows is dialled later


class Link(NamedTuple):
    """`plus`: a plus, or the word for it, stands right before what follows. `middle`: the middle group is named."""

    kind: Kind
    plus: bool = False
    middle: bool = False


def read_link(between: str) -> Link:
    """Return what `between`, the text between two groups of digits, says.

    >>> [read_link(text).kind.name for text in (" ", "-", "에 음 ", "이고 ", " 카드는 ", " 아니면 ", " 내선 ")]
    ['SPACE', 'HYPHEN', 'SAID', 'ENDED', 'OTHER', 'DOUBTED', 'EXTENSION']
    >>> [read_link(text).kind.name for text in ("다시 ", " 다시 할게요 ", " 아니 아니 ", " 말고 ")]
    ['AGAIN', 'CORRECTED', 'CORRECTED', 'NEGATED']
    >>> read_link(" 플러스 ")
    Link(kind=<Kind.SAID: 2>, plus=True, middle=False)
    """
    if _negated().match(between):
        return Link(Kind.NEGATED)
    names = [word.lastgroup or "" for word in _word().finditer(between)]
    kinds = [Kind.__members__.get(name, Kind.SAID) for name in names]
    kind = max(kinds, default=Kind.SPACE)
    if kind in (Kind.DOUBTED, Kind.AGAIN, Kind.SORRY) and Kind.OTHER in kinds:
        kind = Kind.OTHER  # 다시 전화 주세요
    plus = [name for name in names if name != "SPACE"][-1:] == ["PLUS"]
    return Link(kind, plus, "MIDDLE" in names)


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(
        r"(?:이|가|은|는|이?요|번)?[\s,.]*(?:그거\s?)?"
        r"(?:말고|아니라|아니고|아니구|아니[에예]요|아닙니다|아녜요|아니었)(?!\s?(?:근데|그런데))"
    )


_HESITATIONS = (
    "음+|으음|어+|으|그러니까|그니까|그게|그|아|저기?요?|네+|예|응|뭐(?:더라|였더라|였지|지)?|잠(?:깐|시)만요?|이제|인제"
    "|있잖아요|가만(?:있자)?|보자|제가|맞다|참"
)
_DASHES = (
    "에(?:다가?|서)?|의|대시|대쉬|데시|하이[픈폰]|짝대기|작대기|빼기|마이너스|바|점|쩜|닷|국(?:번)?|번|별표"
    r"|(?:으?로|부터)\s?시작(?:하고|해서|하는데요?|하구요|이고)"
)
_PLACES = r"(?:맨\s?)?(?:앞|뒤|뒷|끝|마지막)(?:에|의)?\s?(?:[네세두한4]\s?)?(?:자리|번호)?수?"
_ENDINGS = (
    r"이?요|이?에[요여]|이?예요|이?고요?|이?구[요여]|입니다(?:만)?|인데요?|이?며|이?지요|이?죠|이?거든요|이?랑|하고요?|및"
    r"|[,;\n]|[.?!](?=\s)"
)
_DENIALS = (
    r"아니(?:야|다|지|요|오|여|죠|구나|네요?|잖아요?|고요?|라)?(?!\s?(?:근데|그런데|왜|면|어도|더라|신데|거든|니?까))"
    r"|아뇨|아녀|아냐|아닌데요?|아니[에예]요|아닙니다|(?:정정|수정|틀렸|틀려|틀리|실수|착각|헷갈)\S*"
    r"|잘못(?:\s?(?:했|말|불|드|눌|들|알|얘기)\S*)*"
)
_RESTARTS = (
    r"처음부터(?:\s?다시)?|다시\s?(?:한\s?번\s?)?(?:번호\s?)?"
    r"(?:할게|하겠|할께|말할|말씀\s?드|말하|부를|부르|불러\s?드|알려\s?드|얘기\s?할|얘기\s?드|시작|정정)\S*(?:\s드\S+)?"
)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<EXTENSION>내선(?:\s?번호)?[은는]?|교환(?:번호)?|구내(?:번호)?|ext\.?|extension|\s\#(?=\s?$))
        | (?P<CORRECTED>{_DENIALS}|{_RESTARTS})
        | (?P<DOUBTED>아니면|혹은|또는|[인던]가)
        | (?P<AGAIN>다시(?:\s?한\s?번)?)
        | (?P<SORRY>(?:죄송|미안)\S*|앗차?|아차|엇|아이[고구쿠]|어머나?|이런)
        | (?P<MIDDLE>(?:가운데|중간)(?:에|의)?\s?(?:[네세4]\s?)?(?:자리|번호)?)
        | (?P<ENDED>{_ENDINGS})
        | (?P<PLUS>\+|플러스|국가\s?번호[은는가]?)
        | (?P<HYPHEN>[-_·~*/\#]|(?<!\.)\.(?!\.))
        | (?P<SAID>그?\s?다음에?[은는]?|그리고|{_PLACES}|{_DASHES}|{_HESITATIONS}|은요|는요|[은는이가을를만]|[….~:]+)
        | (?P<SPACE>[\s()]+)
        | (?P<OTHER>.)""",
        re.VERBOSE | re.IGNORECASE,
    )
