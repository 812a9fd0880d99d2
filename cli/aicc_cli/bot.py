"""`aicc bot`: the definition of a Korean Lex bot, judged and tried without AWS."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aicc_cli import bot_local
from connect_flows._cli.output import counted, terminal

if TYPE_CHECKING:
    from lex_bots import Finding

app = typer.Typer(no_args_is_help=True)
bot_local.register(app)

_UNREADABLE = "B001"


@app.callback()
def bot() -> None:
    """Judge and try the definition of a Korean Lex bot, without AWS."""


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Bots in YAML; bots/README.md has the format.")],
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Fail for warnings, too.")] = False,
) -> None:
    """Say what Amazon Lex, or whoever calls in Korean, would say against bots.

    Exit status: 0 nothing, 1 errors (with --strict: or warnings), 2 a file cannot be read.
    """
    once = dict.fromkeys(files)
    findings = [finding for file in once for finding in _findings(file)]
    console = terminal()
    for finding in findings:
        typer.echo(str(finding))
    typer.echo(_summary(findings, len(once)), err=not console.is_terminal)
    raise typer.Exit(_status(findings, strict=strict))


def _findings(file: str) -> list["Finding"]:
    try:
        from lex_bots import InvalidBot, check_bot, read_bot
    except ImportError:
        typer.echo("the rules for bots are not installed here; install them: pip install aicc-constructs", err=True)
        raise typer.Exit(2) from None
    try:
        return check_bot(read_bot(Path(file)))
    except InvalidBot as error:
        return list(error.findings)


def _summary(findings: list["Finding"], files: int) -> str:
    counts = Counter(str(finding.severity) for finding in findings)
    said = [counted(counts[severity], severity) for severity in ("error", "warning") if counts[severity]]
    return f"{counted(files, 'file')}: {', '.join(said) or 'nothing found'}"


def _status(findings: list["Finding"], *, strict: bool) -> int:
    if any(finding.rule == _UNREADABLE for finding in findings):
        return 2
    return int(any(strict or finding.severity == "error" for finding in findings))
