"""How much a booking costs beyond the bare calls of AWS that it consists of.

Two pairs, each against the same calls of boto3 in a row, with the requests made beforehand and no further code:
`CallbackTable.book` against TransactWriteItems, and `Bookings.book` against Encrypt, GenerateMac, TransactWriteItems
and CreateSchedule. Both of a pair take turns on one local AWS, which this starts and ends, each time with keys that
nothing has used before: a new slot, a new number, a new callback. So a busy machine slows both. AWS takes longer than
the local AWS, so that the share of our own code is smaller there.
"""

import argparse
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.booking_calls import Aws, Call, booking_pair, ledger_pair, local_aws

AT_MOST = 1.3
ROUNDS = 2000
WARM_UP = 50


def p99(seconds: list[float]) -> float:
    """What one of a hundred takes longer than."""
    return quantiles(seconds, n=100)[-1]


FIGURES: dict[str, Callable[[list[float]], float]] = {"median": median, "p99": p99}


def measured(make: Callable[[Aws, int], tuple[Call, Call]], aws: Aws, numbers: Iterable[int]) -> list[list[float]]:
    """Seconds of ours and of the bare calls; who comes first changes each time."""
    took: list[list[float]] = [[], []]
    for number in numbers:
        pair = make(aws, number)
        for place in (0, 1) if number % 2 else (1, 0):
            start = time.perf_counter()
            pair[place]()
            took[place].append(time.perf_counter() - start)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    console = Console()
    table = Table(title=f"Booking and its bare calls, {rounds} of each in turns")
    for heading in ("Figure", "ours, ms", "bare, ms", "ratio", "at most"):
        table.add_column(heading, justify="left" if heading == "Figure" else "right")
    with TemporaryDirectory() as folder, local_aws(Path(folder)) as aws:
        for name, make in {"ledger write": ledger_pair, "whole booking": booking_pair}.items():
            measured(make, aws, range(WARM_UP))
            numbers = track(range(WARM_UP, WARM_UP + rounds), description=name, console=console)
            ours, bare = measured(make, aws, numbers)
            for figure, of in FIGURES.items():
                ratio = of(ours) / of(bare)
                row = (f"{of(ours) * 1000:.2f}", f"{of(bare) * 1000:.2f}", f"{ratio:.2f}", f"{AT_MOST}")
                table.add_row(f"{name}, {figure}", *row)
    console.print(table)


if __name__ == "__main__":
    main()
