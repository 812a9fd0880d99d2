"""`connect-flows import` and `export`: from an export of the console to a template and back."""

import json
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from connect_flows._bindings import read_bindings
from connect_flows._cli.files import source_of, text_in
from connect_flows._cli.findings import refuse_findings
from connect_flows._cli.output import STANDARD, refuse, write
from connect_flows._errors import FlowError
from connect_flows._suggestions import suggest_bindings
from connect_flows._template import export_flow, import_flow

Change = Callable[[str, Mapping[str, str], str], str]
Output = typer.Option("--output", "-o", metavar="FILE", help="A file, or - for standard output.")


def import_(
    export: Annotated[str, typer.Argument(metavar="EXPORT", help="A file from the console or the API, or -.")],
    *,
    bindings: Annotated[
        str | None, typer.Option(metavar="FILE", help='JSON: {"queue.general": "arn:aws:connect:...", ...}')
    ] = None,
    output: Annotated[str | None, Output] = None,
    suggest: Annotated[bool, typer.Option("--suggest", help="Write bindings for all ARNs in it instead.")] = False,
) -> None:
    """Make a template of an export: ${kind.name} for what is bound, and every other byte as it was."""
    if suggest:
        write(output or STANDARD, _changed(export, bindings, _suggested))
        return
    if bindings is None or output is None:
        refuse("import needs --bindings and -o; --suggest makes bindings to begin with")
    write(output, _changed(export, bindings, lambda text, values, source: import_flow(text, values, source=source)))


def export(
    template: Annotated[str, typer.Argument(metavar="FLOW", help="A template, or -.")],
    *,
    bindings: Annotated[str, typer.Option(metavar="FILE", help="What the placeholders stand for, as for import.")],
    output: Annotated[str, Output],
) -> None:
    """Make of a template what the console imports: the values for ${kind.name}, and every other byte as it was."""
    write(output, _changed(template, bindings, lambda text, values, source: export_flow(text, values, source=source)))


def _changed(path: str, bindings: str | None, change: Change) -> str:
    texts: dict[str, str] = {}
    try:
        values = {} if bindings is None else read_bindings(bindings)
        text = texts[source_of(path)] = text_in(path)
        return change(text, values, source_of(path))
    except FlowError as error:
        refuse_findings(error.findings, texts)


def _suggested(text: str, known: Mapping[str, str], source: str) -> str:
    bindings = {**known, **suggest_bindings(text, source=source, known=known)}
    return json.dumps(bindings, ensure_ascii=False, indent=2) + "\n"
