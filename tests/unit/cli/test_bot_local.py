"""`aicc bot recognize` answers line by line; `aicc bot report` says what its figures are."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.console import Console
from typer.testing import CliRunner, Result

from aicc_cli.bot_report import print_report
from aicc_cli.main import app
from aicc_local.lex.leave_one_out import Judged
from tests.unit.lex_bots.bots import document

RUNNER = CliRunner()
FALLBACK = "AMAZON.FallbackIntent"


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def run(*arguments: str, said: str | bytes = "") -> Result:
    return RUNNER.invoke(app, ["bot", *arguments], input=said)


def recognized(said: str | bytes, *arguments: str) -> list[dict[str, Any]]:
    done = run("recognize", *arguments, said=said)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


def judged(intent: str, said: str, taken_for: str, margin: float) -> Judged:
    return Judged(intent=intent, said=said, taken_for=taken_for, rival="delivery", margin=margin)


def printed(*found: Judged, most: int = 20, width: int = 160) -> str:
    page = io.StringIO()
    print_report("shop", found, most, Console(width=width, file=page))
    return page.getvalue()


def test_each_line_has_an_answer_in_its_order() -> None:
    answers = recognized("주문조회\n\n오늘 날씨 어때요\n상담원 연결해 주세요\n")

    assert [each["text"] for each in answers] == ["주문조회", "", "오늘 날씨 어때요", "상담원 연결해 주세요"]
    assert [each["intent"] for each in answers] == ["order_status", FALLBACK, FALLBACK, "agent"]


def test_an_answer_has_the_members_that_scripts_read() -> None:
    [known, unknown] = recognized("정기구독 해지하고 싶은데요\n?\n")

    assert list(known) == ["text", "intent", "confidence", "slots"]
    assert (known["intent"], known["slots"]) == ("cancel", {"CancelTarget": "구독"})
    assert 0.4 <= known["confidence"] <= 1
    assert unknown == {"text": "?", "intent": FALLBACK, "confidence": 0.0, "slots": {}}


def test_answers_are_in_korean_and_not_in_escapes() -> None:
    done = run("recognize", said="주문조회\n")

    assert '"text": "주문조회"' in done.stdout


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("주문조회", ["주문조회"]),
        ("주문조회\r\n택배\r\n", ["주문조회", "택배"]),
        ("주문\u2028조회\n", ["주문\u2028조회"]),
        (b"\xff\xfe\n", ["\ufffd\ufffd"]),
        ("", []),
    ],
    ids=["no line feed at the end", "from Windows", "another separator", "no UTF-8", "nothing"],
)
def test_a_line_is_what_ends_with_a_line_feed(said: str | bytes, texts: list[str]) -> None:
    assert [each["text"] for each in recognized(said)] == texts


def test_a_bot_may_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_text(yaml.safe_dump(document(), allow_unicode=True, sort_keys=False), encoding="utf-8")
    [intent, *_] = document()["intents"]

    [answer] = recognized(document()["intents"][intent]["utterances"][0], "--bot", str(file))

    assert (answer["intent"], answer["confidence"]) == (intent, 1.0)


def test_a_bot_of_the_folder_comes_before_that_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bots").mkdir()
    own = tmp_path / "bots" / "customer_service.yaml"
    own.write_text(yaml.safe_dump(document(), allow_unicode=True, sort_keys=False), encoding="utf-8")
    [intent, *_] = document()["intents"]
    monkeypatch.chdir(tmp_path)

    [answer] = recognized(document()["intents"][intent]["utterances"][0])

    assert answer["intent"] == intent


def test_a_bot_that_is_not_there_is_told_in_one_line() -> None:
    done = run("recognize", "--bot", "nobody", said="주문조회\n")

    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "nobody.yaml" in done.stderr


def test_without_the_reader_of_bots_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lex_bots", None)

    done = run("report")

    assert (done.exit_code, done.stderr) == (
        2,
        "lex_bots is not installed here; install it: pip install aicc-constructs\n",
    )


def test_a_report_says_what_its_figures_are(tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_text(yaml.safe_dump(document(), allow_unicode=True, sort_keys=False), encoding="utf-8")

    done = run("report", "--bot", str(file))

    assert done.exit_code == 0
    assert done.stdout.startswith(
        "Coverage of the utterances of shop under the emulator; this is not Lex's accuracy.\n"
    )
    for intent in document()["intents"]:
        assert intent in done.stdout


def test_a_report_counts_what_each_intent_is_taken_for() -> None:
    text = printed(
        judged("delivery", "택배 언제 와요", "delivery", 0.5),
        judged("delivery", "물건 언제 와요", "order", -0.1),
        judged("order", "주문 조회", "order", 0.4),
        judged("order", "그거요", "", 0.0),
    )

    [delivery, order] = [line.split() for line in text.splitlines() if "1 delivery" in line or "2 order" in line]
    assert delivery == ["1", "delivery", "1", "1", "·", "50.0%", "100.0%"]
    assert order == ["2", "order", "·", "1", "1", "50.0%", "50.0%"]
    assert "Each of 4 utterances was judged by the others: 2 (50.0%) were taken for their own intent." in text


def test_an_intent_that_nothing_is_taken_for_has_no_precision() -> None:
    text = printed(judged("order", "그거요", "", 0.0))

    [row] = [line.split() for line in text.splitlines() if "1 order" in line]
    assert row[-1] == "-"


def test_a_report_lists_what_is_wrong_and_what_is_near_the_worst_first() -> None:
    found = [
        judged("order", "주문이요", "delivery", -0.1),
        judged("order", "물건이요", "delivery", -0.3),
        judged("order", "주문 조회", "order", 0.4),
        judged("order", "주문 확인", "order", 0.1),
    ]

    text = printed(*found)

    places = [text.index(said) for said in ("물건이요", "주문이요", "주문 확인", "주문 조회")]
    assert places == sorted(places)
    assert "-0.30" in text


def test_long_lists_say_how_much_is_left_out() -> None:
    text = printed(*(judged("order", f"주문 {number}", "order", number / 10) for number in range(5)), most=2)

    assert "Nearest to another intent, the first 2 of 5" in text
    assert "주문 2" not in text


def test_the_matrix_keeps_its_figures_in_a_narrow_terminal() -> None:
    intents = [f"opening_hour_{letter}" for letter in "abcdefghijk"]
    found = [judged(intent, "네", intent, 0.5) for intent in intents for _ in range(123)]

    text = printed(*found, width=80)

    for number, intent in enumerate(intents, start=1):
        [row] = [line.split() for line in text.splitlines() if f"{number} {intent}" in line]
        assert row == [
            str(number),
            intent,
            *("123" if other == intent else "·" for other in (*intents, "")),
            "100.0%",
            "100.0%",
        ]
