"""The reader takes the format and nothing else, and says where and what instead."""

import re
from pathlib import Path

import pytest
import yaml

from lex_bots import (
    Audio,
    Bot,
    Confirmation,
    Dtmf,
    Fallback,
    Intent,
    InvalidBot,
    Prompt,
    Resolution,
    Slot,
    SlotType,
    SlotValue,
    Voice,
    parse_bot,
    read_bot,
)
from tests.unit.lex_bots.bots import FLOWER, ORDER, PHONE, SOUND, Change, document, put, remove, text_of

SMALL = """\
name: shop
locale: ko_KR
voice: {id: Seoyeon, engine: neural}
nlu_confidence_threshold: 0.4
idle_session_ttl_seconds: 300
intents:
  agent:
    utterances: [상담원 연결해 주세요]
"""


def refused(text: str) -> list[str]:
    with pytest.raises(InvalidBot) as caught:
        parse_bot(text, source="a.yaml")
    return str(caught.value).split("\n")


def test_reads_everything_that_the_format_has() -> None:
    bot = parse_bot(text_of(SOUND), source="shop.yaml")

    order, florist = bot.intents
    assert bot == Bot(
        name="flower_shop",
        description="꽃집의 봇",
        locale="ko_KR",
        voice=Voice(id="Seoyeon", engine="neural"),
        threshold=0.4,
        session_ttl=300,
        slot_types=(
            SlotType(
                name="Flower",
                description="꽃의 종류",
                resolution=Resolution.TOP,
                values=(SlotValue(value="장미", synonyms=("로즈", "빨간 장미")), SlotValue(value="튤립")),
            ),
        ),
        intents=(order, florist),
        fallback=Fallback(fulfillment_code_hook=False, closing=("다시 한번 말씀해 주시겠어요?",)),
    )
    assert order == Intent(
        name="order_flowers",
        display_name="꽃 주문",
        description="꽃다발을 주문한다",
        utterances=tuple(SOUND["intents"]["order_flowers"]["utterances"]),
        slots=(
            Slot(
                name="Flower",
                type="Flower",
                description="어떤 꽃",
                obfuscated=False,
                prompt=Prompt(
                    messages=("어떤 꽃을 드릴까요?", "꽃 이름을 말씀해 주세요.", "장미와 튤립이 있습니다."),
                    retries=2,
                    interruptible=False,
                ),
            ),
            Slot(
                name="Phone",
                type="AMAZON.FreeFormInput",
                prompt=Prompt(
                    messages=("<speak>연락처를 <break time='300ms'/>말씀해 주세요.</speak>",),
                    retries=1,
                    audio=Audio(start_timeout_ms=4001, max_length_ms=12002, end_timeout_ms=803),
                    dtmf=Dtmf(max_length=11, end_timeout_ms=5004, end_character="#", deletion_character="*"),
                ),
            ),
        ),
        confirmation=Confirmation(
            prompt=Prompt(messages=("{Flower} 맞으실까요?",), retries=3),
            declined=("알겠습니다.", "그럼 그만두겠습니다."),
        ),
        closing=("주문을 받았습니다.",),
    )
    assert (florist.dialog_code_hook, florist.fulfillment_code_hook) == (False, True)


def test_what_is_left_out_has_its_default() -> None:
    bot = parse_bot(SMALL, source="a.yaml")

    assert bot.fallback is None
    assert bot.slot_types == ()
    assert bot.intents[0] == Intent(name="agent", utterances=("상담원 연결해 주세요",))


def test_knows_the_line_of_everything() -> None:
    bot = parse_bot(SMALL, source="a.yaml")

    assert [bot.line_of(place) for place in ((), ("voice", "engine"), ("intents", "agent", "utterances", 0))] == [
        1,
        3,
        8,
    ]


def test_a_place_that_is_not_there_has_the_line_of_what_it_would_be_in() -> None:
    assert parse_bot(SMALL, source="a.yaml").line_of(("intents", "agent", "slots", "Phone")) == 7


