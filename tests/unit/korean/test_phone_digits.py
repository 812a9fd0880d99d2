from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korean.digits import digit_groups

FOUND = {
    "공일공에 1234": ["공일공", "1234"],
    "오늘 이공이육 세 시": ["이공이육"],
    "하나둘셋 넷": ["하나둘셋", "넷"],
    "이천삼백에 천이백": ["이천삼백", "천이백"],
    "내일공일공이삼사오": ["공일공이삼사오"],
    "번호는공이에 삼사오": ["공이", "삼사오"],
    "01O-2345": ["01O", "2345"],
    "5678이요": ["5678"],
}
LEFT_OUT = [
    "",
    "이 번호로 주세요",
    "이영희 고객입니다",
    "강남구 삼성동 구매 사무실",
    "오후 세 시 삼십 분",
    "12월 3일 14:30",
    "2026-12-03",
    "이십사일에요",
    "삼만 오천 원",
    "35,000원 3개 2명",
    "칠팔년생",
    "구 번 눌렀어요",
]


@pytest.mark.parametrize(("text", "pieces"), FOUND.items())
def test_groups_stand_where_they_are_said(text: str, pieces: list[str]) -> None:
    groups = digit_groups(text)

    assert [text[group.start : group.end] for group in groups] == pieces


@pytest.mark.parametrize("text", LEFT_OUT)
def test_words_and_what_is_counted_are_no_groups(text: str) -> None:
    groups = digit_groups(text)

    assert groups == []


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("오육칠팔이요", ("5678", "56782")),
        ("오육칠팔 이요", ("5678",)),
        ("오육칠이구요", ("567", "56729", "5672")),
        ("오육칠구요", ("5679", "567")),
        ("오육칠일 거예요", ("567", "5671")),
        ("오육칠팔이십니다", ("5678",)),
        ("오육칠팔오후에", ("5678", "56785")),
        ("이천이요", ("2000",)),
        ("이천이예요", ("2000", "2002")),
        ("천이백삼십사", ("1234",)),
        ("공영령빵제로", ("00000",)),
        ("육륙", ("66",)),
    ],
)
def test_an_ending_may_be_a_digit(text: str, readings: tuple[str, ...]) -> None:
    group = digit_groups(text)[0]

    assert group.readings == readings


@given(st.text(alphabet="공일이삼사오육칠팔구십백천만하나둘 요에-0123456789월시원", max_size=50))
def test_groups_are_digits_in_their_order(text: str) -> None:
    groups = digit_groups(text)

    assert all(reading.isdigit() or not reading for group in groups for reading in group.readings)
    assert all(before.end <= after.start for before, after in pairwise(groups))
