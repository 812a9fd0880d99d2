"""Whether an answer says yes or no.

What begins with a no is one, since a correction follows it ("아니 네 시요"). A yes is one only if nothing else is said:
what is confirmed must be what was read out, and "네 시요" is four o'clock.
"""

import re

from aicc_local.lex.letters import joined

_NO = re.compile("아니|아뇨|안(돼|되|할|해|하|맞)|싫|틀(려|렸|린)|다르|달라|됐(어|습니다|네)|하지(마|말)|필요가?없|no$")
_YES = re.compile(
    "(네|넵|넹|예|옙|응|웅|어|그래요?|그럼요?|그렇(죠|습니다)|그러(세요|죠|시죠)|물론(이죠|입니다)?|당연하죠|오케이?|yes|ok"
    "|맞(아요?|습니다|네요|죠|는데요|는것같아요|다)|(좋|괜찮)(아요?|습니다|네요|죠|은데요)|정확(해요|합니다)"
    "|(확인했|알겠)(습니다|어요)|알았어요|[그이]대로|그렇게|그걸로|그(시간|번호|때)(에|으?로)|다|전부|좀|꼭"
    "|(진행|예약)?(해주세요|해줘요?|할게요|하겠습니다)|해주시면(돼요|됩니다)|하(세요|죠|면돼요|면됩니다)|돼요|됩니다"
    "|부탁(드려요|드립니다|드릴게요|해요|합니다)|고마워요|감사합니다)+"
)
# By themselves these are a way to say no as well.
_EITHER = frozenset(("괜찮아요", "괜찮습니다", "다", "좀", "꼭", "전부", "어", "감사합니다", "고마워요", "그럼"))


def says_yes(text: str) -> bool | None:
    """True for yes, False for no, None for neither.

    >>> says_yes("네, 그렇게 해 주세요"), says_yes("아니요 괜찮아요"), says_yes("네 시요")
    (True, False, None)
    """
    said = joined(text)
    if _NO.match(said):
        return False
    return True if said not in _EITHER and _YES.fullmatch(said) else None
