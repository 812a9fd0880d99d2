"""What holds for any text, and for the same text in another spelling."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from korean.personal_data import find_personal_data, mask

NUMBERS = st.one_of(
    st.from_regex(r"01[016789][-. ]?[2-9][0-9]{3}[-. ]?[0-9]{4}", fullmatch=True),
    st.from_regex(r"0(2|31|51|70)-[0-9]{3,4}-[0-9]{4}", fullmatch=True),
    st.from_regex(r"[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])-[1256][0-9]{6}", fullmatch=True),
    st.from_regex(r"[45][0-9]{3}-[0-9]{4}-[0-9]{4}-[0-9]{4}", fullmatch=True),
    st.from_regex(r"(110-[0-9]{3}-[0-9]{6}|3333-[0-9]{2}-[0-9]{7}|1002-[0-9]{3}-[0-9]{6})", fullmatch=True),
    st.from_regex(r"[a-z][a-z0-9._]{0,8}[a-z0-9]@[a-z]{2,8}\.(com|co\.kr)", fullmatch=True),
)
INTRODUCTIONS = st.sampled_from(["", "네 ", "그건 ", "제가 쓰는 건 ", "확인 부탁드려요 ", "음 어 "])
ENDINGS = st.sampled_from(["", "이요", "입니다", "이에요", "로 해 주세요", ", 맞아요", "."])
READINGS = dict(zip("0123456789", "공일이삼사오육칠팔구", strict=True))
# What numbers, their names and their pauses are made of: more of it goes wrong than of any text.
PIECES = st.sampled_from(
    [
        "공",
        "일",
        "이",
        "삼",
        "오",
        "구",
        "공일공",
        "일이삼사",
        "이오팔공",
        "이요",
        "이에요",
        "구요",
        "고요",
        "에",
        "다시",
        "아니요",
        "음",
        ",",
        "-",
        ".",
        "(",
        ")",
        "+",
        "@",
        "골뱅이",
        "네이버",
        "닷컴",
        "계좌",
        "카드번호",
        "주문번호",
        "주민번호",
        "뒷자리",
        "전화",
        "운송장",
        "말고",
        "010",
        "2580",
        "3691",
        "110",
        "234567890",
        "900412",
        "1048372",
        "4242",
        "a",
        "82",
        "1588",
        "원",
        "[PHONE]",
        "[NUMBER]",
        "\u200b",
        "가",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(PIECES, st.just(" ")), max_size=25).map("".join),
    st.lists(PIECES, max_size=15).map(" ".join),
)


@given(TEXTS)
@example("½½ ½½ 010-2580-3691½")
@example("\ud800010-2580-3691")
def test_spans_are_in_order_apart_and_true_to_the_text(text: str) -> None:
    spans = find_personal_data(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(span.value == text[span.start : span.end] for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(TEXTS)
def test_masking_changes_the_spans_and_nothing_else(text: str) -> None:
    spans = find_personal_data(text)

    masked = mask(text)

    for span in reversed(spans):
        text = f"{text[: span.start]}[{span.type}]{text[span.end :]}"
    assert masked == text


@given(TEXTS)
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask(text)

    twice = mask(once)

    assert twice == once


@given(INTRODUCTIONS, NUMBERS, ENDINGS)
def test_shows_nothing_of_what_it_found(introduction: str, number: str, ending: str) -> None:
    masked = mask(f"{introduction}{number}{ending}")

    assert re.fullmatch(rf"{re.escape(introduction)}\[[A-Z]+\]{re.escape(ending)}", masked)


@given(
    INTRODUCTIONS, st.lists(NUMBERS, min_size=2, max_size=4), st.sampled_from([", ", " 그리고 ", "이고 ", "/", "\n"])
)
def test_finds_each_of_several(introduction: str, numbers: list[str], separator: str) -> None:
    found = find_personal_data(introduction + separator.join(numbers))

    assert [span.value for span in found] == numbers


@given(
    st.from_regex(r"010[2-9][0-9]{3}[0-9]{4}", fullmatch=True),
    st.sampled_from([" ", "에 ", " 다시 ", " 음 ", ", ", "요 ", ""]),
    st.sampled_from(["이요", "입니다", "", " 이 번호예요", "인데요"]),
)
def test_finds_a_mobile_number_however_it_is_said(number: str, pause: str, ending: str) -> None:
    said = pause.join("".join(map(READINGS.__getitem__, part)) for part in (number[:3], number[3:7], number[7:]))

    found = find_personal_data(f"제 번호는 {said}{ending}")

    assert [(span.type, span.value) for span in found] == [("PHONE", said)]


@given(INTRODUCTIONS, NUMBERS, ENDINGS)
def test_finds_the_same_in_another_spelling(introduction: str, number: str, ending: str) -> None:
    plain = find_personal_data(f"{introduction}{number}{ending}")
    wide = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})

    for spelt in (number.translate(wide), "\u200b".join(number), number.replace("-", "\u2013")):
        found = find_personal_data(
            unicodedata.normalize("NFD", introduction) + spelt + unicodedata.normalize("NFD", ending)
        )
        assert [(span.type, span.value) for span in found] == [(plain[0].type, spelt)]


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "공이구요 ", "a@a", "계좌 1234567, ", "010-2580-3691 ", "골뱅이 ", "\u0301", "é각"]
)
def test_reads_long_texts(piece: str) -> None:
    masked = mask(piece * 500)

    assert mask(masked) == masked
