import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicc_core.masking import mask

SEPARATORS = ["", " ", "-", ".", " - ", "\u00a0", "\u2013", "\uff0d", "\u200b", ") "]


@pytest.mark.parametrize(
    "number",
    [
        "01012345678",
        "010-1234-5678",
        "010 1234 5678",
        "010.1234.5678",
        "(02) 123-4567",
        "+82 10-1234-5678",
        "+82 (0)10 1234 5678",
        "0 1 0 1 2 3 4 5 6 7 8",
        "０１０－１２３４－５６７８",
        "1588-1234",
        "900101-1234567",
        "9001011234567",
        "4111 1111 1111 1111",
        "19900101",
        "1990-01-01",
    ],
)
def test_replaces_numbers_however_they_are_spaced(number: str) -> None:
    text = f"caller {number}, keyed"

    masked = mask(text)

    assert masked == "caller [NUMBER], keyed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("연락처는 공일공 이오팔공 삼육구일이요", "연락처는 [PHONE]이요"),
        ("주민번호 뒷자리는 1048372예요", "주민번호 뒷자리는 [RRN]예요"),
        ("메일은 지혜 골뱅이 네이버 닷컴이요", "메일은 [EMAIL]이요"),
        ("계좌 110-234-567890, 운송장 6011-2233-4455", "계좌 [ACCOUNT], 운송장 [NUMBER]"),
        ("생일은 1990.04.12이고 메일은 jihye@example.com", "생일은 [NUMBER]이고 메일은 [EMAIL]"),
        ("주문 1234567에서 2개요", "주문 1234567에서 2개요"),
    ],
)
def test_masks_what_callers_say_and_then_every_long_number(text: str, expected: str) -> None:
    masked = mask(text)

    assert masked == expected


def test_keeps_what_an_operator_needs_in_korean_text_too() -> None:
    text = "계좌 문의 4a573372-1f28-4e26-b97b-00000000001a 2026-11-22T10:00:00Z 통장 확인"

    masked = mask(text)

    assert masked == text


def test_masks_decomposed_syllables_too() -> None:
    text = unicodedata.normalize("NFD", "공일공 이오팔공 삼육구일")

    masked = mask(text)

    assert masked == "[PHONE]"


def test_replaces_email_addresses() -> None:
    masked = mask("mail <kim.cs+1@mail.example.co.kr>, please")

    assert masked == "mail <[EMAIL]>, please"


@pytest.mark.parametrize(
    "text",
    [
        "4a573372-1f28-4e26-b97b-00000000001a",
        "12345678-1234-1234-1234-123456789012",
        "arn:aws:connect:ap-northeast-2:111122223333:instance/12345678-1234-1234-1234-123456789012",
        "arn:aws:lambda:ap-northeast-2:111122223333:function:authenticate",
        "2026-11-22T10:00:00.123456+09:00",
        "2026-11-22T10:00:00Z",
        "2026-11-22 10:00:00,123+0900",
        "1-5759e988-12345678e1be46a994272793",
        "callback 0123456789abcdef0123456789012345",
        "attempt 3 of 5 after 1.25 s, 1234567",
    ],
)
def test_keeps_what_an_operator_needs(text: str) -> None:
    masked = mask(text)

    assert masked == text


@pytest.mark.parametrize("text", ["0" * 32, "a" + "0" * 32, "a0" * 15 + "12345678"])
def test_keeps_no_other_run_of_digits(text: str) -> None:
    assert mask(text) != text


@given(
    around=st.tuples(st.text(max_size=12), st.text(max_size=12)),
    groups=st.tuples(
        st.sampled_from(["010", "02", "031", "070", "+8210", "+82-2"]),
        st.from_regex(r"[2-9][0-9]{2,3}", fullmatch=True),
        st.from_regex(r"[0-9]{4}", fullmatch=True),
    ),
    separator=st.sampled_from(SEPARATORS),
)
def test_never_leaves_a_telephone_number(around: tuple[str, str], groups: tuple[str, str, str], separator: str) -> None:
    number = separator.join(groups)

    masked = mask(f"{around[0]}{number}{around[1]}")

    assert number not in masked
    assert re.sub(r"\D", "", number) not in re.sub(r"\D", "", masked)


@given(
    around=st.tuples(st.text(max_size=12), st.text(max_size=12)),
    birth=st.dates().map(lambda day: day.strftime("%y%m%d")),
    rest=st.from_regex(r"[1-8][0-9]{6}", fullmatch=True),
    separator=st.sampled_from(SEPARATORS),
)
def test_never_leaves_a_resident_registration_number(
    around: tuple[str, str], birth: str, rest: str, separator: str
) -> None:
    number = f"{birth}{separator}{rest}"

    masked = mask(f"{around[0]}{number}{around[1]}")

    assert number not in masked
    assert rest not in masked


@given(st.text(alphabet="0123456789-. +:T@aZ[]k(공이요", max_size=60))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask(text)

    twice = mask(once)

    assert twice == once
