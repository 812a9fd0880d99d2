"""A flow as one static page: the drawing, to be moved, searched and printed.

Nothing of the flow is in the script, and the page's policy lets no other script run.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from connect_flows._drawing._svg import svg
from connect_flows._drawing._xml import escaped
from connect_flows._model import Flow

_PAGE = """<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<input type="search" placeholder="블록 찾기 (안내 문구, 이름, 대기열…)" aria-label="블록 찾기">
<output aria-live="polite"></output>
<button type="button" id="closer" aria-label="확대">+</button>
<button type="button" id="farther" aria-label="축소">−</button>
<button type="button" id="all">전체 보기</button>
<button type="button" id="print">인쇄</button>
</header>
<main>
{drawing}
</main>
<script>{script}</script>
</body>
</html>
"""


def html(flow: Flow) -> str:
    """The page."""
    return _PAGE.format(
        policy=_policy(),
        title=escaped(flow.name),
        style=_part("page.css"),
        drawing=svg(flow),
        script=_part("page.js"),
    )


@cache
def _policy() -> str:
    digest = b64encode(sha256(_part("page.js").encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


@cache
def _part(name: str) -> str:
    return (files("connect_flows._drawing") / name).read_text(encoding="utf-8")
