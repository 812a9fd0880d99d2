"""`connect-flows draw`: a flow as a picture."""

from enum import StrEnum
from pathlib import PurePath
from typing import Annotated

import typer

from connect_flows._cli.files import read_flow
from connect_flows._cli.output import STANDARD, refuse, write
from connect_flows._draw import draw as drawn


class Format(StrEnum):
    """How a picture is written."""

    SVG = "svg"
    MMD = "mmd"
    HTML = "html"


def draw(
    file: Annotated[str, typer.Argument(metavar="FLOW", help="A file, or - for standard input.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="A file that ends in .svg, .mmd or .html; or -.")
    ],
    style: Annotated[
        Format | None,
        typer.Option("--format", help="svg, mmd for Mermaid, or html.", show_default="the file's ending"),
    ] = None,
) -> None:
    """Draw a flow as a designer of contact flows knows it, as an SVG, a Mermaid flowchart or a page of its own."""
    chosen = style or _by_ending(output)
    write(output, drawn(read_flow(file), format=chosen.value))


def _by_ending(output: str) -> Format:
    if output == STANDARD:
        refuse("standard output has no ending; add --format svg, mmd or html")
    ending = PurePath(output).suffix.removeprefix(".").lower()
    if ending not in set(Format):
        refuse(f"{output}: the ending names no format; use .svg, .mmd or .html, or add --format")
    return Format(ending)
