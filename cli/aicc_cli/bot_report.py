"""Draws what `aicc bot report` found."""

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aicc_local.lex.leave_one_out import Judged

_NONE = "none"


def print_report(bot: str, judged: "Sequence[Judged]", most: int, console: Console) -> None:
    """Print the confusion matrix, recall and precision, and the utterances to look at."""
    right = sum(each.right for each in judged)
    console.print(
        f"[bold]Coverage of the utterances of {escape(bot)} under the emulator; this is not Lex's accuracy.[/]"
    )
    console.print(
        f"Each of {len(judged)} utterances was judged by the others: {right} ({_share(right, len(judged))}) were taken "
        f"for their own intent."
    )
    console.print(_matrix(judged))
    wrong = sorted((each for each in judged if not each.right), key=lambda each: each.margin)
    near = sorted((each for each in judged if each.right), key=lambda each: each.margin)
    console.print(_listed("Taken for something else", wrong, most))
    console.print(_listed("Nearest to another intent", near, most))


def _matrix(judged: "Sequence[Judged]") -> Table:
    """A row for each intent; its columns are numbered, since the names are too long to stand side by side."""
    intents = list(dict.fromkeys(each.intent for each in judged))
    cells = Counter((each.intent, each.taken_for) for each in judged)
    said = Counter(each.intent for each in judged)
    taken = Counter(each.taken_for for each in judged)
    # Narrow enough for a terminal of 80 columns, and never narrower than its figures.
    title = "Rows: what an utterance belongs to; columns: what it is taken for"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Intent", no_wrap=True, min_width=max(len(intent) for intent in intents) + 3)
    for number in range(1, len(intents) + 1):
        table.add_column(str(number), justify="right", no_wrap=True, min_width=3)
    for heading in (_NONE, "Recall", "Prec."):
        table.add_column(heading, justify="right", no_wrap=True, min_width=len(heading))
    for number, intent in enumerate(intents, start=1):
        counts = [cells[intent, other] for other in (*intents, "")]
        shares = (_share(cells[intent, intent], said[intent]), _share(cells[intent, intent], taken[intent]))
        table.add_row(f"{number} {intent}", *(str(count) if count else "·" for count in counts), *shares)
    return table


def _listed(title: str, found: "Sequence[Judged]", most: int) -> Table:
    more = f", the first {most} of {len(found)}" if len(found) > most else f", {len(found)}"
    table = Table("Utterance", "Intent", "Taken for", "Rival", "Margin", title=title + more, title_justify="left")
    for row in _rows(found[:most]):
        table.add_row(*row)
    return table


def _rows(found: "Iterable[Judged]") -> "Iterable[tuple[str, ...]]":
    for each in found:
        yield escape(each.said), each.intent, each.taken_for or _NONE, each.rival or _NONE, f"{each.margin:+.2f}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"
