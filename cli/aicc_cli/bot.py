"""`aicc bot`: the definition of a Korean Lex bot, judged and tried without AWS."""

import typer

app = typer.Typer(no_args_is_help=True, help=__doc__)
