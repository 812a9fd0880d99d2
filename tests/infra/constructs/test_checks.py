from collections.abc import Callable

import pytest
from aws_cdk import Aws, Stack, Token

from aicc_constructs import InvalidInput
from aicc_constructs.checks import check_choice, check_description, check_length, check_name, check_range, is_token

Refusal = Callable[[Callable[[], object]], str]


def test_a_refusal_is_a_value_error_of_place_problem_and_cure() -> None:
    error = InvalidInput("queue 'Aicc': name", "is 'Aicc'", "name it otherwise")

    assert isinstance(error, ValueError)
    assert str(error) == "queue 'Aicc': name: is 'Aicc'; name it otherwise"


def test_tokens_are_told_from_texts() -> None:
    assert is_token(Aws.REGION)
    assert is_token(f"name-{Aws.REGION}")
    assert not is_token("${queue.general}")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "here: the name is empty; use 1 to 127 characters"),
        ("n" * 128, f"here: '{'n' * 40}'... has 128 characters; use at most 127"),
        (
            "상담",
            "here: '상담' holds characters whose metrics CloudWatch drops: '상담'; "
            "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%; and put Korean into the description",
        ),
        (
            "a*b",
            "here: 'a*b' holds characters whose metrics CloudWatch drops: '*'; "
            "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%;",
        ),
    ],
)
def test_a_name_without_metrics_is_refused(name: str, message: str, refusal: Refusal) -> None:
    assert refusal(lambda: check_name("here", name)) == message


@pytest.mark.parametrize(
    "name",
    # A token's text holds a number that differs from one worker to the next.
    ["a", "n" * 127, "Aicc General, 1st-line_/#", pytest.param(Aws.STACK_NAME, id="token")],
)
def test_a_name_with_metrics_passes(name: str) -> None:
    check_name("here", name)


@pytest.mark.parametrize(("text", "length"), [("", 0), ("긴 말", 3)])
def test_a_length_outside_is_refused(text: str, length: int, refusal: Refusal) -> None:
    assert refusal(lambda: check_length("here", text, 2)) == f"here: {text!r} has {length} characters; use 1 to 2"


def test_a_length_inside_or_unknown_passes() -> None:
    check_length("here", "12", 2)
    check_length("here", "", 2, minimum=0)
    check_length("here", Aws.STACK_NAME, 2)


def test_a_description_may_be_absent_but_not_empty(refusal: Refusal) -> None:
    check_description("here", None)
    check_description("here", "가" * 250)

    assert refusal(lambda: check_description("here", "")) == "here: description: '' has 0 characters; use 1 to 250"


@pytest.mark.parametrize("value", [0, 11, 0.5])
def test_a_number_outside_is_refused(value: float, refusal: Refusal) -> None:
    message = refusal(lambda: check_range("here", value, 1, 10, unit=" MiB"))

    assert message == f"here: {value} is outside 1 to 10 MiB; choose a value inside"


def test_a_number_inside_or_unknown_passes(stack: Stack) -> None:
    check_range("here", 1, 1, 10)
    check_range("here", 10, 1, 10)
    check_range("here", Token.as_number({"Ref": "Limit"}), 1, 10)


def test_a_misspelt_choice_is_refused_with_the_nearest(refusal: Refusal) -> None:
    message = refusal(lambda: check_choice("here", "SALM", {"SAML", "CONNECT_MANAGED"}))

    assert message == "here: 'SALM' is not known; did you mean 'SAML'?"


def test_a_strange_choice_is_refused_with_all_there_are(refusal: Refusal) -> None:
    message = refusal(lambda: check_choice("here", "x", {"SAML", "CONNECT_MANAGED"}))

    assert message == "here: 'x' is not known; use one of CONNECT_MANAGED, SAML"


def test_a_choice_known_only_at_deploy_passes() -> None:
    check_choice("here", Aws.REGION, {"SAML"})
