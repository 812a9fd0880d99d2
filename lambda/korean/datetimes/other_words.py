"""The words that decide about a time without saying one: it is over, open, taken back, refused."""

from collections.abc import Iterator

from korean.datetimes.lexicon import WEEKDAYS, Entry
from korean.datetimes.tokens import Kind
from korean.numerals import SINO_SYLLABLES

_WORDS = {
    Kind.PAST: (
        "어제 어저께 그저께 그끄저께 엊그제 엊그저께 지난주 지지난주 저번주 지난달 저번달 지난해 작년 재작년 "
        "어젯밤 간밤 지난밤 아까 방금"
    ),
    Kind.UNCLEAR: (
        "매일 매주 매달 매월 격주 다음날 담날 그다음 그담 이튿날 익일 후년 내후년 월초 주초 이맘때 심야 월수금 "
        "화목토 월화수 둘째 셋째 넷째 다섯째 첫째 반나절 한나절 중순 하순 상순 그시간 같은시간 그전에 그전까지 "
        "그이전 그뒤에 그후에 그이후 사나흘 네댓새 대엿새 하루이틀 이틀사흘 사흘나흘 저모레 그모레 그때 그날 당일 "
        "같은날 전날 영업시간 운영시간 "
        "tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday next noon"
    ),
    Kind.NAMED_DAY: (
        "평일 주중 휴일 공휴일 연휴 명절 설날 추석 크리스마스 성탄절 연말 연초 새해 광복절 개천절 한글날 현충일 "
        "삼일절 제헌절 노동절 근로자의날 어린이날 어버이날 스승의날 석가탄신일 부처님오신날 생일 기념일 월급날"
    ),
    Kind.CORRECTION: "아니 아냐 아뇨 아참 아차 정정 잘못말",
    Kind.APOLOGY: (
        "죄송해요 죄송합니다 죄송한데 죄송한데요 죄송 미안해요 미안합니다 미안한데 잠깐만요 잠깐만 잠시만요 잠시만 "
        "잘못봤어요 헷갈렸어요 착각했어요"
    ),
    Kind.OR: "아니면 아님 또는 혹은 아니어도 아니라도",
    Kind.REFUSAL: (
        "안되 안돼 안됩 안될 안된 안됨 안괜찮 안좋 못받 못해 못합 못하 못할 어려 어렵 힘들 힘든 곤란 바빠 바쁘 "
        "바쁜 바쁠 불가 싫 부재중 좀그렇 회의라 회의여 회의가있 회의중 시간이없 시간없 시간은없 운전중"
    ),
    Kind.REQUEST: (
        "주세요 주십시 주시면 주실 주시겠 주셨으면 부탁 바랍 바래요 바라요 드려요 드립니다 원해 원합 희망 좋겠 "
        "좋을 괜찮 돼요 됩니다 안될까 안되나"
    ),
    Kind.CHANGE: "바꿔 바꾸 변경 옮겨 옮기 미뤄 미루 당겨 앞당 늦춰",
    Kind.NOW: "지금 현재 당장 즉시",
    Kind.OTHER: (
        "콜백 당일배송 당일발송 당일출고 오늘의집 내일배움 내일투어 "
        "한시라도 한시가급 한시바삐 한시적 한시름 일시불 삼시세끼 사시사철 엔진오일 오일교환 십분이해 십분활용 "
        "이일때문 이일로 이일은 이일을 이일관련 아니고 아니라 아니구 아닌"
    ),
}
_DAY_NAME = f"[{WEEKDAYS}](?:요일|욜)"
_COUNTED_FROM = "(?=[가-힣0-9]{0,3}[루틀흘새레름일주달월][뒤후])"
_NO_NUMBER = f"(?![{SINO_SYLLABLES}])"
_SINGLE_WORDS = {
    "그제": Entry(Kind.PAST, follows="(?![서야])", apart=True),
    "지난": Entry(Kind.PAST, follows=f"(?={_DAY_NAME})"),
    "저번": Entry(Kind.PAST, follows=f"(?={_DAY_NAME})"),
    "마다": Entry(Kind.UNCLEAR, follows="(?![한하할])"),
    "그주": Entry(Kind.UNCLEAR, follows=f"(?={_DAY_NAME})"),
    "첫": Entry(Kind.UNCLEAR, follows=f"(?=(?:번째)?(?:주(?!문)|{_DAY_NAME}))"),
    "마지막": Entry(Kind.UNCLEAR, follows=f"(?=주(?!문)|날|{_DAY_NAME})"),
    # 주말고 is "instead of the week", 주말 고객센터 a weekend.
    "주말": Entry(Kind.NAMED_DAY, follows="(?!고(?!객)|[토일](?:요일|욜))"),
    "월말": Entry(Kind.NAMED_DAY, follows="(?!고(?!객))"),
    "신정": Entry(Kind.NAMED_DAY, apart=True),
    "구정": Entry(Kind.NAMED_DAY, apart=True),
    "일일이": Entry(Kind.OTHER, follows=_NO_NUMBER),
    "이일이": Entry(Kind.OTHER, follows=_NO_NUMBER),
    # "Yes, the time ..."; not four hours.
    "네시간": Entry(Kind.OTHER, follows="(?=은|이?(?:되|돼|괜|가능|나면|편|좋))"),
    # Do not call; not "mind you are not late".
    **{
        word: Entry(Kind.REFUSAL, follows=f"(?<=[하주걸]지{word})")
        for word in ("마세", "마시고", "마십시", "마요", "말아")
    },
    # Three days from today on: today is no beginning.
    "오늘부터": Entry(Kind.OTHER, follows=_COUNTED_FROM),
    "오늘로부터": Entry(Kind.OTHER, follows=_COUNTED_FROM),
    "안내": Entry(Kind.OTHER, follows="(?=일[정시])"),
}
# One or two, two or three, ... hours.
_ABOUT = "한두 두세 세네 서너 너댓 네댓 네다섯 대여섯 예닐곱 일고여덟 여덟아홉 두어"
_UNITS = "시간 분 일 주 달 개월"


def other_words() -> Iterator[tuple[str, Entry]]:
    """Every word with what it does."""
    for kind, words in _WORDS.items():
        yield from ((word, Entry(kind)) for word in words.split())
    yield from _SINGLE_WORDS.items()
    for number in _ABOUT.split():
        yield f"{number}시", Entry(Kind.UNCLEAR)
        for unit in _UNITS.split():
            yield f"{number}{unit}", Entry(Kind.UNCLEAR)
            yield f"{number}{unit}전", Entry(Kind.PAST)
    for some in ("며칠", *(f"몇{unit}" for unit in _UNITS.split())):
        yield some, Entry(Kind.UNCLEAR, follows="(?=(?:정도|쯤)?(?:뒤|후|이따|있다|안에|내로|이내))")
        yield f"{some}전", Entry(Kind.PAST)
