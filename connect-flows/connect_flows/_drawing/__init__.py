"""A flow as a picture: what is drawn (`_graph`, `_figure`), and the forms that it takes."""

from connect_flows._drawing._figure import is_friendly
from connect_flows._drawing._html import html
from connect_flows._drawing._mermaid import mermaid
from connect_flows._drawing._svg import svg

__all__ = ["html", "is_friendly", "mermaid", "svg"]
