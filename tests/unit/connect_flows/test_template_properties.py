"""Of any text in any spelling: it comes back to the last byte, or it is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_flows import FlowError
from connect_flows._suggestions import suggest_bindings
from connect_flows._template import export_flow, import_flow

pytestmark = pytest.mark.thorough

FOLDER = Path(__file__).parents[3] / "flows"
FLOWS = [*sorted(FOLDER.glob("*.json")), *sorted(FOLDER.glob("modules/*.json"))]

FUNCTIONS = ("authenticate_customer", "read_line_status", "report_callback")
QUEUE = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a/queue/1"
BINDINGS = {
    "queue.general": QUEUE,
    "queue.other": f"{QUEUE}2",
    "function.live": "arn:aws-cn:lambda:cn-north-1:111122223333:function:f:live",
    "flow.wait": "1a-2b",
    "text.company_name": "예시상사",
    "text.short": "예시",
    "text.overlap": "상사 A/S",
    "text.quoted": 'a "b"\\\n',
    "text.emoji": "😀",
}
PIECES = st.sampled_from(
    [*BINDINGS.values(), "상사", " ", ".", ":x", "$", "{", "$.Attributes.예시", "\\", "/", "\t", "é"]
)
PLACEHOLDERS = [f"${{{key}}}" for key in BINDINGS]
RANDOMS = st.randoms(use_true_random=False)
STYLES = ["plain", "ascii", "upper", "slash"]
Write = Callable[[str], str]


def escape_of(character: str, style: str) -> str:
    if style == "slash" and character == "/":
        return "\\/"
    escaped = json.dumps(character, ensure_ascii=style in ("ascii", "upper"))[1:-1]
    return escaped.upper().replace("\\U", "\\u") if style == "upper" and len(escaped) > 2 else escaped


def in_one_style(style: str) -> Write:
    return lambda text: '"' + "".join(escape_of(character, style) for character in text) + '"'


def in_any_style(random: Random) -> Write:
    return lambda text: '"' + "".join(escape_of(character, random.choice(STYLES)) for character in text) + '"'


def laid_out(value: Any, write: Write, random: Random) -> str:
    """The value as JSON with white space wherever it may be."""

    def space() -> str:
        return random.choice(["", "", " ", "\n", "\r\n\t"])

    if isinstance(value, str):
        return space() + write(value) + space()
    if isinstance(value, list):
        return "[" + ",".join(laid_out(item, write, random) for item in value) + "]"
    if isinstance(value, dict):
        members = (f"{laid_out(key, write, random)}:{laid_out(item, write, random)}" for key, item in value.items())
        return "{" + ",".join(members) + "}" + space()
    return random.choice(["1", "1.0", "-1e+2", "true", "null"])


def document_with(texts: list[str]) -> dict[str, Any]:
    return {
        "Actions": [{"Identifier": "1a-2b", "Parameters": {"Text": texts[0], "Other": [texts[1:], 0]}}],
        "Metadata": {"name": "예시상사", "description": texts[-1], "ActionMetadata": {"1a-2b": {"id": QUEUE, "x": 0}}},
    }


def there_and_back(text: str, there: Callable[..., str], back: Callable[..., str]) -> str:
    return back(there(text, BINDINGS, source="a.json"), BINDINGS, source="a.json")


def come_back_or_refused(text: str, there: Callable[..., str], back: Callable[..., str]) -> bool:
    try:
        converted = there(text, BINDINGS, source="a.json")
    except FlowError as error:
        return all(line.isprintable() for line in str(error).split("\n"))
    return back(converted, BINDINGS, source="a.json") == text


TEXTS = st.lists(st.lists(PIECES | st.text(max_size=3), max_size=5).map("".join), min_size=1, max_size=3)
TEMPLATES = st.lists(st.lists(PIECES | st.sampled_from(PLACEHOLDERS), max_size=5).map("".join), min_size=1, max_size=3)


@given(TEXTS, RANDOMS)
def test_an_export_comes_back_or_is_refused_in_words(texts: list[str], random: Random) -> None:
    text = laid_out(document_with(texts), in_any_style(random), random)

    assert come_back_or_refused(text, import_flow, export_flow)


@given(TEMPLATES, RANDOMS)
def test_a_template_comes_back_or_is_refused_in_words(texts: list[str], random: Random) -> None:
    text = laid_out(document_with(texts), in_any_style(random), random)

    assert come_back_or_refused(text, export_flow, import_flow)


@given(
    st.lists(st.sampled_from([*BINDINGS.values(), "가", " "]).map("{} ".format), min_size=1, max_size=6),
    st.sampled_from(STYLES),
    RANDOMS,
)
def test_an_export_in_one_spelling_is_never_refused(texts: list[str], style: str, random: Random) -> None:
    # What a template keeps of the style tells how its values are written.
    text = laid_out({"Shown": "한 1/2", **document_with(texts)}, in_one_style(style), random)

    assert there_and_back(text, import_flow, export_flow) == text


@given(
    st.lists(st.sampled_from(sorted({*PLACEHOLDERS} - {"${flow.wait}"})).map("{} 가".format), min_size=1, max_size=6),
    st.sampled_from(STYLES),
    RANDOMS,
)
def test_a_template_in_one_spelling_is_never_refused(texts: list[str], style: str, random: Random) -> None:
    document = document_with(texts)
    document["Metadata"]["ActionMetadata"]["1a-2b"]["id"] = "${queue.other}"
    text = laid_out({"Shown": "한 1/2", **document}, in_one_style(style), random)

    assert there_and_back(text, export_flow, import_flow) == text


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_a_flow_of_ours_comes_back(path: Path) -> None:
    text = path.read_bytes().decode()
    bindings = {
        **{f"queue.{name}": f"{QUEUE}-{name}" for name in ("general", "orders", "billing", "callback")},
        **{f"hours.{name}": f"{QUEUE}-hours-{name}" for name in ("main", "business")},
        **{f"function.{name}": f"{QUEUE}-{name}" for name in FUNCTIONS},
        **{f"flow.{found.stem}": f"{QUEUE}-flow-{found.stem}" for found in FLOWS},
        "module.authenticate": f"{QUEUE}-module",
        "bot.customer_service": "arn:aws:lex:ap-northeast-2:111122223333:bot-alias/1A/2B",
        "text.company_name": "예시상사",
        "text.callback_offer": "not_offered",
        "text.opening_hours": "평일 오전 9시부터 오후 6시까지",
    }
    minified = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))

    for template in (text, minified):
        export = export_flow(template, bindings, source=path.name)

        assert "${" not in export
        assert import_flow(export, bindings, source=path.name) == template


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_a_flow_of_ours_names_nothing_of_an_instance(path: Path) -> None:
    assert suggest_bindings(path.read_text(encoding="utf-8"), source=path.name) == {}
