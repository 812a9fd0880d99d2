"""Whatever is read, the answer is a bot or an error; whatever is found is one printable line each."""

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from lex_bots import Finding, InvalidBot, check_bot, parse_bot
from tests.unit.lex_bots.bots import SOUND, document, keys_of

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates()


def places_of(value: object, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place of a document."""
    items: list[Any] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [place, *(inner for key, each in items for inner in places_of(each, (*place, key)))]


KEYS = st.sampled_from(sorted(keys_of(SOUND))) | st.text(max_size=4)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


def findings_in(text: str) -> list[Finding]:
    try:
        bot = parse_bot(text, source="a.yaml")
    except InvalidBot as error:
        return list(error.findings)
    return check_bot(bot)


def judge(text: str) -> None:
    for finding in findings_in(text):
        assert str(finding).isprintable()
        assert str(finding).startswith("a.yaml:")
        assert finding.problem
        assert finding.cure


@given(st.text())
def test_any_text(text: str) -> None:
    judge(text)


@given(VALUES)
def test_any_yaml(value: object) -> None:
    judge(yaml.safe_dump(value, allow_unicode=True))


@given(st.sampled_from(places_of(SOUND)[1:]), VALUES)
def test_a_sound_bot_with_anything_somewhere(place: tuple[str | int, ...], value: object) -> None:
    changed: Any = document()
    outer = changed
    for step in place[:-1]:
        outer = outer[step]
    outer[place[-1]] = value

    judge(yaml.safe_dump(changed, allow_unicode=True))
