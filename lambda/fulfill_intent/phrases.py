"""What callers say at any point of a conversation: yes, no, a person please, once more, never mind.

Lex hands over any words as the value of a free-form slot, so these must be known by the words themselves. All
patterns work on text without blanks and marks, because speech recognition spaces as it likes. What must not be taken
for a part of a longer wish ("결제됐어요" holds "됐어요") has to be all that is said.
"""

import re
import unicodedata

from fulfill_intent.vocabulary import ENOUGH, FAREWELL, FILLER, GREETING, MORE, NO, NOTHING, YES

# Zero-width and other invisible characters count as marks.
_MARKS = re.compile(r"[\W_]+")

_LONGEST = 10  # characters of a phrase
_MOST = 60  # characters of what is nothing but phrases

_PERSON = re.compile(
    r"상담(?:원|사|직원)|교환원|직원(?:분|이|을|한테|으로|하고|과|연결|바꿔|좀|$)|담당자|책임자|매니저"
    r"|사람(?:이랑|하고|과|으로|을|한테|이요|이에요|좀|연결|바꿔|불러|이랑요|나와|$)|상담연결|연결해(?:주세요|줘|주시)"
)
_REPEAT = re.compile(
    r"다시(?:한번|말|들려|들을|듣고|안내|설명|얘기|이야기|불러|읽어)|^(?:네|아|어|음|저기)*다시요?$|한번(?:만)?더|반복해|뭐라고|뭐라구|뭐라는|뭐라하"
    r"|못들었|잘안들|안들(?:려|리|렸)|잘못들었|못알아들|^(?:네|예|어)?(?:뭐|뭐요|뭔가요|무슨말|무슨말씀이세요)$|무슨말(?:씀)?이|천천히말|천천히좀"
)
_LATEST = re.compile(r"최근|마지막|최신|가장늦|제일늦|방금(?:주문|산|한)|아까주문|지난번(?:에)?주문|요전에주문|latest")
_UNKNOWN = re.compile(r"모르겠|모릅|몰라|모르는데|기억이?안|기억(?:을)?못|생각이?안|못찾겠|까먹|잊어버|없어요|안적어")
_THIS_NUMBER = re.compile(
    r"(?:이|지금|현재|제|내|요|그|저)(?:거신|거는|건|전화|쓰는|사용하는)*(?:전화|핸드폰|휴대폰|휴대전화|연락처)?번호|(?:지금)?거신(?:번호|데|전화|걸)"
    r"|이걸로|이리로|이쪽으로|여기로|이전화|이핸드폰|이휴대폰|같은번호|이폰"
)
_OTHER_NUMBER = re.compile(
    r"다른(?:번호|데|곳|전화|핸드폰|휴대폰|걸로|거|연락처)|번호(?:가|는|를|도)?(?:좀)?(?:말고|아니|틀|잘못|바꾸|바꿔|바뀌|변경|달라|다르)|말고"
)


def squeeze(text: str) -> str:
    """Return `text` in one Unicode form, small letters, without blanks and marks.

    >>> squeeze("네, 맞 아요! OK")
    '네맞아요ok'
    """
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()


def is_yes(text: str) -> bool:
    """Whether somebody agrees and says nothing else.

    >>> is_yes("네, 맞습니다"), is_yes("네 시요"), is_yes("음..."), is_yes("네 아니요"), is_yes("ㅇㅇ")
    (True, False, False, False, True)
    """
    return _only(text, YES, FILLER | FAREWELL)


def is_no(text: str) -> bool:
    """Whether somebody denies and says nothing else.

    >>> is_no("아니요, 틀렸어요"), is_no("아니 네 시요")
    (True, False)
    """
    return _only(text, NO, FILLER)


def is_done(text: str) -> bool:
    """Whether somebody who is asked what else there is wants nothing more.

    >>> is_done("아니요, 없어요"), is_done("네 감사합니다"), is_done("아 네 알겠습니다"), is_done("네")
    (True, True, True, False)
    """
    return _only(text, NO | NOTHING | ENOUGH | FAREWELL, FILLER | YES)


def has_more(text: str) -> bool:
    """Whether somebody who is asked what else there is wants something, without saying what.

    >>> has_more("네"), has_more("네 하나 더요"), has_more("네 쿠폰이요")
    (True, True, False)
    """
    return _only(text, YES | MORE, FILLER)


def gives_up(text: str) -> bool:
    """Whether somebody does not want what is being asked about any more.

    >>> gives_up("아니요 됐어요"), gives_up("결제됐어요"), gives_up("나중에 걸게요"), gives_up("끊을게요")
    (True, False, True, True)
    """
    return _only(text, ENOUGH | FAREWELL, FILLER | NO | YES)


def greets(text: str) -> bool:
    """Whether somebody says hello, or yes before anything was asked, and nothing else.

    >>> greets("여보세요?"), greets("네, 안녕하세요"), greets("안녕하세요 배송이요")
    (True, True, False)
    """
    return _only(text, GREETING | YES, FILLER)


def wants_person(text: str) -> bool:
    """Whether a person is asked for.

    >>> wants_person("상담원이요"), wants_person("사람 바꿔 주세요"), wants_person("네")
    (True, True, False)
    """
    return bool(_PERSON.search(squeeze(text)))


def wants_repeat(text: str) -> bool:
    """Whether somebody did not hear or understand.

    >>> wants_repeat("다시 말씀해 주세요"), wants_repeat("뭐라고요?"), wants_repeat("공일공 다시 일이삼사")
    (True, True, False)
    """
    return bool(_REPEAT.search(squeeze(text)))


def means_latest(text: str) -> bool:
    """Whether the latest order is meant.

    >>> means_latest("최근 주문이요"), means_latest("제일 마지막에 산 거요")
    (True, True)
    """
    return bool(_LATEST.search(squeeze(text)))


def does_not_know(text: str) -> bool:
    """Whether somebody does not know what is asked for.

    >>> does_not_know("주문 번호를 모르겠어요")
    True
    """
    return bool(_UNKNOWN.search(squeeze(text)))


def means_this_number(text: str) -> bool:
    """Whether the number that calls is meant.

    >>> means_this_number("이 번호로 주세요"), means_this_number("다른 번호로요"), means_this_number("번호가 틀려요")
    (True, False, False)
    """
    squeezed = squeeze(text)
    return bool(_THIS_NUMBER.search(squeezed)) and not _OTHER_NUMBER.search(squeezed)


def means_other_number(text: str) -> bool:
    """Whether another number than the one that was offered is wanted.

    >>> means_other_number("아니요 다른 번호로 할게요"), means_other_number("네")
    (True, False)
    """
    return bool(_OTHER_NUMBER.search(squeeze(text)))


def _only(text: str, wanted: frozenset[str], besides: frozenset[str]) -> bool:
    """Whether `text` is nothing but these phrases, one of those `wanted` among them."""
    squeezed = squeeze(text)
    if len(squeezed) > _MOST:
        return False
    # For each place that phrases lead up to: whether one of those wanted can be among them.
    reached: dict[int, bool] = {0: False}
    for start in range(len(squeezed)):
        if start not in reached:
            continue
        for end in range(start + 1, min(start + _LONGEST, len(squeezed)) + 1):
            phrase = squeezed[start:end]
            if phrase in wanted or phrase in besides:
                reached[end] = reached.get(end, False) or reached[start] or phrase in wanted
    return reached.get(len(squeezed), False)
