from typing import cast

import pytest

from aicc_core.answer import LARGEST_ANSWER, make_answer
from aicc_core.errors import AnswerError


def test_returns_the_values_in_the_order_of_the_keys() -> None:
    answer = make_answer(("outcome", "name"), {"name": "김", "outcome": "open"})

    assert list(answer.items()) == [("outcome", "open"), ("name", "김")]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "missing keys: name, outcome"),
        ({"outcome": "", "name": "", "extra": ""}, "unknown keys: extra"),
        ({"outcome": True, "name": None}, "not texts: name, outcome"),
    ],
)
def test_names_the_keys_that_are_wrong(values: dict[str, object], message: str) -> None:
    with pytest.raises(AnswerError) as caught:
        make_answer(("outcome", "name"), cast("dict[str, str]", values))

    assert str(caught.value) == message


def test_accepts_the_largest_answer_and_refuses_one_byte_more() -> None:
    room = LARGEST_ANSWER - len('{"text": ""}')
    largest = "가" * (room // 3) + "a" * (room % 3)

    make_answer(("text",), {"text": largest})

    with pytest.raises(AnswerError, match="answer must be at most 32768 bytes, got 32769"):
        make_answer(("text",), {"text": largest + "a"})
