import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicc_core.phone import normalise
from korean.phones import parse_phone


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("010-1234-5678", "+821012345678"),
        ("01012345678", "+821012345678"),
        ("+82 (0)10 1234 5678", "+821012345678"),
        ("０１０-1234-5678", "+821012345678"),
        ("02-123-4567", "+8221234567"),
        ("070 1234 5678", "+827012345678"),
        ("1588-1234", "+8215881234"),
        ("+1 650 253 0000", "+16502530000"),
    ],
)
def test_spells_a_number_in_one_way(written: str, expected: str) -> None:
    number = normalise(written)

    assert number == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "anonymous",
        "112",
        "010-123-4567",
        "+82101234567",
        "010-1234-56789",
        "011-234-5678",
        "060-700-1234",
        "1234567890",
        "+266696687",
    ],
)
def test_refuses_what_cannot_be_called(written: str) -> None:
    number = normalise(written)

    assert number is None


@given(st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_every_mobile_number_has_one_spelling(subscriber: str) -> None:
    spellings = {f"010{subscriber}", f"+82 10-{subscriber}", f"010-{subscriber[:4]}-{subscriber[4:]}"}

    numbers = {normalise(spelling) for spelling in spellings}

    assert numbers == {f"+8210{subscriber}"}


@given(st.from_regex(r"(\+82|0082|0|1)[0-9]{6,11}", fullmatch=True))
def test_what_is_heard_and_what_is_dialled_have_one_spelling(dialled: str) -> None:
    heard = parse_phone(dialled)

    assert heard in (None, normalise(dialled.replace("0082", "+82", 1)))
