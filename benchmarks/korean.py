"""How much of a folder of Korean sentences is understood, and how long that takes.

The folder holds any of `datetime.jsonl` ({"text", "now", "expected"}), `phone.jsonl` ({"text", "expected"}),
`pii.jsonl` ({"text", "spans": [{"type", "start", "end"}]}) and `intents.jsonl` ({"text", "intent"}, where "none" means
no intent). Intents are recognized by the emulator of the local AWS: what is counted is how far the bot's utterances
reach there, not Lex's accuracy. Without a folder only the time is measured, over sentences of our own. Import times are
those of fresh processes, beside that of an import that every program makes, so that a slow machine shows.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from rich.console import Console
from rich.table import Table

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY / "lambda"))

from aicc_local.lex.definition import Locale, read_locale
from aicc_local.lex.similarity import SimilarityRecognizer
from korean import find_personal_data, mask, parse_datetime, parse_phone
from korean.clock import KOREA
from lex_bots import bot_locale, read_bot

TURNS = 15
BOT = REPOSITORY / "bots" / "customer_service.yaml"
NOW = datetime(2026, 11, 23, 10, 15, tzinfo=KOREA)
OURS = (
    "내일 오후 세 시 반에 전화 주세요",
    "다다음주화요일저녁일곱시반에전화부탁드려요",
    "음 그러니까 모레 오전 열 시 아니 열한 시요",
    "공일공 이천삼백에 사천오백육십칠이요",
    "주문번호가 KR20260815고요 전화는 010-9876-5432예요",
    "계좌번호는 일이삼 사오육칠팔구 공일이삼사예요",
    "메일 주소는 지혜 골뱅이 지메일 닷컴입니다",
)


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?", help="sentences with what they mean")
    folder: Path | None = arguments.parse_args().folder
    console = Console()
    if folder is not None:
        console.print(understood(folder))
    console.print(import_times())
    console.print(call_times(list(texts(folder)) if folder else list(OURS)))


def understood(folder: Path) -> Table:
    """What is right, not answered and wrong in each file."""
    table = Table("File", "Right", "No answer", "Wrong", "Of", title=f"What is understood of {folder.name}")
    for name, judge in JUDGES.items():
        if (folder / name).exists():
            verdicts = [verdict for row in rows(folder / name) for verdict in judge(row)]
            right, silent, wrong = (verdicts.count(each) for each in ("right", "silent", "wrong"))
            share = f"{right / max(1, len(verdicts)):.1%}"
            table.add_row(name, f"{right} ({share})", str(silent), str(wrong), str(len(verdicts)))
    return table


def judge_datetime(row: dict[str, Any]) -> Iterable[str]:
    """A verdict on a time."""
    expected = row["expected"] and datetime.fromisoformat(row["expected"])
    yield _verdict(parse_datetime(row["text"], now=datetime.fromisoformat(row["now"])), expected)


def judge_phone(row: dict[str, Any]) -> Iterable[str]:
    """A verdict on a telephone number."""
    yield _verdict(parse_phone(row["text"]), row["expected"])


def judge_personal_data(row: dict[str, Any]) -> Iterable[str]:
    """A verdict on each span; a sentence without any is right when nothing is found."""
    found = {(span.type, span.start, span.end) for span in find_personal_data(row["text"])}
    expected = {(span["type"], span["start"], span["end"]) for span in row["spans"]}
    yield from ["right"] * (len(found & expected) or (not found and not expected))
    yield from ["silent"] * len(expected - found)
    yield from ["wrong"] * len(found - expected)


def judge_intent(row: dict[str, Any]) -> Iterable[str]:
    """A verdict on an intent: strict, whatever else would do too."""
    recognizer, locale = _recognizer()
    best = next(iter(recognizer.intents(locale, row["text"])), None)
    found = best.intent if best and best.confidence >= locale.threshold else None
    yield _verdict(found, None if row["intent"] == "none" else row["intent"])


def import_times() -> Table:
    """How long an import takes in a fresh process, beyond the start of Python."""
    table = Table("Import", "Median", title=f"Import times, {TURNS} fresh processes each, in turns")
    statements = ("import json", "import korean", "from korean import *")
    times: dict[str, list[float]] = {statement: [] for statement in statements}
    for _ in range(TURNS):
        for statement in statements:
            times[statement].append(_import_time(statement))
    for statement in statements:
        table.add_row(statement, f"{median(times[statement]):.1f} ms")
    return table


def call_times(sentences: list[str]) -> Table:
    """How long one call takes, once all is loaded."""
    table = Table("Function", "Median", "p99", title=f"One call, over {len(sentences)} sentences")
    calls: dict[str, Callable[[str], object]] = {
        "parse_datetime": lambda text: parse_datetime(text, now=NOW),
        "parse_phone": parse_phone,
        "find_personal_data": find_personal_data,
        "mask": mask,
    }
    for name, call in calls.items():
        taken = [_seconds(call, sentence) for _ in range(TURNS + 1) for sentence in sentences][len(sentences) :]
        table.add_row(name, f"{median(taken) * 1000:.3f} ms", f"{quantiles(taken, n=100)[-1] * 1000:.3f} ms")
    return table


def texts(folder: Path) -> Iterable[str]:
    """All sentences of a folder."""
    for name in JUDGES:
        if (folder / name).exists():
            yield from (row["text"] for row in rows(folder / name))


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@cache
def _recognizer() -> tuple[SimilarityRecognizer, Locale]:
    return SimilarityRecognizer(), read_locale(bot_locale(read_bot(BOT)))


def _verdict(found: object, expected: object) -> str:
    if found == expected:
        return "right"
    return "silent" if found is None else "wrong"


def _import_time(statement: str) -> float:
    code = f"import time; start = time.perf_counter(); {statement}; print((time.perf_counter() - start) * 1000)"
    # -I would hide the folder of the functions; -S leaves out what only site-packages would add.
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=REPOSITORY / "lambda", capture_output=True, check=True
    )
    return float(done.stdout)


def _seconds(call: Callable[[str], object], sentence: str) -> float:
    start = time.perf_counter()
    call(sentence)
    return time.perf_counter() - start


JUDGES: dict[str, Callable[[dict[str, Any]], Iterable[str]]] = {
    "datetime.jsonl": judge_datetime,
    "phone.jsonl": judge_phone,
    "pii.jsonl": judge_personal_data,
    "intents.jsonl": judge_intent,
}


if __name__ == "__main__":
    main()
