from datetime import date

import pytest

from aicc_core.errors import MalformedEvent
from authenticate_customer.proof import read_proof

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("answer", ["19900131", " 1990-01-31 ", "1990.01.31", "1990/01/31"])
def test_reads_a_birth_date(answer: str) -> None:
    proof = read_proof("birth_date", answer, today=TODAY)

    assert proof == "19900131"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "Timeout",
        "900131",
        "19900230",
        "19901301",
        "20261122",
        "20991231",
        "18991231",
        "１９９００１３１",
        "199001310",
    ],
)
def test_refuses_what_is_no_past_date(answer: str) -> None:
    proof = read_proof("birth_date", answer, today=TODAY)

    assert proof is None


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("20261122", "20261122"),
        ("20261122-0000123", "20261122-0000123"),
        ("kr-ab12-cd34", "KR-AB12-CD34"),
        (" 2026 1122 7788 ", "202611227788"),
        ("A" * 20, "A" * 20),
    ],
)
def test_reads_an_order_number(answer: str, expected: str) -> None:
    proof = read_proof("order_number", answer, today=TODAY)

    assert proof == expected


@pytest.mark.parametrize("answer", ["", "1234567", "A" * 21, "주문-20261122", "2026_1122", "20261122#"])
def test_refuses_what_is_no_order_number(answer: str) -> None:
    proof = read_proof("order_number", answer, today=TODAY)

    assert proof is None


@pytest.mark.parametrize("method", ["birth_date", "order_number"])
@pytest.mark.parametrize("answer", ["9001311234567", "900131-1234567", "900131 1 234567", "9-0-0-1-3-1-1-2-3-4-5-6-7"])
def test_never_takes_a_resident_registration_number(method: str, answer: str) -> None:
    proof = read_proof(method, answer, today=TODAY)

    assert proof is None


def test_names_the_methods_there_are_but_not_the_one_it_got() -> None:
    with pytest.raises(MalformedEvent) as caught:
        read_proof("9001311234567", "", today=TODAY)

    assert str(caught.value) == "Details.Parameters.Method must be one of birth_date, order_number"
