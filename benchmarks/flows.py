"""How fast flows are read and checked, against two tools of PyPI on the same files.

The three take turns, file by file, so that a busy machine slows all; figures are medians over the turns. Each does what
it does for its users: reads the file, and says what is wrong. What they find tells how much each does in its time.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import connect_flow.flow
import connect_flow.lint
from cxblueprint import Flow, FlowAnalyzer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from connect_flows import InvalidFlow, check, load

REPOSITORY = Path(__file__).parents[1]
MOST_ACTIONS = 250
SOURCE = REPOSITORY / "flows" / "inbound.json"
OURS = "connect-flows"


def ours(path: Path) -> int:
    """What connect-flows finds."""
    try:
        return len(check(load(path)))
    except InvalidFlow as error:
        return len(error.findings)


def cxblueprint(path: Path) -> int:
    """What cxblueprint finds: the parts that its `validate` joins, without the report that it prints."""
    flow = Flow.load(str(path))
    analyzer = FlowAnalyzer(flow.blocks, flow._start_action or "")
    missing = analyzer.find_missing_error_handlers()
    return len(analyzer.find_orphaned_blocks()) + len(missing) + len(analyzer.find_unterminated_paths())


def connect_flow_lint(path: Path) -> int:
    """What `connect-flow lint` finds."""
    return len(connect_flow.lint.check(connect_flow.flow.load(str(path))))


TOOLS: dict[str, Callable[[Path], int]] = {OURS: ours, "cxblueprint": cxblueprint, "connect-flow": connect_flow_lint}


def large(folder: Path) -> Path:
    """A flow of as many actions as Connect takes: copies of one flow behind a menu."""
    document = json.loads(SOURCE.read_text(encoding="utf-8"))
    starts: list[str] = []
    actions: list[dict[str, Any]] = []
    while len(actions) + len(document["Actions"]) < MOST_ACTIONS:
        names = {action["Identifier"]: f"{action['Identifier']}-{len(starts)}" for action in document["Actions"]}
        starts.append(names[document["StartAction"]])
        actions += [_renamed(action, names) for action in document["Actions"]]
    while len(actions) < MOST_ACTIONS - 1:
        actions.append({**actions[0], "Identifier": f"more-{len(actions)}"})
    branches = [
        {"NextAction": start, "Condition": {"Operator": "Equals", "Operands": [str(key)]}}
        for key, start in enumerate(starts)
    ]
    errors = [{"ErrorType": "NoMatchingCondition", "NextAction": starts[0]}]
    first = {
        "Identifier": "first",
        "Type": "Compare",
        "Parameters": {"ComparisonValue": "$.Attributes.intent"},
        "Transitions": {"NextAction": starts[0], "Errors": errors, "Conditions": branches},
    }
    path = folder / "large.json"
    path.write_text(json.dumps({**document, "StartAction": "first", "Actions": [first, *actions]}), encoding="utf-8")
    return path


def _renamed(value: Any, names: dict[str, str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {inner: _renamed(item, names, inner) for inner, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    return names[value] if key in ("Identifier", "NextAction") else value


def measured(tool: Callable[[Path], int], path: Path) -> tuple[float, int | None]:
    """Seconds, and how much was found; None if the tool gave up."""
    found: int | None = None
    start = time.perf_counter()
    try:
        found = tool(path)
    except Exception:  # Whatever another tool raises on a file that it cannot read is no answer.
        if tool is ours:
            raise
    return time.perf_counter() - start, found


def turns(files: list[Path], count: int, console: Console) -> Iterator[tuple[str, Path, float, int | None]]:
    """Each tool on each file, in turns; the first turn only fills caches."""
    with redirect_stdout(StringIO()):
        for turn in track(range(count + 1), description="flows", console=console):
            for path in files:
                for name, tool in TOOLS.items():
                    seconds, found = measured(tool, path)
                    if turn:
                        yield name, path, seconds, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=REPOSITORY / "flows", help="flows to measure on")
    parser.add_argument("--runs", type=int, default=30)
    options = parser.parse_args()
    console = Console()
    files = sorted(path for path in options.folder.rglob("*.json") if '"Actions"' in path.read_text(encoding="utf-8"))
    with TemporaryDirectory() as name:
        biggest = large(Path(name))
        took: dict[str, dict[Path, list[float]]] = {tool: {path: [] for path in (*files, biggest)} for tool in TOOLS}
        found: dict[str, dict[Path, int | None]] = {tool: {} for tool in TOOLS}
        for tool, path, seconds, count in turns([*files, biggest], options.runs, console):
            took[tool][path].append(seconds)
            found[tool][path] = count
    times = {tool: {path: median(seconds) for path, seconds in of_tool.items()} for tool, of_tool in took.items()}
    whole = {tool: sum(of_tool[path] for path in files) for tool, of_tool in times.items()}
    table = Table(
        title=f"{len(files)} flows of {options.folder.name}/, read and checked; medians of {options.runs} runs"
    )
    table.add_column("Figure")
    for tool in TOOLS:
        table.add_column(tool, justify="right")
    table.add_row("flows per second", *(f"{len(files) / whole[tool]:,.0f}" for tool in TOOLS))
    table.add_row(f"time, {OURS} = 1", *(f"{whole[tool] / whole[OURS]:.2f}" for tool in TOOLS))
    table.add_row("ms for the median flow", *(f"{median(times[t][p] for p in files) * 1000:.2f}" for t in TOOLS))
    table.add_row(f"ms for {MOST_ACTIONS} actions", *(f"{times[tool][biggest] * 1000:.1f}" for tool in TOOLS))
    table.add_row("findings", *(str(sum(found[tool][path] or 0 for path in files)) for tool in TOOLS))
    table.add_row("files given up", *(str(sum(found[tool][path] is None for path in files)) for tool in TOOLS))
    console.print(table)


if __name__ == "__main__":
    main()