WRONG: dict[str, tuple[Change, str]] = {
    "an unknown key": (put("x", "langauge"), "langauge: is no key of the format; remove it; there are "),
    "a key misspelt": (
        put([], *ORDER, "utterence"),
        "intents.order_flowers.utterence: is no key of the format; did you mean utterances?",
    ),
    "utterances of the fallback": (
        put(["네"], "fallback", "utterances"),
        "fallback.utterances: is no key of the format; remove it: Lex allows no utterances of AMAZON.FallbackIntent",
    ),
    "a grammar": (
        put("x", "slot_types", "Flower", "grammar"),
        "slot_types.Flower.grammar: is no key of the format; remove it: Lex has grammars in English only",
    ),
    "a missing key": (remove("locale"), "locale: is missing; add `locale:`"),
    "a missing setting of keys": (
        remove(*PHONE, "prompt", "dtmf", "end_character"),
        "intents.order_flowers.slots.Phone.prompt.dtmf.end_character: is missing; add `end_character:`",
    ),
    "a missing voice": (remove("voice"), "voice: is missing; add `voice:`"),
    "a number for a text": (
        put(114, *ORDER, "utterances", 0),
        "intents.order_flowers.utterances[0]: is a number: '114', not plain text; put it in quotes",
    ),
    "a date for a text": (put(yaml.safe_load("2026-01-01"), "name"), "name: is a date: '2026-01-01', not plain text"),
    "nothing for a text": (put(None, "name"), "name: is empty, not plain text"),
    "a text for a list": (put("네", *ORDER, "closing"), "closing: is a text: '네', not a list; write it as `- ...`"),
    "a list for a mapping": (put([], "voice"), "voice: is a list, not a mapping; write `key: value` lines"),
    "a text for a number": (
        put("five", "idle_session_ttl_seconds"),
        "idle_session_ttl_seconds: is a text: 'five', not a whole number; write digits only",
    ),
    "a fraction for a whole number": (put(1.5, *FLOWER, "prompt", "retries"), "retries: is a number: '1.5', not a who"),
    "true for a number": (put(True, "nlu_confidence_threshold"), "is true or false: 'true', not a number; write it"),
    "infinity": (put(float("inf"), "nlu_confidence_threshold"), "is a number: '.inf', not a number; write it like 0.4"),
    "a text for true": (put("yes", *FLOWER, "required"), "required: is a text: 'yes', not true or false; write true"),
    "another resolution": (
        put("first", "slot_types", "Flower", "resolution"),
        "slot_types.Flower.resolution: is 'first'; write top or original",
    ),
    "a control character": (put("꽃\x07", "name"), "name: is a text with U+0007, not plain text"),
}


@pytest.mark.parametrize(("change", "told"), WRONG.values(), ids=WRONG)
def test_refuses(change: Change, told: str) -> None:
    (line,) = refused(text_of(document(change)))

    assert told in line


RAW = {
    "an empty file": ("", "a.yaml: document: is empty; write a bot into it; bots/README.md shows one [B001]"),
    "no YAML": ("name: [", "a.yaml:1: document: is not YAML (while parsing a flow node"),
    "two documents": (SMALL + "---\n" + SMALL, "a.yaml:9: document: is not YAML (expected a single document"),
    "a character that YAML lacks": ("name: 꽃\n\x01", "a.yaml:2: document: holds the character U+0001, which YAML"),
    "an alias": (SMALL + "fallback: &a {}\nb: *a\n", "a.yaml:10: document: the alias *a stands for what is written"),
    "a list": ("- 꽃", "a.yaml:1: document: is a list, not a mapping; write `key: value` lines [B005]"),
    "a tag": (SMALL.replace("shop", "!shop x"), "a.yaml:1: name: is of the kind !shop: 'x', not plain text; put it"),
    "half a character": (SMALL.replace("shop", '"\\ud800"'), "a.yaml:1: name: is a text with U+D800, not plain text"),
    "no for false": (
        SMALL + "fallback: {fulfillment_code_hook: no}",
        "a.yaml:9: fallback.fulfillment_code_hook: is true or false: 'no', not true or false; write true or false",
    ),
    "minutes for seconds": (SMALL.replace("300", "5:00"), "a.yaml:5: idle_session_ttl_seconds: is a number: '5:00', n"),
    "a key that is a list": (SMALL + "? [a]\n: b\n", "a.yaml:9: document: is a list, not plain text; put it in quotes"),
    "an intent twice": (
        SMALL + "  other: {utterances: [꽃]}\n  agent: {utterances: [꽃]}\n",
        "a.yaml:10: intents.agent: is there twice, first in line 7; keep one, or give one of them another name [B003]",
    ),
    "a name with a line break": (
        SMALL + '  "a\\nb": {utterance: []}\n',
        "a.yaml:9: intents['a\\nb'].utterances: is missing; add `utterances:` [B004]",
    ),
}


@pytest.mark.parametrize(("text", "told"), RAW.values(), ids=RAW)
def test_refuses_a_text(text: str, told: str) -> None:
    assert refused(text)[0].startswith(told)


@pytest.mark.parametrize("deep", ["[" * 101, "{" * 100_000, "[" * 100_000, "- " * 100_000, "? " * 100_000])
def test_refuses_what_is_nested_without_end(deep: str) -> None:
    [told] = refused(deep)

    assert told.startswith("a.yaml: document: is nested more than 100 deep; write it as YAML")


def test_tells_every_problem_in_the_order_of_the_lines() -> None:
    lines = refused(SMALL.replace("ko_KR", "1").replace("agent:", "agent: {}\n  other:") + "x: 1\n")

    assert [re.findall(r":(\d+): .* \[(B\d+)\]", line) for line in lines] == [
        [("2", "B005")],
        [("7", "B004")],
        [("10", "B002")],
    ]


def test_reads_a_file_and_names_it_as_it_was_named(tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())

    assert read_bot(file).source == read_bot(str(file)).source == str(file)


def test_refuses_a_file_in_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_bytes(SMALL.encode("euc-kr"))

    with pytest.raises(InvalidBot, match=r"shop.yaml:8: document: holds the byte 0xbb, which is not UTF-8; save"):
        read_bot(file)


@pytest.mark.parametrize("name", ["missing.yaml", "", "with\0zero"])
def test_refuses_what_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidBot, match=r"\[B001\]"):
        read_bot(tmp_path / name)
