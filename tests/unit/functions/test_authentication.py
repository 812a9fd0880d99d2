from datetime import UTC, datetime, timedelta

import pytest

from aicc_core.errors import Contention
from authenticate_customer.logic import Claim, Outcome, Verdict
from tests.unit.functions.shop import KIM, NOW, UNKNOWN, Shop, right, wrong


@pytest.mark.parametrize(
    "claim", [right(), right(phone="010-1234-5678"), right(method="order_number", answer="kr-2026-1122")]
)
def test_a_right_proof_authenticates(claim: Claim) -> None:
    verdict = Shop().ask(claim)

    assert verdict == Verdict(Outcome.AUTHENTICATED, KIM, 5)


def test_a_birth_date_is_no_order_number() -> None:
    verdict = Shop().ask(right(method="order_number"))

    assert verdict == Verdict(Outcome.NOT_MATCHED, None, 4)


def test_the_last_miss_locks_and_then_even_a_right_proof_is_refused_until_the_time_is_over() -> None:
    shop = Shop()

    misses = [shop.ask(wrong(number)) for number in range(5)]
    locked = shop.ask(right())
    almost = shop.ask(right(), NOW + timedelta(seconds=1799))
    after = shop.ask(right(), NOW + timedelta(seconds=1800))

    assert [(miss.outcome, miss.attempts_left) for miss in misses] == [
        *((Outcome.NOT_MATCHED, left) for left in (4, 3, 2, 1)),
        (Outcome.LOCKED, 0),
    ]
    assert locked == almost == Verdict(Outcome.LOCKED, None, 0)
    assert after.outcome is Outcome.AUTHENTICATED


def test_a_locked_number_is_not_looked_up() -> None:
    shop = Shop()
    for number in range(5):
        shop.ask(wrong(number))
    shop.calls.clear()

    shop.ask(right())

    assert shop.calls == ["attempts"]


def test_a_hit_forgets_the_misses() -> None:
    shop = Shop()
    for number in range(4):
        shop.ask(wrong(number))

    shop.ask(right())

    assert shop.ask(wrong(9)).attempts_left == 4


def test_the_same_answer_in_another_contact_counts_again() -> None:
    shop = Shop()

    shop.ask(wrong(1, contact_id="contact-1"))
    again = shop.ask(wrong(1, contact_id="contact-2"))

    assert again.attempts_left == 3


def test_nothing_tells_an_unknown_number_from_a_known_one() -> None:
    known, unknown = Shop(), Shop()

    for_known = [known.ask(wrong(number)) for number in range(7)]
    for_unknown = [unknown.ask(wrong(number, phone=UNKNOWN)) for number in range(7)]

    assert for_unknown == for_known
    assert unknown.calls == known.calls


@pytest.mark.parametrize("answer", ["", "19900230", "9001311234567", "Timeout"])
def test_a_malformed_answer_is_no_miss_and_reaches_no_table(answer: str) -> None:
    shop = Shop()

    verdict = shop.ask(right(answer=answer))

    assert verdict == Verdict(Outcome.MALFORMED)
    assert shop.calls == []


@pytest.mark.parametrize("phone", ["", "anonymous", "010-123-4567"])
def test_without_a_usable_number_there_is_no_phone(phone: str) -> None:
    verdict = Shop().ask(right(phone=phone))

    assert verdict == Verdict(Outcome.NO_PHONE)


def test_today_is_a_day_in_korea() -> None:
    evening_in_utc = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)

    verdict = Shop().ask(right(answer="20261121"), evening_in_utc)

    assert verdict.outcome is Outcome.NOT_MATCHED


def test_a_last_guess_that_was_right_still_counts_when_it_is_repeated_after_a_crash() -> None:
    shop = Shop()
    for number in range(4):
        shop.ask(wrong(number))
    with pytest.MonkeyPatch.context() as crash:
        crash.delattr(Shop, "customer")
        with pytest.raises(AttributeError):
            shop.ask(right())

    repeated = shop.ask(right())

    assert repeated.outcome is Outcome.AUTHENTICATED


def test_gives_up_with_a_fault_when_the_attempts_never_stand_still() -> None:
    shop = Shop()
    shop.replace_attempts = lambda *_, **__: False  # type: ignore[method-assign]  # a write that always loses

    with pytest.raises(Contention) as caught:
        shop.ask(wrong(1))

    assert str(caught.value) == "attempts changed 6 times while one was entered"
