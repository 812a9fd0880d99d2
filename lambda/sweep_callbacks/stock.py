"""Taking stock after a sweep: how many callbacks are open, too late, or left to operators; once a day for the record.

What happened during a day is the sum of what was counted when it happened, which CloudWatch adds up. What is open at
its beginning can only be counted then.
"""

from datetime import date

from callback_ledger import measures
from callback_ledger.counting import Counts
from callback_ledger.measures import Measures

CLAIM = "stock"


def take_stock(overdue: int, *, counts: Counts, into: Measures, today: date, now: int) -> None:
    """Add what there is; the first sweep of `today` (in Korea) adds it for the day as well."""
    waiting = counts.waiting_for_operator()
    open_ = counts.open() + waiting
    into.add(measures.OPEN, open_)
    into.add(measures.OVERDUE, overdue)
    into.add(measures.WAITING_FOR_OPERATOR, waiting)
    if counts.claim_day(CLAIM, today, now=now):
        into.add(measures.DAILY_OPEN, open_)
        into.add(measures.DAILY_WAITING_FOR_OPERATOR, waiting)
