"""Numbers said in as many ways as callers find, and read back."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from korean.numerals import say_sino
from korean.phones import parse_phone
from korean.phones.plan import read_plan

SYLLABLES = dict(zip("0123456789", "공일이삼사오육칠팔구", strict=True))
OTHER_ZERO = SYLLABLES | {"0": "영"}
NATIVE = SYLLABLES | dict(
    zip("123456789", ["하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"], strict=True)
)
SPELLINGS = (SYLLABLES, OTHER_ZERO, NATIVE)
SEPARATORS = ("에 ", " 다시 ", " ", "-", "의 ", " 하이픈 ", ", ", "에 음 ", " 어 ")
OPENINGS = ("", "네 ", "음 ", "제 번호는 ", "어 그 전화번호가요 ", "연락처는 ")
ENDINGS = ("", " 입니다", "입니다", "로 전화 주세요", "번이요")


@st.composite
def groups(draw: st.DrawFn) -> tuple[str, ...]:
    """A number that exists, in its groups."""
    four = st.from_regex(r"[0-9]{4}", fullmatch=True)
    kind = draw(st.sampled_from(["mobile", "seoul", "area", "internet", "free", "virtual", "representative"]))
    exchange = draw(st.from_regex(r"[1-9][0-9]{2,3}", fullmatch=True))
    prefix = {
        "mobile": "010",
        "seoul": "02",
        "area": draw(st.sampled_from(["031", "033", "042", "051", "055", "064"])),
        "internet": "070",
        "free": "080",
        "virtual": draw(st.sampled_from(["0502", "0505", "0507"])),
        "representative": draw(st.sampled_from(["1544", "1588", "1600", "1899"])),
    }[kind]
    if kind == "representative":
        return prefix, draw(four)
    middle = {"mobile": draw(four), "internet": draw(four), "free": exchange[:3]}.get(kind, exchange)
    return prefix, middle, draw(four)


def said(group: str, way: int) -> str:
    """A group by its digits, or with its place values."""
    if way == len(SPELLINGS):
        return say_sino(int(group)) if group[0] != "0" and int(group) > 999 else said(group, 0)
    return "".join(SPELLINGS[way][digit] for digit in group)


@given(
    groups(),
    st.lists(st.integers(0, len(SPELLINGS)), min_size=3, max_size=3),
    st.sampled_from(SEPARATORS),
    st.sampled_from(OPENINGS),
    st.sampled_from(ENDINGS),
)
def test_what_is_said_is_understood(
    number: tuple[str, ...], ways: list[int], separator: str, opening: str, ending: str
) -> None:
    spoken = separator.join(said(group, way) for group, way in zip(number, ways, strict=False))

    understood = parse_phone(opening + spoken + ending)

    assert understood == expected(number)


@given(
    groups(), st.sampled_from(["-", " ", ".", "/", " - ", ""]), st.sampled_from(["", "#", "이요", "입니다", " 로요"])
)
def test_what_is_typed_is_understood(number: tuple[str, ...], separator: str, ending: str) -> None:
    typed = separator.join(number) + ending

    understood = parse_phone(typed)

    assert understood == expected(number)


@given(groups(), st.sampled_from(["이요", "이에요", "요", "예요", "이구요", "이고요", "인데요", "이라고요", " 맞아요"]))
def test_an_ending_is_no_digit_or_there_is_no_answer(number: tuple[str, ...], ending: str) -> None:
    spoken = "에 ".join(said(group, 0) for group in number) + ending

    understood = parse_phone(spoken)

    # Without the last digit and with a 2 for the ending, a landline number may be as good.
    assert understood in (expected(number), None)


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.lists(st.sampled_from(["", " "]), min_size=10, max_size=10))
@example("22222222", [" "] * 10)
def test_spaces_do_not_matter_to_a_mobile_number(subscriber: str, spaces: list[str]) -> None:
    syllables = [SYLLABLES[digit] for digit in f"010{subscriber}"]
    spaced = "".join(syllable + space for syllable, space in zip(syllables, [*spaces, ""], strict=True))

    understood = parse_phone(spaced + "입니다")

    assert understood == f"+8210{subscriber}"


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_the_number_after_a_correction_counts(first: str, second: str) -> None:
    wrong, right = (said(f"010{subscriber}", 0) for subscriber in (first, second))

    understood = parse_phone(f"{wrong}이요 아니 다시 할게요 {right}입니다")

    assert understood == f"+8210{second}"


@given(
    groups(),
    st.from_regex(r"[0-9]{4}", fullmatch=True),
    st.sampled_from(["아니", "아니요", "정정할게요", "아 죄송합니다", "틀렸어요"]),
    st.sampled_from(SEPARATORS),
)
def test_the_last_group_can_be_corrected(number: tuple[str, ...], wrong: str, correction: str, separator: str) -> None:
    *kept, last = (said(group, 0) for group in number)
    text = f"{separator.join([*kept, said(wrong, 0)])} {correction} {last}입니다"

    understood = parse_phone(text)

    # None where the new group resembles the one in the middle more, or makes a number of other groups as well.
    assert understood in (expected(number), None)


@given(
    st.from_regex(r"[0-9]{8}", fullmatch=True), st.integers(0, 7), st.sampled_from(["", "입니다", " 맞아요", "번이요"])
)
def test_a_missing_digit_is_not_made_up(subscriber: str, missing: int, ending: str) -> None:
    heard = subscriber[:missing] + subscriber[missing + 1 :]

    understood = parse_phone(f"공일공 {said(heard, 0)}{ending}")

    assert understood is None


@given(st.from_regex(r"[0-9]{4}", fullmatch=True), st.from_regex(r"[0-9]{4}", fullmatch=True))
def test_two_numbers_are_no_answer(first: str, second: str) -> None:
    text = f"010-2468-{first}이나 010-1357-{second}"

    understood = parse_phone(text)

    assert understood is None


@given(groups())
def test_decomposed_and_full_width_text_reads_the_same(number: tuple[str, ...]) -> None:
    text = f"제 번호는 {number[0]}에 {'에 '.join(said(group, 0) for group in number[1:])}입니다"
    full_width = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})

    understood = {parse_phone(unicodedata.normalize("NFD", text)), parse_phone(full_width)}

    assert understood == {expected(number)}


@given(
    st.text(
        alphabet="공영일이삼사오육륙칠팔구십백천만하나둘셋다섯에의다시아니요네 말고라-.,#*+0123456789내선번호원",
        max_size=60,
    )
)
def test_any_mixture_of_digits_has_a_valid_answer_or_none(text: str) -> None:
    understood = parse_phone(text)

    assert understood is None or read_plan(understood)


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    understood = parse_phone(text)

    assert understood is None or read_plan(understood)


def test_a_very_long_text_is_survived() -> None:
    texts = [
        "공일공 " * 5000,
        "이" * 20000,
        "아니 일 " * 5000,
        "010-" * 5000,
        "하나 둘 다시 " * 3000,
        "이천 이백 " * 3000,
    ]

    understood = [parse_phone(text) for text in texts]

    assert understood == [None] * len(texts)


def expected(number: tuple[str, ...]) -> str:
    return f"+82{''.join(number).removeprefix('0')}"
