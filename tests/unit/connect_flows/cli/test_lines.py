import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_flows import InvalidFlow, parse
from connect_flows._lines import Lines, Position, position_of
from connect_flows._place import ROOT, Place, walk

KEYS = st.text(max_size=4) | st.sampled_from(
    ["Actions", "두 단어", "a.b", "[0]", "'", '"', "\\", "x" * 100, "x y" * 50, "\n", "]"]
)
DOCUMENTS = st.dictionaries(
    KEYS,
    st.recursive(
        st.none() | st.integers() | st.text(max_size=4),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=20,
    ),
    max_size=5,
)


@pytest.mark.parametrize(
    ("text", "path", "position"),
    [
        pytest.param('{\n  "a": {\n    "b": 1}}', "a.b", (3, 5), id="nested"),
        pytest.param('{"a":[10,[20,30]]}', "a[1][1]", (1, 14), id="minified"),
        pytest.param('{\r\n\t"a": 1,\r\n\t"b": 2\r\n}', "b", (3, 2), id="CRLF and tabs"),
        pytest.param('{"한글": 1, "두 단어": 2}', "['두 단어']", (1, 11), id="Korean"),
        pytest.param('{"a.b": 1,\n"a": {"b": 2}}', "a.b", (2, 7), id="not the key with a dot"),
        pytest.param('{"a.b": 1,\n"a": {"b": 2}}', "['a.b']", (1, 2), id="the key with a dot"),
        pytest.param('{"x": "a\\": {[,",\n"a": 1}', "a", (2, 1), id="punctuation in a string"),
        pytest.param('{"\\ub450 \\ub2e8\\uc5b4":\n1}', "['두 단어']", (1, 2), id="escaped key"),
        pytest.param('{"it\'s": 1, "\\"q\\"": 2}', "['\"q\"']", (1, 13), id="quotes"),
        pytest.param('{"a": 1,\n"a": 2}', "a", (2, 1), id="the last of equal keys"),
        pytest.param('{"a": [],\n"b": {}, "c": [{}, 1]}', "c[1]", (2, 20), id="after empty ones"),
        pytest.param('\n\n{"a": 1}', "", (1, 1), id="the document"),
        pytest.param('{\n"a": {"b": 1}}', "a.c.d[3]", (2, 1), id="the nearest that is there"),
        pytest.param("{}", "Actions[3]", (1, 1), id="nothing is there"),
        pytest.param('{"a": {"b":', "a.b", (1, 8), id="broken off"),
        pytest.param("}{", "a", (1, 1), id="no JSON"),
    ],
)
def test_leads_from_a_path_to_a_line_and_a_column(text: str, path: str, position: tuple[int, int]) -> None:
    assert Lines(text).at(path) == position


@given(DOCUMENTS, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_every_place_of_a_document_is_where_its_key_or_its_item_is(
    document: dict[str, object], indent: int | str | None, escaped: bool
) -> None:
    text = json.dumps(document, indent=indent, ensure_ascii=escaped)
    lines = Lines(text)
    rows = text.split("\n")

    found = {place.path: lines.at(place.path) for place, _ in walk(document)}

    expected = dict(starts_in(document, ROOT))
    assert found.keys() == {"", *expected}
    for path, start in expected.items():
        line, column = found[path]
        written = json.dumps(start, ensure_ascii=escaped)
        assert rows[line - 1].startswith(written if isinstance(start, str) else written[0], column - 1)


def starts_in(value: object, place: Place) -> Iterator[tuple[str, object]]:
    """Every path in a document with what its text starts with: a member's key, or an item."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield (place / key).path, key
            yield from starts_in(item, place / key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield (place / index).path, item
            yield from starts_in(item, place / index)


@given(st.text(), st.text())
def test_any_text_and_path_have_a_position(text: str, path: str) -> None:
    line, column = Lines(text).at(path)

    assert 1 <= line <= text.count("\n") + 1
    assert column >= 1


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ('{\n "Version": }', (2, 13)),
        ('{"a": 1, "a": 2, "Version": "", "StartAction": "", "Actions": []}', (1, 10)),
        ('{\n"Version": 3, "StartAction": "", "Actions": []}', (2, 1)),
    ],
)
def test_a_text_that_is_no_flow_has_a_position(text: str, position: tuple[int, int]) -> None:
    with pytest.raises(InvalidFlow) as refused:
        parse(text, source="a.json")

    assert position_of(refused.value.findings[0], Lines(text)) == position


def test_a_file_without_text_has_none() -> None:
    with pytest.raises(InvalidFlow) as refused:
        parse("[]", source="a.json")

    assert position_of(refused.value.findings[0], None) is None
    assert position_of(refused.value.findings[0], Lines("[]")) == Position(1, 1)
