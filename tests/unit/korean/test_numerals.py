import pytest
from hypothesis import given
from hypothesis import strategies as st

from korean.numerals import read_native, read_sino, say_native, say_sino


@given(st.integers(min_value=1, max_value=99))
def test_reads_native_numbers_as_it_says_them(number: int) -> None:
    said = say_native(number)

    read = read_native(said)

    assert read == number


@given(st.integers(min_value=0, max_value=99_999_999))
def test_reads_sino_korean_numbers_as_it_says_them(number: int) -> None:
    said = say_sino(number)

    read = read_sino(said)

    assert read == number


@given(st.text(alphabet="영공일이삼사오육륙칠팔구십백천만", max_size=12))
def test_says_what_it_reads_in_one_way_only(text: str) -> None:
    number = read_sino(text)

    # 륙, 공 and 일천 are other ways to say the same.
    plain = (
        text.replace("륙", "육").replace("공", "영").replace("일천", "천").replace("일백", "백").replace("일만", "만")
    )
    assert number is None or say_sino(number) in (plain, text)


@pytest.mark.parametrize(
    ("text", "number"), [("하나", 1), ("스물", 20), ("열둘", 12), ("석", 3), ("여덜", 8), ("쉰다섯", 55)]
)
def test_reads_native_numbers_that_count_nothing(text: str, number: int) -> None:
    read = read_native(text)

    assert read == number


@pytest.mark.parametrize("text", ["", "한두", "두세", "네다섯", "열열", "스무한", "세십", "시", "세 시"])
def test_reads_no_native_number_where_there_is_none(text: str) -> None:
    read = read_native(text)

    assert read is None


@pytest.mark.parametrize("text", ["", "이삼", "이삼십", "십십", "일십", "공일공", "삼백오천", "만만", "오 십"])
def test_reads_no_sino_korean_number_where_there_is_none(text: str) -> None:
    read = read_sino(text)

    assert read is None


@pytest.mark.parametrize("number", [0, 100, -3])
def test_refuses_to_say_natively_what_is_not_said_so(number: int) -> None:
    with pytest.raises(ValueError, match=f"native numbers go from 1 to 99, got {number}"):
        say_native(number)


@pytest.mark.parametrize("number", [-1, 100_000_000])
def test_refuses_to_say_what_is_too_great_or_negative(number: int) -> None:
    with pytest.raises(ValueError, match=f"from 0 to 99,999,999, got {number}"):
        say_sino(number)
