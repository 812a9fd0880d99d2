"""A flow as a picture that a designer of contact flows can read."""

from collections.abc import Callable, Mapping
from typing import Literal

from connect_flows._drawing import html, mermaid, svg
from connect_flows._model import Flow

_FORMS: Mapping[str, Callable[[Flow], str]] = {"svg": svg, "mmd": mermaid, "html": html}


def draw(flow: Flow, *, format: Literal["svg", "mmd", "html"] = "svg") -> str:
    """The flow as an SVG, as a Mermaid flowchart (`mmd`) or as a page of its own (`html`). All of them are UTF-8.

    Blocks have the names that the console of Amazon Connect gives them; lines for success, conditions and errors differ
    in colour and in style. In the SVG each block has `data-action`, each branch `data-action` and `data-branch`:
    "success", "condition:Equals:1", "error:NoMatchingError". The same flow gives the same text. Any flow that `load`
    reads can be drawn; what it names and does not have is a red stub.

    >>> from connect_flows import parse
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
    ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
    ...     source="goodbye.json")
    >>> draw(flow).startswith("<svg "), draw(flow, format="html").startswith("<!DOCTYPE html>")
    (True, True)
    >>> print(draw(flow, format="mmd").splitlines()[3].strip())
    n1(["연결 해제 #47; 끊기<br/>Disconnect #47; hang up<br/>bye"])
    """
    if format not in _FORMS:
        raise ValueError(f"format must be one of {', '.join(_FORMS)}, got {format!r}")
    return _FORMS[format](flow)
