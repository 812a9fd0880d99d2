"""How long `python app.py` takes for an environment, against an empty app that is checked by the same packs.

They take turns, so that a busy machine slows all; figures are medians. A copy of the environment with a hundred queues
more tells what a further resource costs, apart from what any synth of this app costs.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from operator import sub, truediv
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track
from rich.table import Table

REPOSITORY = Path(__file__).parents[1]
MOST_TIMES = 2.2
MOST_MILLISECONDS = 9.0
FURTHER = 100


def run(script: Path, environment: str, folder: Path) -> float:
    """Seconds of one whole process."""
    context = json.loads((REPOSITORY / "cdk.json").read_text(encoding="utf-8"))["context"] | {"env": environment}
    variables = {**os.environ, "CDK_OUTDIR": str(folder), "CDK_CONTEXT_JSON": json.dumps(context)}
    start = time.perf_counter()
    subprocess.run([sys.executable, str(script)], cwd=script.parent, env=variables, check=True)
    return time.perf_counter() - start


def resources(folder: Path) -> int:
    """How many all templates hold."""
    templates = folder.glob("*.template.json")
    return sum(len(json.loads(path.read_text(encoding="utf-8"))["Resources"]) for path in templates)


def larger(folder: Path, environment: str) -> Path:
    """The app with more queues."""
    for name in ("config", "stacks"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    queue = '[queues.further{0}]\nname = "Further {0}"\ndescription = "{0}"\nhours = "business"\n'
    with (folder / "config" / f"{environment}.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + "".join(queue.format(number) for number in range(FURTHER)))
    return Path(shutil.copy(REPOSITORY / "app.py", folder))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--environment", default="prod")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    console = Console()
    floor: list[float] = []
    whole: list[float] = []
    more: list[float] = []
    with TemporaryDirectory() as name:
        work = Path(name)
        apps = (
            (REPOSITORY / "benchmarks" / "empty_app.py", floor),
            (REPOSITORY / "app.py", whole),
            (larger(work / "larger", options.environment), more),
        )
        for turn in track(range(options.runs + 1), description="synth", console=console):
            for app, seconds in apps:
                took = run(app, options.environment, work / f"{turn}-{len(seconds)}-{app.parent.name}-{app.stem}")
                # The first turn fills the caches of Python, Node and the disk.
                if turn:
                    seconds.append(took)
        count = resources(next(work.glob(f"{options.runs}-*-{REPOSITORY.name}-app")))
    table = Table(title=f"python app.py, medians of {options.runs} runs")
    for heading in ("Figure", options.environment, f"{options.environment} and {FURTHER} queues", "at most"):
        table.add_column(heading, justify="left" if heading == "Figure" else "right")
    sizes = ((count, whole), (count + FURTHER, more))
    table.add_row("resources", *(str(size) for size, _ in sizes), "")
    table.add_row("seconds", *(f"{median(took):.2f}" for _, took in sizes), "")
    table.add_row("seconds of an empty app", *(f"{median(floor):.2f}" for _ in sizes), "")
    table.add_row("ratio", *(f"{median(map(truediv, took, floor)):.2f}" for _, took in sizes), f"{MOST_TIMES}")
    table.add_row(
        "ms per resource over the empty app",
        *(f"{median(map(sub, took, floor)) / size * 1000:.1f}" for size, took in sizes),
        f"{MOST_MILLISECONDS:.0f}",
    )
    table.add_row("ms per further resource", "", f"{median(map(sub, more, whole)) / FURTHER * 1000:.1f}", "")
    console.print(table)


if __name__ == "__main__":
    main()
