"""How long `python app.py` takes for an environment, against an empty app that is checked by the same packs.

The two take turns, so that a busy machine slows both; figures are medians.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track
from rich.table import Table

REPOSITORY = Path(__file__).parents[1]
MOST_TIMES = 2.2
MOST_MILLISECONDS = 9.0


def run(script: str, environment: str, folder: str) -> float:
    """Seconds of one whole process."""
    context = json.loads((REPOSITORY / "cdk.json").read_text(encoding="utf-8"))["context"] | {"env": environment}
    variables = {**os.environ, "CDK_OUTDIR": folder, "CDK_CONTEXT_JSON": json.dumps(context)}
    start = time.perf_counter()
    subprocess.run([sys.executable, script], cwd=REPOSITORY, env=variables, check=True)
    return time.perf_counter() - start


def count(folder: str) -> int:
    """Resources of all templates."""
    templates = Path(folder).glob("*.template.json")
    return sum(len(json.loads(path.read_text(encoding="utf-8"))["Resources"]) for path in templates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--environment", default="prod")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    console = Console()
    floor, whole, resources = [], [], 0
    with TemporaryDirectory() as work:
        for turn in track(range(options.runs + 1), description="synth", console=console):
            empty, full = f"{work}/empty-{turn}", f"{work}/full-{turn}"
            pair = run("benchmarks/empty_app.py", options.environment, empty), run("app.py", options.environment, full)
            resources = count(full)
            # The first turn fills the caches of Python, Node and the disk.
            if turn:
                floor.append(pair[0])
                whole.append(pair[1])
    ratio = median(one / other for one, other in zip(whole, floor, strict=True))
    each = median(one - other for one, other in zip(whole, floor, strict=True)) / resources * 1000
    table = Table("Figure", "Measured", "At most", title=f"python app.py, {options.environment}, {options.runs} runs")
    table.add_row("empty app, s", f"{median(floor):.2f}", "")
    table.add_row(f"{resources} resources, s", f"{median(whole):.2f}", "")
    table.add_row("ratio", f"{ratio:.2f}", f"{MOST_TIMES}")
    table.add_row("ms per resource over the floor", f"{each:.1f}", f"{MOST_MILLISECONDS:.0f}")
    console.print(table)


if __name__ == "__main__":
    main()
