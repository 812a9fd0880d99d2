from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.functions.shop import NOW, RULE, Shop, right, wrong


@given(st.lists(st.booleans(), min_size=6, max_size=14))
def test_parallel_guesses_never_exceed_the_limit(parallel: list[bool]) -> None:
    shop = Shop()
    numbers = iter(range(len(parallel)))

    def guess() -> None:
        number = next(numbers, None)
        if number is not None:
            # A parallel guess runs after this one has read and before it writes.
            shop.before_write = guess if parallel[number] else lambda: None
            shop.ask(wrong(number))

    for _ in parallel:
        guess()

    assert len(shop.looked_at) == RULE.max_misses


@given(st.lists(st.integers(0, 2400), min_size=1, max_size=25))
def test_guesses_in_a_row_never_exceed_the_limit_within_any_window(pauses: list[int]) -> None:
    shop = Shop()
    at = NOW

    for number, pause in enumerate(pauses):
        at += timedelta(seconds=pause)
        shop.ask(wrong(number), at)

    times = [time for time, _ in shop.looked_at]
    assert all(later - first >= RULE.lock_seconds for first, later in zip(times, times[5:], strict=False))


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3), st.integers(1, 3)), max_size=12))
def test_a_delivery_repeated_gives_the_same_answer_and_state(calls: list[tuple[int, int, int]]) -> None:
    once, repeated = Shop(), Shop()

    for number, contact, times in calls:
        claim = right() if number == 8 else wrong(number, contact_id=f"contact-{contact}")
        expected = once.ask(claim)
        verdicts = [repeated.ask(claim, NOW + timedelta(seconds=second)) for second in range(times)]
        assert verdicts == [expected] * times
        assert repeated.stored == once.stored
