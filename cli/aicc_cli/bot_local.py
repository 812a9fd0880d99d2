"""The commands that try a bot on the recognizer of the local AWS; no server has to run for them."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

if TYPE_CHECKING:
    from aicc_local.lex.definition import Locale

_BOTS = Path(__file__).parents[2] / "bots"
_FALLBACK = "AMAZON.FallbackIntent"

Bot = Annotated[str, typer.Option("--bot", help="A name, as in bots/<name>.yaml, or the path of a file.")]


def register(app: typer.Typer) -> None:
    """Add the commands to `aicc bot`."""
    for command in (recognize, report):
        app.command()(command)


def recognize(bot: Bot = "customer_service") -> None:
    """Read lines from standard input, and write for each what the local Lex understands, as a line of JSON."""
    from aicc_local.lex.similarity import SimilarityRecognizer

    locale, recognizer = _locale(bot), SimilarityRecognizer()
    # Bytes, so that neither the locale of the machine nor marks that Python takes for the end of a line matter.
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        best = next((each for each in recognizer.intents(locale, text) if each.confidence >= locale.threshold), None)
        found: dict[str, Any] = {"text": text, "intent": _FALLBACK, "confidence": 0.0, "slots": {}}
        if best is not None:
            slots = {name: value.interpreted or value.original for name, value in best.slots.items()}
            found |= {"intent": best.intent, "confidence": round(best.confidence, 2), "slots": slots}
        sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode() + b"\n")
        sys.stdout.buffer.flush()


def report(
    bot: Bot = "customer_service",
    most: Annotated[int, typer.Option("--most", min=1, help="How many utterances to list of each kind.")] = 20,
) -> None:
    """Show how well the utterances of a bot cover each other, and which come near another intent."""
    from aicc_cli.bot_report import print_report
    from aicc_local.lex.leave_one_out import leave_one_out

    locale = _locale(bot)
    console = Console()
    number = sum(len(intent.utterances) for intent in locale.intents)
    what = "Leaving out one at a time"
    judged = list(track(leave_one_out(locale), what, number, console=Console(stderr=True), transient=True))
    print_report(Path(bot).stem, judged, most, console)


def _locale(bot: str) -> "Locale":
    try:
        from lex_bots import InvalidBot, bot_locale, read_bot
    except ImportError:
        typer.echo("lex_bots is not installed here; install it: pip install aicc-constructs", err=True)
        raise typer.Exit(2) from None
    from aicc_local.lex.definition import read_locale

    try:
        return read_locale(bot_locale(read_bot(_file(bot))))
    except InvalidBot as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


def _file(bot: str) -> Path:
    """A name is looked for where one works, then in the repository that the command comes from."""
    if Path(bot).suffix in (".yaml", ".yml"):
        return Path(bot)
    here = Path("bots") / f"{bot}.yaml"
    return here if here.exists() else _BOTS / here.name
